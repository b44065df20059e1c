"""How fast reading is, in MB of text a second on one core, and whether its time grows as the text does.

Run from the project's folder: `python bench/reading.py [FOLDER…]`. Each folder holds .txt documents; without one the
sample documents are taken. Besides each folder as it is, its texts are joined and repeated to 1 MB and 20 MB, as one
document each. The table goes to standard output.
"""

import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from samverkan import reading, register, sources
from samverkan.resources import folder

MB = 1_000_000


def main(folders: list[Path]) -> None:
    known = register.shipped()
    reading.read("Värm upp", known)
    print(f"{'what':38}{'documents':>10}{'MB':>8}{'seconds':>9}{'MB/s':>8}{'memory/text':>13}")
    for where in folders:
        texts = [sources.read(path, 100 * MB).text for path in sorted(where.glob("*.txt"))]
        if not texts:
            print(f"{where}: no .txt documents there", file=sys.stderr)
            continue
        _row(str(where)[-36:], list(_often(texts)), known)
        whole = "\n\n".join(texts)
        for size in (1, 20):
            _row(f"  repeated to {size} MB", [(whole + "\n\n") * (1 + size * MB // len(whole.encode()))], known)


def _often(texts: list[str]) -> Iterator[str]:
    """The texts, so often that some seconds can be measured."""
    total = 0
    while total < MB:
        for text in texts:
            total += len(text)
            yield text


def _row(what: str, texts: list[str], known: register.Register) -> None:
    size = sum(len(text.encode()) for text in texts) / MB
    began = time.process_time()
    for text in texts:
        reading.read(text, known)
    seconds = time.process_time() - began
    tracemalloc.start()
    largest = max(texts, key=len)[: 2 * MB]
    reading.read(largest, known)
    memory = tracemalloc.get_traced_memory()[1] / len(largest.encode())
    tracemalloc.stop()
    print(f"{what:38}{len(texts):>10}{size:>8.2f}{seconds:>9.2f}{size / seconds:>8.2f}{memory:>12.1f}x", flush=True)


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]] or [folder("data/documents")])
