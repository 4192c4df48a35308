"""The known mistakes of exercise 9.5, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlcourse.checking import Correct, Mistake, NotYet, Seen, call, show
from dlcourse.checking.compare import plain


def mirrored(images: np.ndarray, draws: np.ndarray) -> np.ndarray:
    """What the exercise asks for: images (n, height, width), draws (n,)."""
    images = np.asarray(images)
    return np.where((np.asarray(draws) < 0.5)[:, None, None], images[:, :, ::-1], images)


def _chosen(other):
    return lambda images, draws: np.where((draws < 0.5)[:, None, None], other(images), images)


def _about(text: str) -> Callable[[Seen], str]:
    """A message that shows the first picture that comes back wrong, or how many came, if it is not one for each."""

    def message(seen: Seen) -> str:
        images, draws = seen.inputs["images"], seen.inputs["draws"]
        got = np.asarray(plain(seen.got), dtype=float)
        if got.shape != np.shape(images):
            return f"For {len(images)} pictures of shape {np.shape(images)[1:]} you return an array of shape {got.shape}. {text}"
        at = int(np.argmax((got != np.asarray(seen.expected)).any(axis=(1, 2))))
        return f"The picture `{show(images[at])}` with the draw {show(draws[at])} comes back as {show(got[at])}. {text}"

    return message


def _up_to(images: np.ndarray, draws: np.ndarray, count: int) -> np.ndarray:
    """Right for the first `count` pictures, the others as they came."""
    return np.where((np.arange(len(images)) < count)[:, None, None], mirrored(images, draws), images)


def _halves(images: np.ndarray) -> np.ndarray:
    """Column by column read from where it is written to: the right half comes back as it was."""
    new = images.copy()
    for column in range(images.shape[2]):
        new[:, :, column] = new[:, :, -1 - column]
    return new


MISTAKES = {
    "none_mirrored": Mistake(
        lambda images, draws: images,
        _about("That is the picture as it came. A row backwards is `row[::-1]`; has the result been kept?"),
    ),
    "upside_down": Mistake(
        _chosen(lambda i: i[:, ::-1]),
        _about(
            "The rows are in reverse order: the shirt stands on its head. A mirror exchanges left and right, so which of the two axes of a picture is it?"
        ),
    ),
    "turned_round": Mistake(
        _chosen(lambda i: i[:, ::-1, ::-1]),
        _about(
            "Rows *and* columns are reversed: turned by half a turn. A mirror exchanges left and right alone."
        ),
    ),
    "transposed": Mistake(
        lambda images, draws: [i.T if d < 0.5 else i for i, d in zip(images, draws, strict=True)],
        _about(
            "Rows have become columns: the shirt lies on its side. A mirror leaves each row a row, backwards."
        ),
    ),
    "all_mirrored": Mistake(
        lambda images, draws: images[:, :, ::-1],
        _about("Every picture has been mirrored. Only those whose draw is below 0.5 should be."),
    ),
    "the_others": Mistake(
        lambda images, draws: np.where((draws < 0.5)[:, None, None], images, images[:, :, ::-1]),
        _about("The mirror is right, but it takes the pictures whose draw is *above* 0.5."),
    ),
    "order_reversed": Mistake(
        lambda images, draws: images[::-1],
        _about(
            "Not a picture has changed; the pictures come in reverse *order*, so that the labels no longer belong to them."
        ),
    ),
    "mirrored_only": Mistake(
        lambda images, draws: images[draws < 0.5][:, :, ::-1],
        _about("Those that are not mirrored have got lost, so there are fewer pictures than labels."),
    ),
    "first_die_for_all": Mistake(
        lambda images, draws: images[:, :, ::-1] if draws[0] < 0.5 else images,
        _about("The first draw has decided for all pictures. Each has its own."),
    ),
    "both_kept": Mistake(
        lambda images, draws: np.concatenate([images, images[draws < 0.5][:, :, ::-1]]),
        _about(
            "The mirrored ones have been added behind the others. Then there are more pictures than labels; each should take its picture's place."
        ),
    ),
    "negative": Mistake(
        _chosen(lambda i: 1 - i),
        _about("That is 1 minus the picture: light and dark exchanged, not left and right."),
    ),
    "sign": Mistake(
        _chosen(lambda i: -i),
        _about("That is the picture times -1. A mirror moves numbers and changes none."),
    ),
    "first_returned": Mistake(
        lambda images, draws: mirrored(images, draws)[0],
        _about("Only the first picture comes back. Does the loop return before it has seen the others?"),
    ),
    "mask": Mistake(
        lambda images, draws: (draws < 0.5).astype(float),
        _about("That says which pictures to mirror. What becomes of them?"),
    ),
    "the_others_alone": Mistake(
        lambda images, draws: mirrored(images, 1 - draws),
        _about("The mirror is right, but it takes the pictures whose draw is *above* 0.5."),
    ),
    "border": Mistake(
        lambda images, draws: mirrored(images, np.where(draws == 0.5, 0.4, draws)),
        _about("Its draw is exactly 0.5. Is that *below* 0.5?"),
    ),
    "pictures_exchanged": Mistake(
        _chosen(lambda i: i[::-1]),
        _about(
            "That is *another picture* of the batch: `[::-1]` in the first place reverses the order of the pictures. In which place do the columns stand?"
        ),
    ),
    "quarter_turn": Mistake(
        _chosen(lambda i: np.rot90(i, axes=(1, 2))),
        _about("It has been turned by a quarter. A mirror leaves each row where it is, backwards."),
    ),
    "others_lost": Mistake(
        lambda images, draws: np.where((draws < 0.5)[:, None, None], images[:, :, ::-1], 0.0),
        _about(
            "The mirror is right, but where nothing is to be mirrored, nothing is left. What belongs there?"
        ),
    ),
    "stopped_early": Mistake(
        lambda images, draws: _up_to(images, draws, int(np.argmax(draws < 0.5)) + 1),
        _about(
            "The first one below 0.5 has been mirrored, this one not. Does your loop return before it has seen all?"
        ),
    ),
    "first_alone": Mistake(
        lambda images, draws: _up_to(images, draws, 1),
        _about(
            "Only the first picture has been looked at. Does your loop return before it has seen the others?"
        ),
    ),
    "sorted_by_draw": Mistake(
        lambda images, draws: np.concatenate([images[draws < 0.5][:, :, ::-1], images[draws >= 0.5]]),
        _about(
            "The mirrored ones come first and the others behind them: the pictures have left their places, and the labels no longer belong to them."
        ),
    ),
    "written_over": Mistake(
        _chosen(_halves),
        _about(
            "One half is right; the other was copied from columns that had been written over by then. From which array should be read?"
        ),
    ),
    "rolled": Mistake(
        _chosen(lambda i: np.roll(i, 1, axis=2)),
        _about("The columns have moved on by one. A mirror reverses their order."),
    ),
}


def own_words(by_cases: Callable[[Any], Correct | NotYet]) -> Callable[[Any], Correct | NotYet]:
    """The same check; what it does not know is shown by one small picture, or named as dice of the learner's own."""

    def check(answer: Any) -> Correct | NotYet:
        verdict = by_cases(answer)
        if not isinstance(verdict, NotYet) or verdict.code != "wrong_value":
            return verdict
        images, draws = np.arange(400.0).reshape(100, 2, 2), np.random.default_rng(3).uniform(size=100)
        made = plain(call(answer, images, draws))
        if not isinstance(made, np.ndarray) or made.shape != images.shape:
            return verdict
        turned, same = ((made == one).all(axis=(1, 2)) for one in (images[:, :, ::-1], images))
        others = int(np.sum(turned != (draws < 0.5)))
        if np.all(turned | same) and 20 < others < 80:
            text = (
                f"Of 100 pictures each comes back mirrored or as it was, but {others} of them otherwise than their draw says. "
                "Whose dice decide in your function?"
            )
            return NotYet("own_dice", text)
        seen = Seen({"images": images, "draws": draws}, made, mirrored(images, draws))
        if np.array_equal(made, seen.expected):
            return verdict
        text = "Below 0.5 each of its rows should come back backwards, from 0.5 on as it was."
        return NotYet("wrong_value", _about(text)(seen))

    check.codes = (*by_cases.codes, "own_dice")  # type: ignore[attr-defined]
    return check
