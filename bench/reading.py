"""How fast text is read on one core, in MB a second; whether the time grows as the text does; what memory it takes.

Run from the project's folder: `python bench/reading.py [FOLDER…]`. Each folder holds .txt documents; without one the
sample documents are taken. Its documents are read one by one, first as a process that has just begun does, then
again; then joined and repeated to 1 MB and to 20 MB, as one document each. The table goes to standard output.

MB/s is counted in time of this process, of the best of three rounds where a round is short, so that other work on the
machine tells as little as it can; memory is the peak while one document is read, in times the text's own bytes.
"""

import os
import sys
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

from samverkan import reading, register, sources
from samverkan.resources import folder

MB = 1_000_000
LARGE = (1, 20)  # MB
GROWTH = 25  # times the time that 20 times the text may take


def main(folders: list[Path]) -> None:
    known = register.shipped()
    reading.read("Värm upp", known)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'what':38}{'documents':>10}{'MB':>8}{'seconds':>9}{'MB/s':>8}{'memory/text':>13}")
    for where in folders:
        texts = [sources.read(path, 100 * MB).text for path in sorted(where.glob("*.txt"))]
        if not texts:
            print(f"{where}: no .txt documents there", file=sys.stderr)
            continue
        _row(str(where)[-36:], len(texts), _size(texts), _seconds(texts, known))
        _row("  read again", len(texts), _size(texts), min(_seconds(texts, known) for _ in range(3)))
        whole = "\n\n".join(texts) + "\n\n"
        took = [_large(whole * -(-size * MB // len(whole.encode())), size, known) for size in LARGE]
        ratio = took[1] / took[0]
        verdict = "linear" if ratio <= GROWTH else f"MORE than {GROWTH}"
        print(f"  time of {LARGE[1]} MB to that of {LARGE[0]} MB: {ratio:.1f} ({verdict})", flush=True)


def _large(text: str, size: int, known: register.Register) -> float:
    """Measure one large document; its seconds."""
    seconds = min(_seconds([text], known) for _ in range(3 if size == 1 else 1))
    memory = _memory(text, known) if size == 1 else None  # being traced takes too long for more
    _row(f"  as one document of {size} MB", 1, _size([text]), seconds, memory)
    return seconds


def _size(texts: Sequence[str]) -> float:
    return sum(len(text.encode()) for text in texts) / MB


def _seconds(texts: Sequence[str], known: register.Register) -> float:
    began = time.process_time()
    for text in texts:
        reading.read(text, known)
    return time.process_time() - began


def _memory(text: str, known: register.Register) -> float:
    """The peak of memory while a text is read, in times its bytes; the text itself is not counted."""
    tracemalloc.start()
    reading.read(text, known)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / len(text.encode())


def _row(what: str, documents: int, size: float, seconds: float, memory: float | None = None) -> None:
    times = "" if memory is None else f"{memory:.1f}x"
    print(f"{what:38}{documents:>10}{size:>8.2f}{seconds:>9.2f}{size / seconds:>8.2f}{times:>13}", flush=True)


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]] or [folder("data/documents")])
