"""The whole graph in files, written when first asked for and kept as long as that graph is the published one."""

import os
import tempfile
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary, finalize

from samverkan.export import graphs
from samverkan.store import Store


class Dumps:
    """Files of the whole graph, one for each store and format; they go when the store goes."""

    def __init__(self) -> None:
        self._files: WeakKeyDictionary[Store, dict[str, Path]] = WeakKeyDictionary()
        self._lock = Lock()

    def file(self, store: Store, form: str) -> Path:
        """The file with the whole of a store in the format named `form`."""
        with self._lock:
            files = self._files.setdefault(store, {})
            if form not in files:
                files[form] = _write(store, form)
                finalize(store, files[form].unlink, missing_ok=True)
            return files[form]


def _write(store: Store, form: str) -> Path:
    handle, name = tempfile.mkstemp(prefix="samverkan-", suffix=f".{form}")
    try:
        with os.fdopen(handle, "wb") as output:
            graphs.write_all(store, form, output)
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)
