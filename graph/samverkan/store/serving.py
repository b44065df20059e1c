"""Who answers outsiders' queries, by the settings."""

from samverkan.settings import Settings
from samverkan.store import published_folder, reads_directly
from samverkan.store.answers import Answers, Limits


def open_answers(settings: Settings) -> Answers:
    """The remote store where that is read itself, behind the same guard; else workers on the published snapshots."""
    limits = Limits(seconds=settings.query_seconds, rows=settings.query_rows)
    if reads_directly(settings):
        from samverkan.store.forward import ForwardedQueries

        return ForwardedQueries(settings.store, limits)
    from samverkan.store.pool import QueryPool

    return QueryPool(published_folder(settings), workers=settings.workers, limits=limits, base=settings.base)
