"""`dlcourse doctor`: is everything here that the course needs? One finding a line, with what to do about a fault."""

from __future__ import annotations

import importlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from dlcourse.supported import python_fault

GIB = 1024**3
DISK_NEEDED = 1 * GIB  # lessons, a few saved models, and room to breathe
MEMORY_NEEDED = 2 * GIB  # Keras takes 0.7, the largest lesson's data and networks as much again
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "anywidget")


@dataclass(frozen=True)
class Finding:
    """What was looked at, what was found, and what to do: `state` is "fine", "note" (worth knowing) or "mend"."""

    subject: str
    state: str
    found: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Yield every finding, as soon as it is known. An examination that itself fails is a finding, too."""
    for examination in EXAMINATIONS:
        try:
            yield from examination()
        except Exception as error:  # a doctor who faints helps nobody
            subject = examination.__name__.strip("_")
            yield Finding(
                subject, "mend", f"could not be examined ({type(error).__name__}: {error})", REINSTALL
            )


REINSTALL = "make a new environment and install the course in it again"


def python() -> Iterator[Finding]:
    """The version of Python, against what the course runs on."""
    fault = python_fault()
    here = f"{platform.python_version()} in {sys.prefix}"
    yield Finding("Python", "mend", here, fault) if fault else Finding("Python", "fine", here)


def packages() -> Iterator[Finding]:
    """Every package that the course depends on, against its bounds."""
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in metadata.requires("dlcourse") or []]
    wanted = [r for r in wanted if r.marker is None or r.marker.evaluate({"extra": ""})]
    faults = 0
    for requirement in wanted:
        mend = f"pip install '{requirement.name}{requirement.specifier}'"
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            yield Finding("Package", "mend", f"{requirement.name} is not installed", mend)
        else:
            if requirement.specifier.contains(version, prereleases=True):
                continue
            bounds = str(requirement.specifier)
            yield Finding("Package", "mend", f"{requirement.name} {version} is not {bounds}", mend)
        faults += 1
    if not faults:
        told = ", ".join(
            f"{name} {metadata.version(name)}" for name in ("tensorflow", "keras", "numpy", "jupyterlab")
        )
        yield Finding("Packages", "fine", f"all {len(wanted)} are here: {told} ...")


def backend() -> Iterator[Finding]:
    """On what Keras computes: the course needs TensorFlow."""
    folder = Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras")
    chosen, by = os.environ.get("KERAS_BACKEND"), "the environment variable KERAS_BACKEND"
    if not chosen:
        by = str(folder / "keras.json")
        try:
            chosen = json.loads((folder / "keras.json").read_text(encoding="utf-8")).get("backend")
        except (OSError, ValueError, AttributeError):
            chosen = None  # Keras then takes its default, which is TensorFlow
    if (chosen or "tensorflow") == "tensorflow":
        yield Finding("Keras backend", "fine", "tensorflow")
    else:
        yield Finding("Keras backend", "mend", f"{chosen}, set by {by}", f'set it to "tensorflow" in {by}')


PROBE = """
import json, keras, tensorflow
print(json.dumps([d.device_type for d in tensorflow.config.list_physical_devices() if d.device_type != "CPU"]))
"""


def accelerator() -> Iterator[Finding]:
    """Does TensorFlow start (tried in a process of its own, as it may crash), and what does it compute on?"""
    try:
        done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, timeout=180)
    except subprocess.TimeoutExpired:
        yield Finding(
            "TensorFlow", "mend", "did not start within three minutes", "close other programs, try again"
        )
        return
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or [f"it ended with code {done.returncode}"])[-1]
        yield Finding("TensorFlow", "mend", f"does not start: {last}", REINSTALL)
        return
    devices = json.loads(done.stdout.strip().splitlines()[-1])
    yield Finding("TensorFlow", "fine", "starts")
    yield Finding("Accelerator", "fine", ", ".join(devices) if devices else "none, and the course needs none")


def kernel() -> Iterator[Finding]:
    """Would JupyterLab start its notebooks with this Python?"""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    mend = f"{sys.executable} -m ipykernel install --sys-prefix"
    try:
        program = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except NoSuchKernel:
        yield Finding("Kernel", "mend", "JupyterLab finds no Python kernel", mend)
        return
    names = {"python", "python3", Path(sys.executable).name}
    if program in names or Path(program).parent == Path(sys.executable).parent:
        yield Finding("Kernel", "fine", "notebooks run with this Python")
    else:
        yield Finding("Kernel", "mend", f"notebooks would run with another Python, {program}", mend)


def widgets() -> Iterator[Finding]:
    """Are the extensions that draw sliders and explorers in JupyterLab there, and not disabled?"""
    from jupyter_core.paths import jupyter_path
    from jupyterlab.commands import get_app_dir
    from jupyterlab_server.config import get_federated_extensions, get_page_config

    paths = jupyter_path("labextensions")
    found = get_federated_extensions(paths)
    page = get_page_config(paths, app_settings_dir=str(Path(get_app_dir(), "settings")))
    off = {name.partition(":")[0] for name in page.get("disabledExtensions", [])}
    faults = 0
    for name in EXTENSIONS:
        package = "jupyterlab_widgets" if "manager" in name else "anywidget"
        if name not in found:
            yield Finding("Widgets", "mend", f"{name} is missing", f"pip install --force-reinstall {package}")
        elif name in off:
            yield Finding(
                "Widgets", "mend", f"{name} is disabled in JupyterLab", f"jupyter labextension enable {name}"
            )
        else:
            continue
        faults += 1
    if not faults:
        yield Finding("Widgets", "fine", "enabled in JupyterLab")


def data() -> Iterator[Finding]:
    """Are the data files whole?"""
    states = list(importlib.import_module("dlcourse.datasets").verify())
    broken = [state for state in states if state.state != "fine"]
    for state in broken:
        yield Finding("Data", "mend", f"{state.file} is {state.state}", state.advice)
    if not broken:
        yield Finding("Data", "fine", f"all {len(states)} files are whole")


def disk() -> Iterator[Finding]:
    """Is there room for the learner's own files?"""
    free = shutil.disk_usage(Path.home()).free
    found = f"{free / GIB:.1f} GB free"
    short = free < DISK_NEEDED
    yield Finding("Disk", "mend" if short else "fine", found, "make room for at least 1 GB" if short else "")


def memory() -> Iterator[Finding]:
    """Is there memory for Keras and the lessons' data?"""
    import psutil

    now = psutil.virtual_memory()
    found = f"{now.available / GIB:.1f} of {now.total / GIB:.1f} GB available"
    short = now.available < MEMORY_NEEDED
    advice = "close other programs and other notebooks' kernels, or a training may stop without a word"
    yield Finding("Memory", "note" if short else "fine", found, advice if short else "")


def progress_file() -> Iterator[Finding]:
    """Can the learner's record be read and written?"""
    from dlcourse.checking.store import STORE, DamagedFile, NewerFile, load

    path = STORE.path
    advice = f"make {path.parent} writable, or let the environment variable DLCOURSE_HOME name another folder"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
        load(path)
    except OSError as error:
        yield Finding("Progress", "mend", f"{path} cannot be used ({error.strerror or error})", advice)
    except DamagedFile:
        yield Finding(
            "Progress", "note", f"{path} is damaged", "nothing to do: it is set aside when you go on"
        )
    except NewerFile:
        found = f"{path} comes from a newer version of the course"
        yield Finding(
            "Progress", "note", found, "update the course, or it only shows what it understands of it"
        )
    else:
        yield Finding("Progress", "fine", f"{path} can be read and written")


EXAMINATIONS: list[Callable[[], Iterator[Finding]]] = [
    python,
    packages,
    backend,
    kernel,
    widgets,
    data,
    disk,
    memory,
    progress_file,
    accelerator,
]
