"""Judgements change documents that were loaded before in every kind of store, embedded and remote, in the same way."""

from pathlib import Path

from samverkan import build, judging
from samverkan.judgements import COLUMNS
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan.store import Store

SAME = "person/12/bo_ekkvist,Bo Ekkvist,person/12/bo_ekqvist,Bo Ekqvist,same,Ann Alm,2031-02-03,Samma kommun."
MINUTES = (
    '{{"body": {{"name": "Bussrådet", "organisations": ["Region Skåne"]}}, "meeting": {{"start": "{day}"}}, '
    '"attendance": [{{"person": "{name}"}}]}}'
)


def test_a_verdict_is_applied_and_taken_back_in_any_store(store: Store, tmp_path: Path) -> None:
    for key, name, day in (("a", "Bo Ekkvist", "2031-01-02"), ("b", "Bo Ekqvist", "2031-02-03")):
        (tmp_path / f"{key}.json").write_text(MINUTES.format(name=name, day=day), "utf-8")
    file = tmp_path / "judgements.csv"
    settings = Settings(data=tmp_path / "data", judgements=str(file))
    build.load(build.inputs([tmp_path / "a.json", tmp_path / "b.json"]), store, settings)
    before = set(store.quads())

    def renewed(*rows: str) -> list[str]:
        file.write_text("\n".join([",".join(COLUMNS), *rows, ""]), "utf-8")
        judged = judging.current(settings, shipped())
        return [str(each) for each in judging.update(store, shipped(), judged, settings.base)]

    assert renewed(SAME) == [f"<{settings.base}document/b>"]
    other = f"<{settings.base}person/12/bo_ekqvist>"
    assert not store.ask(f"ASK {{ ?fact <https://w3id.org/samverkan/ns#person> {other} }}")
    assert renewed(SAME) == []
    assert renewed() == [f"<{settings.base}document/b>"]
    assert set(store.quads()) == before
