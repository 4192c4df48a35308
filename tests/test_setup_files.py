"""The set-up files agree with each other: versions, commands, workflows, hooks; and the code is clean."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import dlcourse
from dlcourse import supported

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = ["3.11", "3.12", "3.13"]


def pins() -> dict[str, Requirement]:
    """Return constraints.txt as {package: its one line}."""
    lines = [line.partition("#")[0].strip() for line in (ROOT / "constraints.txt").read_text().splitlines()]
    found = [Requirement(line) for line in lines if line]
    assert len({canonicalize_name(pin.name) for pin in found}) == len(found)
    return {canonicalize_name(pin.name): pin for pin in found}


def version_of(pin: Requirement) -> str:
    (only,) = pin.specifier
    assert only.operator == "=="
    return only.version


def load(name: str) -> dict:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_constraints_are_exact_versions_and_nothing_else() -> None:
    for pin in pins().values():
        assert version_of(pin)
        assert pin.url is None


def test_constraints_hold_all_that_the_project_asks_for_within_its_bounds() -> None:
    extras = PROJECT["optional-dependencies"]
    for line in PROJECT["dependencies"] + extras["test"] + extras["dev"]:
        wanted = Requirement(line)
        if wanted.name != "dlcourse":
            assert version_of(pins()[canonicalize_name(wanted.name)]) in wanted.specifier, line


def test_constraints_hold_what_those_need_in_turn() -> None:
    """Followed through what is installed here, as far as that is what is pinned."""
    known, todo, seen = pins(), ["dlcourse"], set()
    extras = {"dlcourse": ("", "test", "dev")}
    while todo:
        name = todo.pop()
        seen.add(name)
        for line in metadata.requires(name) or []:
            wanted = Requirement(line)
            called = canonicalize_name(wanted.name)
            if wanted.marker and not any(
                wanted.marker.evaluate({"extra": e}) for e in extras.get(name, ("",))
            ):
                continue
            if called == "dlcourse" or called in seen:
                continue
            assert called in known, f"{name} needs {called}, which constraints.txt does not pin"
            try:
                here = metadata.version(called)
            except metadata.PackageNotFoundError:
                continue
            if here == version_of(known[called]):
                todo.append(called)
    assert len(seen) > 1


def test_the_conda_environment_installs_the_same() -> None:
    file = load("environment.yml")
    assert file["name"] == "dlcourse"
    conda = [line for line in file["dependencies"] if isinstance(line, str)]
    (pip,) = [line["pip"] for line in file["dependencies"] if isinstance(line, dict)]
    (python,) = [line.removeprefix("python=") for line in conda if line.startswith("python=")]
    assert python in PYTHONS
    assert set(conda) == {f"python={python}", "pip"}
    assert pip == ["-c constraints.txt", "-e ."]


def test_one_answer_to_which_pythons() -> None:
    bounds = SpecifierSet(PROJECT["requires-python"])
    assert [f"3.{n}" for n in range(6, 20) if f"3.{n}" in bounds] == PYTHONS
    classified = [c.rpartition(" ")[2] for c in PROJECT["classifiers"] if re.search(r":: 3\.\d", c)]
    assert classified == PYTHONS
    assert [".".join(map(str, version)) for version in supported.PYTHON] == [PYTHONS[0], PYTHONS[-1]]
    assert load(".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"] == PYTHONS


def test_one_answer_to_which_keras() -> None:
    (keras,) = [line for line in PROJECT["dependencies"] if line.startswith("keras>")]
    assert keras == f"keras>={'.'.join(map(str, supported.KERAS))}"


def test_every_dependency_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = re.findall(r'(?m)^    "[\w-]+>=[^"]+",(.*)$', text)
    assert len(lines) >= len(PROJECT["dependencies"])
    assert all(re.match(r"\s+# \w", rest) for rest in lines)


def test_one_answer_to_which_version() -> None:
    assert dlcourse.__version__ == PROJECT["version"]
    assert load("CITATION.cff")["version"] == PROJECT["version"]
    newest = re.search(r"(?m)^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert newest[1] == PROJECT["version"]


def commands() -> dict[str, str]:
    """Return the README's command lines by name."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"<!-- command: ([\w-]+) -->\n+```\w+\n(.+)\n```", text))


def test_the_readmes_commands() -> None:
    found = commands()
    assert set(found) == {"open", "open-windows", "test", "test-windows"}
    for name in ("open", "test"):
        assert found[name].startswith("python3 -m venv .venv && ")
        assert "-c constraints.txt" in found[name]
        windows = found[name].replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\")
        assert found[f"{name}-windows"] == windows
    assert found["open"].endswith("dlcourse lab")
    assert found["test"].endswith("python -m pytest")


def test_ci_runs_the_readmes_command_and_monthly_the_newest_versions() -> None:
    steps = load(".github/workflows/ci.yml")["jobs"]["test"]["steps"]
    assert steps[-1]["run"] == "bash .ci/run"
    monthly = load(".github/workflows/monthly.yml")
    assert "schedule" in monthly[True]  # YAML 1.1 reads the key `on` as true
    runs = " ".join(step.get("run", "") for step in monthly["jobs"]["newest"]["steps"])
    assert "constraints" not in runs
    assert "--upgrade" in runs
    assert "pytest" in runs


SUMMARY = "echo '===== 3 passed, 1 skipped in 0.12s ====='"


@pytest.mark.skipif(os.name == "nt", reason="a script for CI machines")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SUMMARY, 0),
        ("echo '===== 3 passed in 75.12s (0:01:15) ====='", 0),
        (f"{SUMMARY}; exit 1", 1),
        (f"{SUMMARY} && echo more", 1),
        ("true", 1),
        (f"true\n{SUMMARY}", 1),
        (f'test "$DLCOURSE_REQUIRE_BROWSER" = 1 && test ! -e uncommitted && {SUMMARY}', 0),
    ],
)
def test_ci_run(tmp_path: Path, command: str, code: int) -> None:
    """On a course of two files whose test command is ours."""
    for tool in ("node", "chromium"):  # so that nothing is installed
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / tool).write_text("#!/bin/sh\n")
        (tmp_path / "bin" / tool).chmod(0o755)
    course = tmp_path / "course"
    (course / ".ci").mkdir(parents=True)
    (course / ".ci" / "run").write_bytes((ROOT / ".ci" / "run").read_bytes())
    (course / "README.md").write_text(
        f"# x\n\n<!-- command: test -->\n\n```sh\n{command}\n```\n\n```sh\nno\n```\n"
    )
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for git in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *git], cwd=course, check=True)
    (course / "uncommitted").write_text("")
    environment = os.environ | {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    script = ["bash", str(course / ".ci" / "run")]
    done = subprocess.run(script, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr


def test_hooks_are_local_and_no_large_file_passes(tmp_path: Path) -> None:
    repos = load(".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    entries = {hook["entry"].split()[0] for hook in repos[0]["hooks"]}
    assert entries == {"ruff", "dlcourse", "python"}
    script = [sys.executable, str(ROOT / ".ci" / "no_large_file.py")]
    (tmp_path / "data").mkdir()
    for name in ("small", "large", "data/large"):
        (tmp_path / name).write_bytes(b"0" * (10 if name == "small" else 2 * 1024**2))
    assert subprocess.run([*script, "small", "data/large"], cwd=tmp_path).returncode == 0
    assert subprocess.run([*script, "small", "large"], cwd=tmp_path, capture_output=True).returncode == 1


def test_no_committed_file_is_too_large() -> None:
    try:
        files = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    script = [sys.executable, ".ci/no_large_file.py", *files.splitlines()]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("arguments", [["check"], ["format", "--check"]], ids=lambda a: a[0])
def test_ruff(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *arguments, "--output-format=concise", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
