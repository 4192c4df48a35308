"""Fails if one of the files named on the command line is too large for the repository; used by pre-commit and a test."""

import sys
from pathlib import Path

LIMIT_KB = {"data": 31 * 1024, "notebooks": 4 * 1024}  # the digits and clothes; a lesson with its pictures
OTHERS_KB = 1024


def too_large(path: Path) -> bool:
    """Whether the file is larger than its folder may hold."""
    return path.is_file() and path.stat().st_size > 1024 * LIMIT_KB.get(path.parts[0], OTHERS_KB)


if __name__ == "__main__":
    found = [name for name in sys.argv[1:] if too_large(Path(name))]
    for name in found:
        print(
            f"{name}: {Path(name).stat().st_size // 1024} KB is too large; make it smaller, or load it on request"
        )
    sys.exit(bool(found))
