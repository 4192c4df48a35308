"""Loaders of what is ordered in time: the air, the sun, the weather, a moving wrist, a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlcourse.datasets.files import arrays, table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Utterances = tuple[np.ndarray, np.ndarray, np.ndarray]

WATCH_RATE = 25  # samples a second
WATCH_CHANNELS = ("ax", "ay", "az", "wx", "wy", "wz")
WATCH_NAMES = (
    "pendulum",
    "abduction",
    "forward elevation",
    "internal rotation",
    "external rotation",
    "trapezius extension",
    "upright row",
)


def co2() -> pd.DataFrame:
    """Return carbon dioxide in the air of Mauna Loa, Hawaii, week by week from March 1958 to December 2001.

    One column, co2 (parts per million by volume), 2,284 rows with their Saturday as index; 59 weeks are missing (NaN).

    C. D. Keeling, T. P. Whorf: Atmospheric CO2 concentrations (2004), CDIAC. Public domain.
    """
    return table("co2.csv", index_col="date", parse_dates=["date"])


def sunspots() -> pd.DataFrame:
    """Return the mean number of spots on the sun in each year from 1700 to 2008: one column, sunspots, 309 rows.

    NOAA National Geophysical Data Center. Public domain.
    """
    return table("sunspots.csv", index_col="year")


def weather() -> pd.DataFrame:
    """Return the weather at John F. Kennedy airport, New York, in 2013, hour by hour: 8,706 rows, time (UTC) as index.

    8 columns: temperature, dew_point (degrees Celsius), humidity (percent), wind_direction (degrees; 0 with no wind),
    wind_speed (metres a second), precipitation (millimetres), pressure (hectopascals, at sea level), visibility
    (kilometres, 16.1 = that or more). Gaps: 24 hours have no row; pressure is missing in 831, wind_direction in 51.

    NOAA, by way of the Iowa Environmental Mesonet and the R package nycflights13 (H. Wickham). CC0.
    """
    return table("weather.csv.gz", index_col="time", parse_dates=["time"])


def watch(seconds: float = 4.0, overlap: float = 0.5) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return windows of a smartwatch worn during shoulder exercises as `x, exercise, person`.

    x: float32, (windows, steps, 6), 25 steps a second, the channels of `WATCH_CHANNELS`: acceleration (g) and turning
    (radians a second) along three axes. exercise: uint8, 0 to 6, named by `WATCH_NAMES`. person: uint8, 1 to 10. Windows of
    `seconds` are cut from 140 recordings; each shares the part `overlap` (0 to below 1) with the next. Recordings of
    one person are alike and windows overlap, so **split by person**, never at random.

    Raises ValueError for a window shorter than a step or longer than the shortest recording, or an overlap outside 0 to 1.

    D. M. Burns et al.: Shoulder physiotherapy exercise recognition (2018), Physiol. Meas. 39. BSD-3-Clause.
    """
    import numpy as np

    packed = arrays("watch.npz")
    signal = packed["signal"].T.astype(np.float32) / 100  # stored in hundredths
    ends = np.cumsum(packed["length"])
    steps = round(seconds * WATCH_RATE)
    longest = int(packed["length"].min())
    if not 1 <= steps <= longest:
        raise ValueError(f"seconds must be from {1 / WATCH_RATE} to {longest / WATCH_RATE}, not {seconds}")
    if not 0 <= overlap < 1:
        raise ValueError(f"overlap must be at least 0 and below 1, not {overlap}")
    stride = max(1, round(steps * (1 - overlap)))
    starts = [
        np.arange(end - length, end - steps + 1, stride)
        for end, length in zip(ends, packed["length"], strict=True)
    ]
    count = [len(group) for group in starts]
    x = signal[np.concatenate(starts)[:, None] + np.arange(steps)]
    return x, np.repeat(packed["exercise"], count), np.repeat(packed["person"], count)


def japanese_vowels() -> tuple[Utterances, Utterances]:
    """Return nine men saying "ae", as `(x_train, length_train, y_train), (x_test, length_test, y_test)`.

    x: float32, (270, 29, 12) and (370, 29, 12): up to 29 moments, each 12 numbers that describe the sound (LPC
    cepstrum coefficients); zeros from `length` on, which is from 7 to 29. y: uint8, the speaker, 0 to 8. The original split:
    30 utterances of each speaker to learn from, 24 to 88 to test.

    M. Kudo, J. Toyama, M. Shimbo: Japanese Vowels (1999), UCI, doi:10.24432/C5NS47. CC BY 4.0.
    """
    import numpy as np

    packed = arrays("japanese_vowels.npz")
    longest = int(max(packed["length_train"].max(), packed["length_test"].max()))
    parts = []
    for part in ("train", "test"):
        length = packed[f"length_{part}"].astype(int)
        x = np.zeros((len(length), longest, 12), dtype=np.float32)
        x[np.arange(longest) < length[:, None]] = packed[f"frames_{part}"]
        parts.append((x, length, packed[f"speaker_{part}"]))
    return parts[0], parts[1]
