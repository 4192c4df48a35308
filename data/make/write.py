"""Writes arrays, tables and text so that the same content always gives the same bytes.

The bytes still depend on the zlib that Python was built with; with another zlib the content is the same and
the sums are not, which `make_data.py` then says.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows: no clock gets into the bytes


def npz(path: Path, **arrays: np.ndarray) -> None:
    """Write arrays as a compressed .npz, in the order given, without the time of day."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            member = zipfile.ZipInfo(f"{name}.npy", _DATE)
            member.create_system = 3  # the same on every system
            member.external_attr = 0o644 << 16
            archive.writestr(member, buffer.getvalue(), zipfile.ZIP_DEFLATED, compresslevel=9)


def gz(path: Path, text: str) -> None:
    """Write text as UTF-8 in a .gz, without a time and a file name inside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    path.write_bytes(
        packed[:8] + b"\x02\xff" + packed[10:]
    )  # best compression, no system named: Pythons differ here


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as comma-separated text: one header line, Unix line ends, an empty field for a missing value."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if value is None or value != value else value for value in row] for row in rows)
    return buffer.getvalue()


def shuffled(rows: Iterable[tuple], seed: str) -> list[tuple]:
    """Return rows ordered by the SHA-256 of seed and content: a shuffle that comes out the same everywhere."""
    return sorted(rows, key=lambda row: (hashlib.sha256(f"{seed}{row!r}".encode()).digest(), row))
