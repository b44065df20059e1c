"""What can go wrong, said once: what, where and what to do; mapped once to an exit code and once to a page."""


class SamverkanError(Exception):
    """The root of all errors that a user can do something about.

    The command line prints the message and exits with `exit_code`; the site answers with `status`.
    """

    exit_code = 1
    status = 500


class SettingError(SamverkanError):
    """A setting has a value that cannot be used."""

    exit_code = 2


class FactsError(SamverkanError):
    """Facts that do not follow the contract; the message gives the path of the offending value."""

    status = 400


class JudgementError(SamverkanError):
    """Judgements that cannot be read, or that contradict each other; the message names the rows."""

    status = 400


class CorrectionError(SamverkanError):
    """Corrections that cannot be read, or one that cannot be made; the message names the file and the value."""

    status = 400


class RemovalError(SamverkanError):
    """Removals that cannot be read, or one that cannot be made; the message names the row or the value."""

    status = 400


class SourceError(SamverkanError):
    """A file that cannot be read as a document: empty, binary, too large, in no known encoding."""

    status = 400


class NotFound(SamverkanError):
    """Something was asked for by a name that nothing has."""

    status = 404


class Gone(SamverkanError):
    """Something that was taken away for good, on request."""

    status = 410


class NotAllowed(SamverkanError):
    """Something that this way of changing the graph is not for; the message names the right one."""

    status = 403


class QueryError(SamverkanError):
    """A query that is malformed, or that may not be asked (an update, a call to another server)."""

    exit_code = 2
    status = 400


class ParameterError(QueryError):
    """A parameter of a shipped query is missing, unknown or of the wrong type."""


class QueryTimeout(SamverkanError):
    """A query that took longer than its limit and was stopped."""

    status = 503


class ResultTooLarge(SamverkanError):
    """A query whose answer has more rows or bytes than the limit."""

    status = 400


class QueryTooCostly(SamverkanError):
    """A query that needs more memory than its limit, or that the engine did not survive."""

    status = 400


class StoreError(SamverkanError):
    """The store cannot be opened, read or written."""

    status = 503


class ClusterError(SamverkanError):
    """The cluster that was to read documents cannot be had."""


class AddressError(SamverkanError):
    """The site cannot listen at the address that the settings name."""
