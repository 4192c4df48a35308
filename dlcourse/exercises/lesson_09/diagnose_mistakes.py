"""The known mistakes of exercise 9.1, and what it asks for."""

from __future__ import annotations

from dlcourse.checking import Mistake


def diagnose(training: float, validation: float, low: float = 0.7, gap: float = 0.15) -> str:
    """What the exercise asks for: two accuracies from 0 to 1."""
    if training < low:
        return "underfitting"
    return "overfitting" if training - validation > gap else "fits"


_ASK = "For {inputs} you say {got}. "
_SHARE = "You take the 0.15 for a *share* of an accuracy. The rule asks for the difference: more than 0.15."

MISTAKES = {
    "always_the_same": Mistake(
        lambda training, validation: "overfitting",
        _ASK + "You say so of everything. What do the two accuracies tell apart?",
    ),
    "gap_first": Mistake(
        lambda t, v: "overfitting" if t - v > 0.15 else diagnose(t, v),
        _ASK
        + "There is a gap, but this network does not even manage the pictures it learned from. More fixes against "
        "overfitting would make that worse. Which question comes first?",
    ),
    "validation_low": Mistake(
        lambda t, v: "underfitting" if v < 0.7 else "overfitting" if t - v > 0.15 else "fits",
        _ASK
        + "A low validation accuracy alone does not tell: this network knows most of its training pictures. "
        "Whose accuracy says whether it could learn at all?",
    ),
    "low_is_over": Mistake(
        lambda t, v: "overfitting" if v < 0.7 else "fits",
        _ASK
        + "You judge by the validation alone. Bad outside *and* bad at home is one illness, bad outside and good at "
        "home another.",
    ),
    "names_exchanged": Mistake(
        lambda t, v: {"underfitting": "overfitting", "overfitting": "underfitting"}.get(
            diagnose(t, v), "fits"
        ),
        _ASK
        + "You find the right groups, with the two names exchanged. Which one has learned *too much* of its own pictures?",
    ),
    "gap_reversed": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "overfitting" if v - t > 0.15 else "fits",
        _ASK
        + "Your gap is validation minus training. Where is an overfitted network better: at home or outside?",
    ),
    "gap_either_way": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "overfitting" if abs(t - v) > 0.15 else "fits",
        _ASK
        + "It is *better* outside than at home, so it has not learned its own pictures by heart. The sign of the gap matters.",
    ),
    "any_gap": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "overfitting" if t > v else "fits",
        _ASK + "Nearly every network is a little better at home. The rule asks for a gap of more than 0.15.",
    ),
    "training_only": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "overfitting",
        _ASK
        + "A network that knows its own pictures need not be overfitted: it may be as good outside. Where is the gap?",
    ),
    "never_underfitting": Mistake(
        lambda t, v: "overfitting" if t - v > 0.15 else "fits",
        _ASK
        + "You never say 'underfitting'. Is a network that is equally bad everywhere fine? (And if you do ask: does a later line overwrite the answer?)",
    ),
    "never_overfitting": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "fits",
        _ASK
        + "However large the gap is, you never say 'overfitting'. What is the gap here, and what do you compare it with?",
    ),
    "never_fits": Mistake(
        lambda t, v: "overfitting" if t - v > 0.15 else "underfitting",
        _ASK + "Without a gap it is underfitting for you, however good it is. When does neither name fit?",
    ),
    "gap_as_a_share": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "overfitting" if v < 0.85 * t else "fits",
        _ASK + _SHARE,
    ),
    "gap_as_a_share_of_validation": Mistake(
        lambda t, v: "underfitting" if t < 0.7 else "overfitting" if t > 1.15 * v else "fits",
        _ASK + _SHARE,
    ),
    "border": Mistake(
        lambda t, v: "underfitting" if t <= 0.7 else diagnose(t, v),
        _ASK + "The training accuracy is exactly 0.7 there. Is that *below* 0.7?",
    ),
    "both_below": Mistake(
        lambda t, v: "underfitting" if t < 0.7 and v < 0.7 else "overfitting" if t - v > 0.15 else "fits",
        _ASK
        + "You ask that *both* accuracies be low. Whose accuracy says whether the network could learn at all?",
    ),
    "arguments_exchanged": Mistake(
        lambda t, v: diagnose(v, t),
        _ASK
        + "You take the first number for the validation accuracy. It is the training accuracy that comes first.",
    ),
    "in_percent": Mistake(
        lambda t, v: "underfitting",
        _ASK
        + "You say so of everything. Accuracies are numbers from 0 to 1 here. What do you compare them with?",
    ),
    "high_is_over": Mistake(
        lambda t, v: "underfitting" if t > 0.7 else "overfitting" if t - v > 0.15 else "fits",
        _ASK + "Your first comparison is the wrong way round: underfitting is a *low* training accuracy.",
    ),
}
