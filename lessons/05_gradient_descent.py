# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 5 · Loss and gradient descent
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/05_gradient_descent.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/05_gradient_descent.ipynb)
# <!-- /badges -->
#
# **The question:** How does a network find out in which direction better is?
#
# **Time:** 80 minutes. **You need:** lessons 1 to 4.
#
# **After this lesson you can**
#
# - compute mean squared error and cross-entropy, and choose the loss that fits the last layer;
# - explain why accuracy cannot teach a network anything;
# - measure a slope by a nudge, and compute the gradient of one neuron;
# - write gradient descent, and recognise a learning rate that is too small or too large;
# - count the updates of a training, and tell what batches and optimisers change.

# %% tags=["colab"]
# On Colab this installs the course, and leaves Colab's TensorFlow alone. Elsewhere it does nothing.
import importlib.util
import os
import subprocess
import sys

if "COLAB_RELEASE_TAG" in os.environ and importlib.util.find_spec("dlcourse") is None:
    course = "https://github.com/dlcourse/dlcourse/archive/refs/heads/main.zip"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, course, "anywidget", "psygnal"], check=True)

# %%
from timeit import repeat

import numpy as np

from dlcourse import check, claim, datasets, explore, hint, plots, predict, progress, solution
from dlcourse.scratch import SGD, Adam, RMSprop, batches, sigmoid

# %% [markdown]
# ## How wrong is a neuron? One number says it
#
# The perceptron rule of lesson 2 knew right and wrong only. But how wrong is a neuron that guesses a penguin's *mass*
# from its flipper? Output `w * x + b` and target are in kilograms; the input is standardised: 0 is an average flipper.

# %%
penguins = datasets.penguins().dropna(subset=["flipper_length_mm"])
flipper_mm, mass = penguins.flipper_length_mm.to_numpy(), penguins.body_mass_g.to_numpy() / 1000  # kg
flipper = (flipper_mm - flipper_mm.mean()) / flipper_mm.std()  # (342,)
axes = ("flipper length (standardised)", "mass in kg")
plots.errors(flipper, mass, w=0.2, b=4.5, names=axes, every=12)

# %% [markdown]
# Each upright stroke (drawn for one bird in twelve) is an **error**: output minus target (in lesson 2 the other way
# round). One number for all is the **loss**: the larger, the more wrong; 0 is perfect. For three birds:
#
# | | output | target | error | squared |
# |---|---|---|---|---|
# | bird 1 | 4 | 3 | 1 | 1 |
# | bird 2 | 5 | 5 | 0 | 0 |
# | bird 3 | 3 | 5 | −2 | 4 |
# | **mean** | | | −0.33 | **1.67** |
#
# In the mean of the errors, up and down cancel. A square is never negative, and twice the error counts four times. The
# mean of the squares is the **mean squared error**, MSE.
#
# **Exercise 5.1.** Write it for two arrays of any, but the same, length.


# %%
def mse(targets, outputs):
    ...

check("5.1", mse)

# %% [markdown]
# ## When the answer is yes or no: cross-entropy
#
# A neuron with a sigmoid (lesson 3) says how probable it finds *yes*: $p$, say 0.9. If the target is 1, the right answer
# got a probability of 0.9; if 0, only 0.1. **Cross-entropy** counts minus the logarithm of what the right answer got.
#
# The **logarithm** `np.log` undoes `np.exp`. You need only this: $\log(1) = 0$, and as a number comes near 0, its logarithm
# falls without end. So a certain mistake costs without limit; its square would be 1 at most.

# %%
plots.surprise((0.9, 0.5, 0.1, 0.01))

# %% [markdown]
# | target | output $p$ | right answer got | $-\log$ of that |
# |---|---|---|---|
# | 1 | 0.9 | 0.9 | 0.105 |
# | 0 | 0.9 | 1 − 0.9 = 0.1 | 2.303 |
# | 0 | 0.2 | 1 − 0.2 = 0.8 | 0.223 |
# | **mean** | | | **0.877** |
#
# The mean over the examples is **binary cross-entropy**. An `if` in a loop can choose between $p$ and $1 - p$. So can the
# target itself: whatever is multiplied by it stays for 1 and vanishes for 0.
#
# One trap: `np.log(0)` is minus infinity, and 0 times that is `nan`. So Keras first moves every probability to between
# 0.0000001 (`1e-7`) and 1 minus that: `np.clip`.
#
# **Exercise 5.2.** Compute the loss, for arrays.


# %%
def binary_crossentropy(targets, probabilities):
    p = np.clip(probabilities, 1e-7, 1 - 1e-7)
    ...

check("5.2", binary_crossentropy)

# %% [markdown]
# ## One of many classes
#
# Three species, and softmax (lesson 3) gives the shares (0.7, 0.2, 0.1). The target is **one-hot**: for the second species
# (0, 1, 0); the right answer got 0.2, and the loss is $-\log(0.2) =
# 1.609$. The others' shares need not appear: they gain what it loses. Averaged, this is **categorical cross-entropy**.
#
# | wanted | what the last layer must give | loss in Keras |
# |---|---|---|
# | one of many, one-hot | shares that add up to 1 | `"categorical_crossentropy"` |
# | a number | any number: `"linear"` | `"mean_squared_error"` |
# | yes or no | one probability | `"binary_crossentropy"` |
#
# (The first, with `sparse_` before it, takes class indices: lesson 1.) A wrong pair may raise no error and teach nothing:
# two are measured at the end.
#
# **Exercise 5.3.** For each task: the activation of the last layer, then the loss, by their names in Keras.

# %%
pairs = [
    (..., ...),  # the mass of a penguin in kilograms
    (..., ...),  # Gentoo or not: one neuron, targets 1 and 0
    (..., ...),  # one of three species: three neurons, targets one-hot
]

check("5.3", pairs)

# %% [markdown]
# ## Why accuracy is no loss
#
# Right answers are what we want: why not train for accuracy? A neuron with a sigmoid tells malignant
# [breast tumours](https://doi.org/10.24432/C5DW2B) from benign ones by 30 measurements. Turn one of its weights by 0.001.

# %%
predict(
    "5.a",
    "200 such nudges, each of another neuron. How often does the accuracy change at all?",
    options=["nearly always", "about half the time", "in fewer than one of ten"],
    guess=...,
)

# %%
table = datasets.breast_cancer()
tumours = table.drop(columns="diagnosis").to_numpy()  # (569, 30)
malignant = (table.diagnosis == "malignant").to_numpy().astype(float)  # (569,)
x = (tumours - tumours.mean(axis=0)) / tumours.std(axis=0)

def judged(w, b=0.0):
    p = np.clip(sigmoid(x @ w + b), 1e-7, 1 - 1e-7)
    loss = -np.mean(malignant * np.log(p) + (1 - malignant) * np.log(1 - p))  # as in 5.2
    return loss, np.mean((p > 0.5) == malignant)

# %%
def share_changed(seed):
    random, changed = np.random.default_rng(seed), np.zeros(2)  # loss, accuracy
    for _ in range(200):
        w, nudge = random.normal(0.2, 0.3, size=30), np.zeros(30)  # random weights around 0.2
        nudge[random.integers(30)] = 0.001
        changed += np.array(judged(w)) != np.array(judged(w + nudge))
    return changed / 200

shares = np.array([share_changed(seed) for seed in range(5)])
claim("the loss answered every nudge", shares[:, 0].min() == 1)
claim("the accuracy answered fewer than one in ten, five times over", shares[:, 1].max() < 0.1, f"{shares[:, 1]}")
predict("5.a", happened="c" if shares[:, 1].max() < 0.1 else "b" if shares[:, 1].max() < 0.9 else "a")

# %%
places = np.linspace(0, 0.2, 401)
start = np.random.default_rng(0).normal(0.2, 0.3, size=30)
turned = [judged(np.append(place, start[1:])) for place in places]
loss, accuracy = np.array(turned).T  # a row for each
plots.along(places, {"cross-entropy": loss, "accuracy": accuracy}, name="the first weight",
            title="The loss slopes everywhere; accuracy is level, then jumps")

# %% [markdown]
# **Exercise 5.4.** So why is a network not trained by accuracy?
#
# - `"a"` it grows when things get better, and a loss must fall
# - `"b"` nearly everywhere a small change of a weight leaves it as it is
# - `"c"` it is less exact than cross-entropy
# - `"d"` it can never reach its best value

# %%
check("5.4", ...)

# %% [markdown]
# ## A slope, measured by a nudge
#
# As in lesson 3, the **slope** of a loss is how much it rises for each 1 that the weight grows, over a nudge so small
# that the curve hardly bends. Take `loss = w * w` at `w = 4`:
#
# | w | loss | rise | nudge | rise / nudge |
# |---|---|---|---|---|
# | 4 | 16 | | | |
# | 5 | 25 | 9 | 1 | 9 |
# | 4.1 | 16.81 | 0.81 | 0.1 | 8.1 |
# | 4.001 | 16.008001 | 0.008001 | 0.001 | 8.001 |
#
# The smaller the nudge, the nearer to the slope 8, which is $2w$. At −3 the slope is −6: to the right the loss *falls*.

# %%
plots.slope(lambda w: w * w, [-3, 0, 4])  # lambda w: w * w is a function of w without a name

# %% [markdown]
# Why $2w$? With $h$ for the nudge, $(w + h)^2 = w^2 + 2wh + h^2$. The rise is $2wh + h^2$; divided by $h$ that is $2w +
# h$, and for a tiny $h$ only $2w$ is left. Keep this: the slope of a square is 2 times what is squared.
#
# **Exercise 5.5.** `loss` is any function of one number. Return its slope at `w`.


# %%
def slope(loss, w):
    nudge = 0.0001
    ...

check("5.5", slope)

# %% [markdown]
# ## Downhill, step by step: how big should a step be?
#
# A slope above 0 says that uphill is to the right. So we *subtract* it from `w`, times a number that we choose, the
# **learning rate**. Step after step, that is **gradient descent**. From `w = 4` with the rate 0.25:
#
# | w | slope $2w$ | rate × slope | new w |
# |---|---|---|---|
# | 4 | 8 | 2 | 2 |
# | 2 | 4 | 1 | 1 |
# | 1 | 2 | 0.5 | 0.5 |
#
# The steps grow shorter by themselves: the hill grows flatter.
#
# **Exercise 5.6.** Go down any hill: `hill_slope(w)` is its slope at `w`. Return all places, the start first.


# %%
def descend(hill_slope, start, learning_rate, steps):
    w = start
    places = [w]
    ...
    return places

check("5.6", descend)

# %%
predict(
    "5.b",
    "On the hill w * w a rate of 0.25 halves w each time. What does a rate of exactly 1 do, from w = 4?",
    options=["it is there in one step", "it jumps between 4 and -4 for ever", "it flies off", "it crawls"],
    guess=...,
)

# %%
def roll(rate, start=4.0):
    optimizer, w, path = SGD(rate), np.array([start]), [start]  # your step as an object; its name is explained later
    for _ in range(10):
        optimizer.update([w], [2 * w])  # a list of weights, a list of their slopes; the weights are moved
        path.append(w[0])
    return path

paths = {rate: roll(rate) for rate in (0.01, 0.25, 1, 1.1)}
left = {rate: np.abs([roll(rate, w)[-1] / w for w in (4.0, -1.5, 0.3)]) for rate in paths}  # share of the way
claim("0.01 leaves over 80 % of the way, 0.25 under 0.1 %", min(left[0.01]) > 0.8 and max(left[0.25]) < 0.001)
claim("rate 1 ends as far away as it began, 1.1 six times as far", np.allclose(left[1], 1) and min(left[1.1]) > 6)
predict("5.b", happened="b" if np.allclose(left[1], 1) else "c" if min(left[1]) > 1 else "d" if paths[1][1] else "a")
plots.descent(lambda w: w * w, paths, title="Too small, good, on the edge, too large")

# %% [markdown]
# One step makes `w - rate * 2 * w`, which is `w` times `1 - 2 * rate`: here 0.98, 0.5, −1 and −1.2. Every step was
# aimed *downhill*; with 1.1 it is so long that it ends higher on the other side. If a loss grows until it is `inf` or
# `nan`, look at the learning rate first.
#
# With two weights the loss is a landscape; lines join places of equal height, as on a map. (Optimiser and noise: later.)
#
# 1. Raise the learning rate. In which direction does the ball begin to swing, and at which rate is it lost?
# 2. Choose two dips, drag the start to either side, press *Play*. Does it always end in the lower one?

# %%
ball = explore.descent("valley", learning_rate=0.05, steps=12)
ball

# %%
lost = [explore.descent("valley", learning_rate=rate, steps=300).lost for rate in (0.49, 0.51)]
claim("at a rate of 0.49 the ball stays in the valley, at 0.51 it is lost", lost == [False, True])
dips = [explore.descent("two_dips", learning_rate=0.05, start=start, steps=200) for start in (-2.4, 2.4)]
claim("from the right it ends in the higher dip", dips[1].position[0] > 0 and dips[1].loss > dips[0].loss + 0.3)

# %% [markdown]
# It swings across the valley, where the slope is steep: `4 * w2`. So a step multiplies `w2` by `1 - 4 * rate`, and 0.5 is
# the edge. And descent finds *a* low place, not always the lowest.
#
# ## The gradient: a slope for each parameter
#
# Our neuron has two numbers to turn, `w` and `b`. Each has its own slope: how much the loss rises if this number alone
# grows. All slopes together are the **gradient**. Nudging a million weights takes a million losses, so we want a formula.
# For `w = 1`, `b = 1`, MSE, and two made-up birds:
#
# | x | output $wx + b$ | target | error | slope of error², for b | for w |
# |---|---|---|---|---|---|
# | 3 | 4 | 3 | 1 | 2 · 1 = 2 | 2 · 1 · 3 = 6 |
# | 5 | 6 | 8 | −2 | 2 · (−2) = −4 | 2 · (−2) · 5 = −20 |
# | | | | **mean** | **−1** | **−7** |
#
# If `b` grows, each error grows as much, and the slope of its square is 2 times what is squared: `2 * error`. If `w`
# grows by 1, the error grows by `x`, so the slope is `x` times as large. The loss is a mean, and so is its slope.
#
# **Exercise 5.7.** Write it for arrays `x` and `y` (the targets) of any length.


# %%
def gradient(x, y, w, b):
    errors = w * x + b - y
    ...
    return w_slope, b_slope

check("5.7", gradient)

# %% [markdown]
# **Exercise 5.8.** One step of gradient descent: return the new `w` and `b`. You may call your `gradient`. Both slopes
# belong to the place where you *stand*.
#
# Below: formula against nudge, then three rates.


# %%
def update(x, y, w, b, learning_rate):
    ...
    return w, b

check("5.8", update)

# %%
def mass_loss(w, b):
    return np.mean((w * flipper + b - mass) ** 2)

def fit_mass(rate, w, b, steps=20):
    optimizer, w, b, seen = SGD(rate), np.array(w), np.array(b), []
    for _ in range(steps):
        errors = w * flipper + b - mass
        optimizer.update([w, b], [np.mean(2 * errors * flipper), np.mean(2 * errors)])
        seen.append(mass_loss(w, b))
    return seen

nudged = (mass_loss(0.2 + 1e-4, 4.5) - mass_loss(0.2 - 1e-4, 4.5)) / 2e-4  # to both sides: more exact
formula = np.mean(2 * (0.2 * flipper + 4.5 - mass) * flipper)
claim("for w, formula and nudge agree to six digits", np.isclose(nudged, formula, rtol=1e-6))

# %%
starts = np.random.default_rng(5).normal(scale=3, size=(5, 2))
runs = {f"rate {rate}": [fit_mass(rate, w, b) for w, b in starts] for rate in (0.01, 0.3, 1.1)}
slow, good, wild = [np.array(run)[:, -1] for run in runs.values()]
best = mass_loss(*np.polyfit(flipper, mass, 1))  # NumPy's own best line
claim("rate 0.3 reaches the best line there is, from all five starts", np.allclose(good, best, rtol=1e-4))
claim("rate 0.01 is not even near: over five times that loss", slow.min() > 5 * best, f"{(slow / best).round()} times")
claim("rate 1.1 ends with a larger loss than it began", all(run[-1] > run[0] for run in runs["rate 1.1"]))
plots.losses(runs, x="step", log=True, title="Too small crawls, too large explodes")

# %% [markdown]
# (Up a logarithmic axis equal distances *multiply*: here by ten a mark.) The loss never reaches 0: birds with the same
# flippers differ in mass.
#
# ## All examples, one, or a few: batches
#
# A step need not ask *all* examples. Those that share a step are a batch (lesson 3), their number is the **batch
# size**, and the
# step is an **update**. A pass through all examples is an **epoch**. All in one batch: batch gradient descent. One at a
# time, in random order: **stochastic gradient descent**, SGD. A few: **mini-batches**, often called SGD, too.
#
# 569 tumours, batch size 32, 3 epochs:
#
# ```text
# 569 / 32 = 17.8      17 full batches with 17 * 32 = 544 tumours
# 569 - 544 = 25       these make an 18th, smaller batch
# 3 * 18 = 54          updates in 3 epochs
# ```
#
# **Exercise 5.9.** How many updates does a training make?


# %%
def updates(examples, batch_size, epochs):
    ...

check("5.9", updates)

# %% [markdown]
# **Exercise 5.10.** Find the bug. This is one epoch of mini-batches for our neuron. With batches of one it is right, but a
# batch of 32 takes a step about 32 times as long as it should. (`x[a:b]`: from `a` up to, not including, `b`.)


# %%
def epoch(x, y, w, b, learning_rate, batch_size):
    for start in range(0, len(x), batch_size):
        some_x = x[start : start + batch_size]
        some_y = y[start : start + batch_size]
        errors = w * some_x + b - some_y
        w_slope = 2 * np.sum(errors * some_x)
        b_slope = 2 * np.sum(errors)
        w, b = w - learning_rate * w_slope, b - learning_rate * b_slope
    return w, b

check("5.10", epoch)

# %% [markdown]
# Back to the tumours. For sigmoid with binary cross-entropy the gradient is even shorter than for MSE: the mean of
# `(p - target) * x` for a weight, of `p - target` for `b`, without the 2. A nudge will confirm it; lesson 6 shows why.
# (You need not read `train`.)

# %%
predict(
    "5.c",
    "54 updates with batches of 32, or 54 with all 569. How much lower does the second bring the loss?",
    options=["to about an 18th: it saw 18 times as much", "to about half", "hardly lower at all"],
    guess=...,
)

# %%
def train(inputs, optimizer, batch_size, updates, seed):
    random, w, b, seen = np.random.default_rng(seed), np.zeros(30), np.zeros(1), []
    while True:
        for some, targets in batches(inputs, malignant, batch_size, random):  # one epoch, shuffled
            errors = sigmoid(some @ w + b) - targets
            slopes = errors @ some / len(targets)  # (30,): for each weight the mean of error * input
            optimizer.update([w, b], [slopes, np.array([errors.mean()])])
            p = np.clip(sigmoid(inputs @ w + b), 1e-7, 1 - 1e-7)
            seen.append(-np.mean(np.log(np.where(malignant == 1, p, 1 - p))))  # the loss over all tumours
            if len(seen) == updates:
                return np.array(seen)

# %%
w, step = np.full(30, 0.1), np.array([1e-4] + 29 * [0])  # a nudge of the first weight alone
nudged = (judged(w + step)[0] - judged(w - step)[0]) / 2e-4
claim("formula and nudge agree", np.isclose(nudged, np.mean((sigmoid(x @ w) - malignant) * x[:, 0]), rtol=1e-5))
sizes = {"one tumour": 1, "32 tumours": 32, "all 569": 569}
equal = {name: [train(x, SGD(0.3), size, 54, seed) for seed in range(5)] for name, size in sizes.items()}
few, all_ = np.array(equal["32 tumours"])[:, -1], np.array(equal["all 569"])[:, -1]
claim("after 54 updates, 32 and all 569 are within 5 % of each other", np.allclose(few, all_, rtol=0.05))
ratio = (all_ / few).mean()
predict("5.c", happened="a" if ratio < 0.2 else "b" if ratio < 0.8 else "c")
rows, whole = [min(repeat(work, number=9)) for work in (lambda: [row @ start for row in x], lambda: x @ start)]
claim("569 rows take over five times as long one by one as in one table", rows > 5 * whole)
plots.losses(equal, log=True, title="Update for update, 32 tumours teach as much as 569")

# %% [markdown]
# A batch is a sample, as in an opinion poll: the mean of 32 is already close to the mean of 569, at an eighteenth of the
# arithmetic. And one at a time, those 32 would take longer than in one table. Now the same number of *examples*, three
# epochs for each.

# %%
counts = {"one tumour": 3 * 569, "32 tumours": 54, "all 569": 3}
same = {name: [train(x, SGD(0.3), sizes[name], n, seed) for seed in range(5)] for name, n in counts.items()}
one, few, all_ = [np.array(run) for run in same.values()]
claim("32 at a time end at under half the loss of all at once", few[:, -1].max() < all_[:, -1].min() / 2)
rises = [(np.diff(run) > 0).mean() for run in (one, few, all_)]
claim("the loss rises in over a third of the updates with one, under a tenth with 32, none with all",
      rises[0] > 1 / 3 and rises[1] < 0.1 and rises[2] == 0, f"one {rises[0]:.0%}, 32 {rises[1]:.0%}")
apart = [run[:, -1].max() - run[:, -1].min() for run in (one, few)]
claim("five orders of one at a time end over ten times as far apart as five of 32", apart[0] > 10 * apart[1])
at = {name: np.arange(1, n + 1) * 3 * 569 / n for name, n in counts.items()}
plots.losses(same, at=at, x="tumours seen", log=True, title="One is quick and noisy, all are calm and slow")

# %% [markdown]
# One at a time is ahead most of the way, but wavers: where it ends is luck. All at once takes three calm steps.
# Batches of 32 are the bargain: many updates, and calm ones.
#
# **Exercise 5.11.** Each of the 1,707 updates with one tumour goes downhill. Why does the loss rise in so many?
#
# - `"a"` there must be a bug in the code
# - `"b"` the learning rate 0.3 is too large for any kind of batch
# - `"c"` it goes down the slope of one tumour's loss; the curve shows the loss over all
# - `"d"` each update undoes all the updates before it

# %%
check("5.11", ...)

# %% [markdown]
# ## Momentum, RMSprop and Adam: better steps
#
# An **optimiser** turns gradients into steps. Three more (`g` is a slope; what they remember begins at 0).
#
# **Momentum**: a ball that keeps rolling. It keeps nine tenths of its speed, and each step adds to that.
#
# ```python
# speed = 0.9 * speed - rate * g
# w = w + speed
# ```
#
# While slopes keep their sign, they add up: 1 + 0.9 + 0.81 + …, in the end ten times a single step.

# %%
def valley(one, two):  # the explorer's
    return 0.1 * one**2 + 2 * two**2

def slide(optimizer, start=(-5, 2), rate=0.08):
    return explore.descent("valley", optimizer, learning_rate=rate, start=start, steps=40).path

starts = [(-5, 2), (2.5, -2), (-3, -2.5), (-5.5, 0.5), (2.8, 3)]
left = {name: [valley(*slide(name, start)[-1]) for start in starts] for name in ("sgd", "momentum")}
claim("after 40 steps SGD's loss is over ten times that of momentum, from five starts",
      np.min(np.array(left["sgd"]) / left["momentum"]) > 10)
fast = [valley(*slide("sgd", start, rate=0.4)[-1]) for start in starts]
claim("but at five times the rate SGD ends below both", np.all(np.array(fast) < left["momentum"]))
slides = {"SGD": slide("sgd"), "momentum": slide("momentum")}
plots.contours(valley, slides, target=(0, 0), names=("w1", "w2"), title="Along the valley momentum gathers speed")

# %% [markdown]
# Along the valley speed gathers; across it the ball swings. No magic: with longer steps SGD is ahead.
#
# **RMSprop**: a step of its own for each weight. The slope is divided by its usual size, the root of a running mean of its
# squares (nine tenths old mean, one tenth new square). So steps are roughly `rate` long, be the slopes huge or tiny.
#
# ```python
# squares = 0.9 * squares + 0.1 * g**2
# w = w - rate * g / np.sqrt(squares)
# ```
#
# **Adam**: both. A running mean of the slopes, divided like that. (Both means start too small; Adam corrects that.)
#
# ```python
# mean = 0.9 * mean + 0.1 * g
# squares = 0.999 * squares + 0.001 * g**2
# w = w - rate * mean / np.sqrt(squares)
# ```
#
# A slope is error times input, so inputs of different size make slopes of different size. First the tumours *as
# measured*, only the mean taken away (some columns reach thousands, others hundredths); then standardised. Each optimiser
# gets the best of six rates.

# %%
made = {"SGD": SGD, "momentum": lambda rate: SGD(rate, momentum=0.9), "RMSprop": RMSprop, "Adam": Adam}
rates = {"raw": (1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2), "standardised": (0.01, 0.03, 0.1, 0.3, 1.0, 3.0)}
inputs = {"raw": tumours - tumours.mean(axis=0), "standardised": x}

def five_runs(kind, name, rate):  # 90 updates are 5 epochs
    return np.array([train(inputs[kind], made[name](rate), 32, 90, seed) for seed in range(5)])

def best_of_rates(kind):
    tried = {name: [five_runs(kind, name, rate) for rate in rates[kind]] for name in made}
    return {name: min(runs, key=lambda run: run[:, -1].mean()) for name, runs in tried.items()}

# %%
raw, standard = best_of_rates("raw"), best_of_rates("standardised")
ends = {name: run[:, -1] for name, run in raw.items()}
low, high = [np.concatenate([ends[a], ends[b]]) for a, b in (("RMSprop", "Adam"), ("SGD", "momentum"))]
claim("raw: each run of RMSprop and Adam ends below every run of SGD and momentum", low.max() < high.min(),
      f"{low.min():.2f} to {low.max():.2f} against {high.min():.2f} to {high.max():.2f}")
means = [run[:, -1].mean() for run in standard.values()]
claim("standardised: all four end within 0.02 of each other", max(means) - min(means) < 0.02,
      ", ".join(f"{name} {mean:.3f}" for name, mean in zip(standard, means)))
claim("and all lower than the best on raw inputs", max(means) < min(end.mean() for end in ends.values()))
plots.losses(raw, log=True, title="Raw inputs: a step of its own for each weight helps")

# %% [markdown]
# With raw inputs RMSprop and Adam win. With standardised ones the choice hardly matters, and *every* optimiser beats the
# best one on raw inputs: here standardising did more.
#
# Back to the explorer: try all four in the narrow valley, then with noise. Which two set out slantwise, as far in
# `w1` as in `w2`?
# (Those that divide a slope by its size.)
#
# ## The same in Keras
#
# Losses and steps as above.

# %%
import warnings

import keras

t, p = np.array([[1.0], [0.0], [0.0]]), np.array([[0.9], [0.9], [0.2]])  # (3, 1): the table of cross-entropy
claim("MSE: 1.67", np.isclose(keras.losses.mean_squared_error([3.0, 5.0, 5.0], [4.0, 5.0, 3.0]), 5 / 3))
claim("binary cross-entropy: 0.877", np.isclose(np.mean(keras.losses.binary_crossentropy(t, p)), 0.877, atol=0.001))
claim("categorical: 1.609",
      np.isclose(keras.losses.categorical_crossentropy([0.0, 1.0, 0.0], [0.7, 0.2, 0.1]), 1.609, atol=0.001))
with warnings.catch_warnings(record=True):  # Keras warns about both, and goes on
    nothing = keras.losses.categorical_crossentropy(t, p)  # shares are first made to add up to 1: one alone is 1
    always = keras.activations.softmax(np.array([[-3.0], [0.0], [8.0]]))  # e**z divided by e**z
claim("wrong pair: one sigmoid with categorical cross-entropy costs 0, right or wrong", np.max(nothing) < 1e-6)
claim("wrong pair: softmax of one neuron is 1, whatever goes in", np.allclose(always, 1))

# %%
slopes = [np.array([6.0, -2.0]), np.array([0.5])]
others = {"SGD": keras.optimizers.SGD(0.1), "momentum": keras.optimizers.SGD(0.1, momentum=0.9),
          "RMSprop": keras.optimizers.RMSprop(0.1), "Adam": keras.optimizers.Adam(0.1)}
for name, keras_optimizer in others.items():
    ours, theirs = [np.ones(2), np.ones(1)], [keras.Variable(np.ones(2)), keras.Variable(np.ones(1))]
    optimizer = made[name](0.1)
    for _ in range(3):
        optimizer.update(ours, slopes)
        keras_optimizer.apply(slopes, theirs)
    same_steps = all(np.allclose(a, b, atol=1e-6) for a, b in zip(ours, theirs, strict=True))
    claim(f"{name}: three steps lead to the same weights as in Keras", same_steps)

# %% [markdown]
# ## To take with you
#
# - A loss says in one number how wrong a network is, and answers every nudge of a weight.
# - MSE for numbers, binary cross-entropy after one sigmoid, categorical cross-entropy after softmax.
# - The gradient has a slope for each parameter. A step is minus the learning rate times it.
# - Too small a rate crawls, too large flies off. Here an update on 32 was worth nearly one on all.
# - Momentum, RMSprop and Adam shape the step. Here none made up for raw inputs.
#
# **New words**
#
# - **error**: output minus target.
# - **loss**: one number for how wrong; 0 is perfect.
# - **mean squared error**: the mean of the squared errors.
# - **cross-entropy**: −log of the probability that the right answer was given.
# - **gradient descent**: step after step against the gradient.
# - **learning rate**: what the slope is multiplied by to make a step.
# - **gradient**: all slopes together, one for each parameter.
# - **update**: one step. **batch size**: how many examples share it; in a **mini-batch** few.
# - **epoch**: one pass through all examples.
# - **stochastic gradient descent**: one example at a time, in random order.
# - **optimiser**: turns gradients into steps.
#
# **Common mistakes**
#
# - Stepping *with* the slope; a weight that has already moved; a sum where the mean belongs.
# - Softmax on one neuron; sigmoid with categorical cross-entropy.
# - Epochs taken for updates; the smaller last batch forgotten.
#
# **Next:** all that was for *one* neuron. Lesson 6, backpropagation: how every weight gets its share of the blame.

# %%
progress()
