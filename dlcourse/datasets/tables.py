"""Loaders of tables, as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlcourse.datasets.files import table

if TYPE_CHECKING:
    import pandas as pd


def penguins() -> pd.DataFrame:
    """Return 344 penguins of the Palmer Archipelago, 2007 to 2009, as a frame of 8 columns.

    species (Adelie, Chinstrap, Gentoo), island (Biscoe, Dream, Torgersen), bill_length_mm, bill_depth_mm,
    flipper_length_mm (millimetres), body_mass_g (grams), sex (male, female), year. What was not measured is NaN:
    the four measurements of 2 birds, the sex of 11.

    K. B. Gorman, T. D. Williams, W. R. Fraser, PLoS ONE 9(3): e90081 (2014); collected by A. M. Horst, A. P. Hill,
    K. B. Gorman: palmerpenguins (2020). CC0.
    """
    return table("penguins.csv")
