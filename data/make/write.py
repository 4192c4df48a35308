"""Writes arrays, tables and text so that the same content always gives the same bytes.

The bytes still depend on the zlib that Python was built with; with another zlib the content is the same and
the sums are not, which `make_data.py` then says.
"""

from __future__ import annotations

import gzip
import io
import zipfile
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


def gz(path: Path, content: bytes) -> None:
    """Write bytes as .gz, without a time and a file name inside."""
    path.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
