"""Makes the tables: penguins."""

from __future__ import annotations

from pathlib import Path

from .packages import Package

PENGUINS = Package(
    "pypi", "palmerpenguins", "0.1.6", "palmerpenguins-0.1.6-py3-none-any.whl",
    "5c3be9af84dd703a25f1aaeadeac6ac770cfd38c1620d00089f581c023129ee0",
)  # fmt: skip


def penguins(packages: Path, out: Path) -> None:
    """Copy the table as it is."""
    (out / "penguins.csv").write_bytes(PENGUINS.read(packages, "palmerpenguins/data/penguins.csv"))
