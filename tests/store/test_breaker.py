"""The circuit breaker: when it opens, what it says, how it closes again."""

import pytest

from samverkan.errors import StoreError
from samverkan.store.breaker import CircuitBreaker


class Server:
    """A clock and a server that is well or not, and how often it was asked whether it is."""

    def __init__(self) -> None:
        self.well = False
        self.asked = 0
        self.now = 100.0
        self.breaker = CircuitBreaker("http://store", self.alive, failures=3, pause=10, clock=lambda: self.now)

    def alive(self) -> bool:
        self.asked += 1
        return self.well

    def fail(self, times: int) -> None:
        for _ in range(times):
            self.breaker.failed("no answer")


@pytest.fixture
def server() -> Server:
    return Server()


def test_it_lets_all_pass_at_first_and_asks_nothing(server: Server) -> None:
    server.breaker.check()
    assert server.asked == 0


def test_two_failures_do_not_open_it_and_the_third_does(server: Server) -> None:
    server.fail(2)
    server.breaker.check()
    server.fail(1)
    with pytest.raises(StoreError):
        server.breaker.check()


def test_failures_count_only_in_a_row(server: Server) -> None:
    server.fail(2)
    server.breaker.succeeded()
    server.fail(2)
    server.breaker.check()


def test_it_says_who_failed_how_often_how_and_when_to_return(server: Server) -> None:
    server.fail(3)
    server.now += 3
    with pytest.raises(
        StoreError,
        match=r"http://store failed 3 times in a row and is left alone for 7 s more \(the last time: no answer\)",
    ):
        server.breaker.check()


def test_questions_too_hard_for_a_server_that_is_well_do_not_open_it(server: Server) -> None:
    server.well = True
    server.fail(3)
    server.breaker.check()
    assert server.asked == 1


def test_while_it_is_open_the_server_is_left_alone(server: Server) -> None:
    server.fail(3)
    asked = server.asked
    server.now += 9.9
    for _ in range(5):
        with pytest.raises(StoreError):
            server.breaker.check()
    assert server.asked == asked


def test_after_the_pause_it_closes_where_the_server_is_well_again(server: Server) -> None:
    server.fail(3)
    server.well = True
    server.now += 10
    server.breaker.check()
    asked = server.asked
    server.breaker.check()
    assert server.asked == asked


def test_after_the_pause_it_stays_open_for_another_where_the_server_is_not(server: Server) -> None:
    server.fail(3)
    server.now += 10
    with pytest.raises(StoreError):
        server.breaker.check()
    server.well = True
    server.now += 9
    with pytest.raises(StoreError, match="for 1 s more"):
        server.breaker.check()
    server.now += 1
    server.breaker.check()


def test_half_open_only_one_asks_and_the_others_are_told_at_once(server: Server) -> None:
    server.fail(3)
    server.now += 10
    refused = []

    def alive() -> bool:
        with pytest.raises(StoreError) as error:
            server.breaker.check()  # as another thread would, meanwhile
        refused.append(str(error.value))
        return True

    server.breaker._alive = alive  # type: ignore[method-assign]
    server.breaker.check()
    assert len(refused) == 1
