"""Pictures of words in mails: how often they come in spam and in wanted mail, and what each does to an answer. Reached through `dlcourse.plots`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dlcourse.colours import CLASSES, MARKERS
from dlcourse.plots.base import Picture, picture

_LINE = "#9a9a9a"


def word_shares(
    words: Sequence[str],
    wanted: Sequence[float],
    spam: Sequence[float],
    *,
    title: str = "",
) -> Picture:
    """Draw for each word in what share of the wanted mails and in what share of the spam it stands.

    words, wanted, spam: as many of each; the shares lie between 0 and 1. Drawn from top to bottom in their order.
    Raises ValueError if they are not as many.
    """
    wanted, spam = np.asarray(wanted, dtype=float), np.asarray(spam, dtype=float)
    if not len(words) == len(wanted) == len(spam) or not len(words):
        raise ValueError(f"{len(words)} words, {len(wanted)} and {len(spam)} shares: as many of each, please")
    places = -np.arange(len(words))
    figure, axes = picture(size=(7.4, 0.29 * len(words) + 1.3))
    axes.hlines(places, 100 * wanted, 100 * spam, color=_LINE, linewidth=2, zorder=1)
    for shares, number, name in ((wanted, 0, "wanted mail"), (spam, 1, "spam")):
        axes.plot(
            100 * shares, places, linestyle="none", marker=MARKERS[number], color=CLASSES[number], markersize=8, label=name, zorder=2
        )  # fmt: skip
    axes.set_yticks(places, words)
    axes.set(xlabel="mails that hold the word (%)", xlim=(-2, 102))
    axes.set_ylim(-len(words) + 0.4, 0.6)
    axes.grid(axis="x", color="#e3e3e3", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.legend(fontsize=11, loc="lower right")
    figure.suptitle(title, fontsize=12, weight="bold")
    more = [word for word, one, other in zip(words, wanted, spam, strict=True) if other > one]
    less = [word for word in words if word not in more]
    figure.alt_text = (
        f"{len(words)} words and the share of mails that hold them. More often in spam: {_listed(more)}. "
        f"More often in wanted mail: {_listed(less)}."
    )
    return figure


def word_effects(
    words: Sequence[str],
    changes: Sequence[float],
    *,
    probability: float,
    title: str = "",
) -> Picture:
    """Draw by how much each word of a mail raises (or lowers) the probability of spam.

    words, changes: as many of each; a change is the probability with the word minus that without it. probability: that
    of the whole mail, all words in it. The largest effect stands at the top. A mail without any word that the network
    sees gets a picture that says so. Raises ValueError if they are not as many.
    """
    changes = np.asarray(changes, dtype=float)
    if len(words) != len(changes):
        raise ValueError(f"{len(words)} words and {len(changes)} changes: as many of each, please")
    if not len(words):
        return _no_word(probability, title)
    order = np.argsort(-np.abs(changes), kind="stable")
    figure, axes = picture(size=(7.0, 0.32 * len(words) + 1.4))
    places = -np.arange(len(words))
    for place, i in zip(places, order, strict=True):
        number = int(changes[i] > 0)
        axes.barh(
            place, 100 * changes[i], color=CLASSES[number], height=0.62, edgecolor="#222222", linewidth=0.6
        )
        side = 1 if changes[i] >= 0 else -1
        text = f"{100 * changes[i]:+.0f}".replace("-", "−") if abs(changes[i]) >= 0.005 else "0"
        axes.annotate(
            text, (100 * changes[i], place), (4 * side, 0), textcoords="offset points", va="center",
            ha="left" if side > 0 else "right", fontsize=11,
        )  # fmt: skip
    axes.axvline(0, color="#222222", linewidth=1)
    axes.set_yticks(places, [words[i] for i in order])
    widest = max(8.0, 100 * float(np.abs(changes).max()))
    axes.set(
        xlim=(
            min(0.0, 100 * float(changes.min())) - 0.22 * widest,
            max(0.0, 100 * float(changes.max())) + 0.22 * widest,
        )
    )
    axes.set_xlabel("the word changes the probability of spam by (percentage points)")
    axes.set_title(f"With all its words: {100 * probability:.0f} %", fontsize=11)
    figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = (
        f"A bar for each of {len(words)} words of a mail: to the right if it raises the probability of spam, to the left if it lowers it. "
        f"The words: {_listed(sorted(words))}."
    )
    return figure


def _no_word(probability: float, title: str) -> Picture:
    figure, axes = picture(size=(7.0, 1.4))
    axes.axis("off")
    said = f"The network sees no word of this mail, and says {100 * probability:.0f} %."
    axes.text(0.5, 0.5, said, ha="center", va="center", fontsize=12, transform=axes.transAxes)
    figure.suptitle(title, fontsize=12, weight="bold")
    figure.alt_text = "No bars: the network sees no word of this mail."
    return figure


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words) if words else "none"
