# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 3 · Activation functions
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/03_activations.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/03_activations.ipynb)
# <!-- /badges -->
#
# **The question:** Why does a network need a bend between its layers?
#
# **Time:** 75 minutes. **You need:** lessons 1 and 2.
#
# **After this lesson you can**
#
# - compute the one neuron that replaces two layers without a bend;
# - build XOR from two ReLUs and one more neuron, on paper;
# - measure a slope by a nudge, and explain where ten layers lose a nudge;
# - write ReLU, the sigmoid, and a softmax that does not overflow;
# - choose an activation for hidden neurons and for each kind of output.

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
import numpy as np

from dlcourse import check, claim, datasets, explore, hint, plots, predict, progress, scratch, solution

# %% [markdown]
# ## Neurons behind neurons
#
# Lesson 2 ended with a hope: neurons that make new inputs for another neuron. So put two between inputs and output.
# Nobody outside sees them: they are **hidden neurons**.
#
# $$h_1 = x_1 + 2 x_2 + 1, \qquad h_2 = 3 x_1 - x_2, \qquad \text{output} = 2 h_1 + h_2 - 4.$$
#
# `hidden_w` has a row for each input and a column for each hidden neuron. (`scratch` is the course's own
# NumPy code; `scratch.linear` passes on what comes in.)

# %%
hidden_w = np.array([[1.0, 3.0],    # x1 counts 1 in h1 and 3 in h2
                     [2.0, -1.0]])  # x2 counts 2 in h1 and -1 in h2
hidden_b = np.array([1.0, 0.0])     # the biases of h1 and h2
output_w, output_b = np.array([2.0, 1.0]), -4.0

parts = [(hidden_w, hidden_b), (output_w.reshape(2, 1), np.array([output_b]))]
names = ["x1", "x2", "h1", "h2", "output"]
plots.forward_pass([1, 2], parts, scratch.linear, names=names, title="For (1, 2) the output is 9")

# %% [markdown]
# **Exercise 3.1.** The hope is in danger: *one* neuron gives the same output for every $x_1$ and $x_2$. Find its
# `(w1, w2, b)` on paper: put $h_1$ and $h_2$ into the third formula and multiply out.

# %%
one_neuron = ...

check("3.1", one_neuron)

# %% [markdown]
# ## Why two layers without a bend are one: `@` between tables
#
# `rides @ w` multiplied each *row* by `w`. If the right side has several columns, each row is multiplied by each
# column, number by number, and added up. For two examples, (1, 2) and (0, 1):
#
# | `x @ hidden_w` | column (1, 2), for $h_1$ | column (3, −1), for $h_2$ |
# |---|---|---|
# | row (1, 2) | 1 · 1 + 2 · 2 = **5** | 1 · 3 + 2 · (−1) = **1** |
# | row (0, 1) | 0 · 1 + 1 · 2 = **2** | 0 · 3 + 1 · (−1) = **−1** |
#
# Then `+ hidden_b` adds the biases to every row.
#
# The same operator makes the one neuron. `hidden_w @ output_w` says how strongly each input reaches the output, by
# way of $h_1$ and of $h_2$. The hidden biases travel on, too: `hidden_b @ output_w`. The second cell below melts ten
# random layers into one.

# %%
x = np.array([[1.0, 2.0], [0.0, 1.0]])  # (2, 2): two examples, two inputs
print(x @ hidden_w)
hidden = x @ hidden_w + hidden_b        # (2, 2): a row for each example, a column for each neuron
output = hidden @ output_w + output_b   # (2,)
one_w, one_b = hidden_w @ output_w, hidden_b @ output_w + output_b
claim("one neuron gives the same outputs as three", np.allclose(output, x @ one_w + one_b))

# %%
def share_that_agrees(seed):
    random, shapes = np.random.default_rng(seed), [(2, 50)] + [(50, 50)] * 8 + [(50, 1)]
    deep = x = random.normal(size=(1000, 2))
    w, b = np.eye(2), np.zeros(2)                     # a layer that passes everything on as it is
    for before, after in shapes:                      # ten layers
        next_w = random.normal(size=(before, after)) / 7  # / 7, or the numbers would grow and grow
        next_b = random.normal(size=after)
        deep = deep @ next_w + next_b                 # layer behind layer ...
        w, b = w @ next_w, b @ next_w + next_b        # ... and all of them in one
    return np.isclose(deep, x @ w + b).mean()

shares = [share_that_agrees(seed) for seed in range(5)]
claim("in five random networks, one neuron agrees for all 1,000 inputs", min(shares) == 1)

# %% [markdown]
# A weighted sum of weighted sums is a weighted sum. However many layers, all they can draw is one straight line.
#
# ## ReLU: the smallest bend
#
# So something must stand between layers: an **activation function**, which changes what each hidden neuron says
# before the next layer gets it. What comes in, lesson 2's output, is the **pre-activation** $z$; what comes out,
# the **activation** $a$.
#
# The simplest is **ReLU** (rectified linear unit): what is above 0 passes, anything else becomes 0. relu(3) = 3,
# relu(−2) = 0.

# %%
plots.activations(["linear", "relu"], slopes=False, title="A line, and a line with one bend")

# %% [markdown]
# **Exercise 3.2.** Write it yourself (`scratch.relu` doesn't count): `z` is an array of any length; return as many
# numbers.

# %%
def relu(z):
    ...

check("3.2", relu)

# %% [markdown]
# ## XOR falls
#
# No neuron solved XOR: 1 if exactly one of two switches is on. Two hidden neurons with a bend go first. Both have
# weights 1 and 1; their biases are 0 and −1.
#
# | switches | sum | $h_1$ = relu(sum) | $h_2$ = relu(sum − 1) | wanted |
# |---|---|---|---|---|
# | (0, 0) | 0 | 0 | 0 | 0 |
# | (0, 1) and (1, 0) | 1 | 1 | 0 | 1 |
# | (1, 1) | 2 | 2 | 1 | 0 |
#
# $h_1$ counts switches, $h_2$ is silent until both are on.
#
# **Exercise 3.3.** Behind them stands a neuron of lesson 2: output = $w_1 h_1 + w_2 h_2 + b$, and above 0 means 1.
# Give `(w1, w2, b)` so that all four are right. Many answers are.

# %%
output_neuron = ...

check("3.3", output_neuron)

# %%
xor, wanted = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])

def xor_network(x, bend):
    hidden = bend(x @ np.array([[1, 3], [1, 3]]) + np.array([0, -3]))  # (n, 2): the second three times as loud
    return hidden @ np.array([1, -1]) - 0.5                            # (n,)

def bent(x): return xor_network(x, scratch.relu)
def straight(x): return xor_network(x, scratch.linear)

claim("with ReLU all four are right", ((bent(xor) > 0) == wanted).all())
claim("the same numbers without it: one is wrong", ((straight(xor) > 0) != wanted).sum() == 1)
plots.decision_surface({"with ReLU": bent, "without": straight}, xor, wanted, threshold=0, margin=0.4,
                       title="With the bend two lines, without it one",
                       names=("switch 1", "switch 2"), class_names=("answer 0", "answer 1"))

# %% [markdown]
# Two lines: the output rises and falls again, so it crosses 0 twice. The proof of lesson 2 needed an output that changes
# *evenly* on the way from one point to another. Over a bend it does not.
#
# We chose the numbers (in the cell $h_2$ is three times the table's). Now all nine are random, between −10 and 10.
# (You need not read `count_solvers`.)

# %%
predict(
    "3.a",
    "Of 100,000 random networks of three neurons, the hidden ones with ReLU: how many solve XOR?",
    options=["none", "about one in a thousand", "about one in ten", "nearly all"],
    guess=...,
)

# %%
def count_solvers(bend, seed, count=100_000):
    random = np.random.default_rng(seed)
    w, b = random.uniform(-10, 10, (2, 2 * count)), random.uniform(-10, 10, 2 * count)
    hidden = bend(xor @ w + b).reshape(4, count, 2)     # two neurons for each network
    v, c = random.uniform(-10, 10, (count, 2)), random.uniform(-10, 10, count)
    said = (hidden * v).sum(axis=2) + c > 0             # (4, count)
    return (said == wanted.reshape(4, 1)).all(axis=0).sum()

solved = [int(count_solvers(scratch.relu, seed)) for seed in range(3)]
claim("without a bend, none", not any(count_solvers(scratch.linear, seed) for seed in range(3)))
claim("with ReLU some, but fewer than one in 300", min(solved) > 20 and max(solved) < 333, f"{solved}")
predict("3.a", happened="abcd"[sum(max(solved) > edge for edge in (0, 333, 50_000))])

# %% [markdown]
# A bend makes it possible; luck hardly finds it. Lesson 6's playground has a better way.
#
# ## How bends, added up, make any curve
#
# The XOR picture's $h_1 - h_2$ is a sum of two ReLUs: the first climbs by 1 for each switch, the second takes 3 away
# from its corner on. So each ReLU bends the sum at its own corner and leaves alone what lies to the left. The cell
# follows three curves with 2, 5 and 10 of them, as nearly as even corners allow.
#
# 1. Move one corner, then one slope. Which part of the sum follows?
# 2. How near do you get with three? Where do more help?

# %%
def nearest(curve, count):
    sum_of_relus = explore.relus(curve)
    sum_of_relus.set(count)  # so many corners, evenly placed, with the best slopes
    return sum_of_relus.distance

for curve in ("sine", "bump", "parabola"):
    few, more, many = [nearest(curve, count) for count in (2, 5, 10)]
    claim(f"{curve}: ten ReLUs are nearer than five, and five than two", many < more < few,
          f"{few:.3f}, {more:.3f}, {many:.3f} away")
explore.relus("sine")

# %% [markdown]
# [A theorem of 1993](https://doi.org/10.1016/S0893-6080%2805%2980131-5): with enough of them any unbroken curve can
# be followed as closely as you like, over any stretch. (Almost any bend will do.) It does not say how to find them.
#
# ## Six activations: value, slope, range
#
# The **slope** says how much the output grows for each 1 of $z$, right there: 0 where the curve is level, 1 where it
# climbs as fast as $z$. The formulas stand below the picture. In them, the **exponential** $e^z$ is a power of $e$, about
# 2.718: always above 0, 1 at 0, and growing fast. In code always `np.exp(z)`, which has all its digits.

# %%
z = np.linspace(-8, 8, 1601)
steepest = {name: scratch.slope(name, z).max() for name in ("sigmoid", "tanh", "relu", "gelu")}
claim("the sigmoid is never steeper than a quarter", np.isclose(steepest["sigmoid"], 0.25))
claim("the step is level everywhere but at its jump", np.count_nonzero(np.diff(scratch.step(z))) == 1)
claim("tanh and ReLU reach slope 1, GELU a little more",
      steepest["tanh"] == steepest["relu"] == 1 < steepest["gelu"] < 1.2)
claim("tanh is a sigmoid in other units: 2 * sigmoid(2 z) - 1",
      np.allclose(scratch.tanh(z), 2 * scratch.sigmoid(2 * z) - 1))
claim("GELU goes down to -0.17", round(scratch.gelu(z).min(), 2) == -0.17)
plots.activations(title="Sigmoid and tanh level off at both ends; ReLU and its relatives climb on")

# %% [markdown]
# | | formula | range | slope | where |
# |---|---|---|---|---|
# | none | $z$ | all numbers | 1 | plain numbers out, like a fare |
# | step | 1 if $z > 0$, else 0 | 0 or 1 | 0 | decisions (lesson 2) |
# | **sigmoid** | $1 / (1 + e^{-z})$ | 0 to 1 | 0 to 0.25 | a probability out: yes or no |
# | **tanh** | $2\,\text{sigmoid}(2z) - 1$ | −1 to 1 | 0 to 1 | networks for series (lesson 11) |
# | ReLU | the larger of 0 and $z$ | 0 and up | 0 or 1 | hidden neurons, the usual first choice |
# | **leaky ReLU** | $z$ if $z > 0$, else a fifth of $z$ | all numbers | 0.2 or 1 | hidden neurons, so that none falls silent |
# | **GELU** | $z$ times the share of the bell curve left of $z$ | −0.17 and up | −0.13 to 1.13 | [language models](https://arxiv.org/abs/1810.04805) |
#
# **Exercise 3.4.** Write the sigmoid yourself: an array `z` comes in, and as many numbers go out.

# %%
def sigmoid(z):
    ...

check("3.4", sigmoid)

# %% [markdown]
# ## Slope, measured by a nudge
#
# In the explorer, the straight line touching the curve has its slope.
#
# 1. Where is the sigmoid steepest? What is left of its slope at $z = 6$?
# 2. Compare with tanh. Which is steeper at 0, which at 4?
# 3. Find a $z$ where GELU *falls*.
#
# The cell after it measures slopes: nudge $z$ a little, see how far the value moves, divide.

# %%
explore.activation("sigmoid", z=1.0)

# %%
z, nudge = np.array([-2.0, 0.0, 0.5, 2.0]), 0.00001
moved = scratch.sigmoid(z + nudge) - scratch.sigmoid(z)
print("z:      ", z)
print("sigmoid:", scratch.sigmoid(z).round(3))
print("slope:  ", (moved / nudge).round(3))
a = scratch.sigmoid(z)  # the activations
claim("a rule says the same: a * (1 - a)", np.allclose(moved / nudge, a * (1 - a), atol=1e-4))
moved = np.tanh(z + nudge) - np.tanh(z)
claim("and for tanh: 1 - a ** 2, with tanh's own a", np.allclose(moved / nudge, 1 - np.tanh(z) ** 2, atol=1e-4))

# %% [markdown]
# Calculus gives these rules; the cell has measured them. They need only $a$: at $z = 2$ the sigmoid gives 0.88, so its
# slope is 0.88 · 0.12, about 0.1.
#
# **Exercise 3.5.** Return the slope of a leaky ReLU at each number of the array `z`, none of which is 0 (the corner
# has no slope). `leak` says how much of a number below 0 comes through: a fifth in the table, 0 for ReLU.

# %%
def leaky_slope(z, leak):
    ...

check("3.5", leaky_slope)

# %% [markdown]
# **Exercise 3.6.** Find the bug. A sigmoid climbs everywhere, but for $z = -2$ this function says −6. Arrays come in;
# `scratch.sigmoid` is yours to use.

# %%
def sigmoid_slope(z):
    return z * (1 - z)

check("3.6", sigmoid_slope)

# %% [markdown]
# ## Saturation: where a neuron no longer reacts
#
# Far from 0 a sigmoid is nearly level: it is **saturated**, and small changes hardly move its output. 100 sigmoid
# neurons with random weights get four measurements of each penguin, once in millimetres and grams, once standardised.

# %%
measurements = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
raw = datasets.penguins()[measurements].dropna().to_numpy()  # (342, 4)
standard = (raw - raw.mean(axis=0)) / raw.std(axis=0)        # column by column, as in lesson 2

asleep, awake = [], []
for seed in range(5):
    w = np.random.default_rng(seed).normal(size=(4, 100)) / 2  # a column for each neuron
    asleep.append((scratch.slope("sigmoid", raw @ w) < 0.001).mean())
    awake.append((scratch.slope("sigmoid", standard @ w) > 0.1).mean())
claim("in grams and millimetres, over 95% of the slopes are below 0.001", min(asleep) > 0.95, f"{min(asleep):.1%}")
claim("standardised, over 90% are above 0.1", min(awake) > 0.9, f"{min(awake):.1%}")

# %% [markdown]
# Grams come in thousands, so nearly every neuron was fully on or off: one more reason to standardise.
#
# ## Slopes in a row multiply
#
# Now one tanh behind another, no weights. On paper, from $z = 0.5$:
#
# | | $z$ | activation $a$ | slope $1 - a^2$ |
# |---|---|---|---|
# | first | 0.5 | 0.462 | 0.786 |
# | second | 0.462 | 0.432 | 0.814 |
#
# A nudge at the start is multiplied by 0.786, then by 0.814: 0.640 in all.
#
# **Exercise 3.7.** `z` goes through `layers` tanh functions (1 or more), each taking what the one before gives. Return
# the product of their slopes.

# %%
def chain_slope(z, layers):
    ...

check("3.7", chain_slope)

# %% [markdown]
# ## What is left of a nudge after ten layers
#
# A whole network: ten layers of 50 neurons, with random weights [of a size chosen for
# ReLU](https://arxiv.org/abs/1502.01852). We nudge 200 inputs by 0.001 each and see how far each layer's activations
# move, as a share of that; the middle one counts. (You need not read `share_left`.)

# %%
predict(
    "3.b",
    "Ten layers of sigmoids. How much of the nudge arrives?",
    options=["about all of it", "about a tenth", "about a hundredth", "less than a thousandth"],
    guess=...,
)

# %%
def share_left(name, seed, size=1):
    random, f = np.random.default_rng(seed), scratch.ACTIVATIONS[name].value
    x, direction = random.normal(size=(200, 50)), random.normal(size=50)
    nudged = x + 0.001 * direction / np.linalg.norm(direction)  # each input moved by a length of 0.001
    left = []
    for layer in range(10):
        w = size * random.normal(size=(50, 50)) * np.sqrt(2 / 50)
        x, nudged = f(x @ w), f(nudged @ w)
        moved = np.linalg.norm(nudged - x, axis=1)              # how far each of the 200 has moved
        left.append(np.median(moved) / 0.001)
    return left

# %%
names = ("step", "sigmoid", "tanh", "relu")
after_ten = {name: [share_left(name, seed)[-1] for seed in range(1, 6)] for name in names}
most, least = max(after_ten["sigmoid"]), min(after_ten["tanh"] + after_ten["relu"])
claim("five networks of sigmoids: each leaves less than 0.0001", most < 1e-4, f"{most:.6f} at most")
claim("tanh and ReLU: each leaves over 0.3", least > 0.3, f"{least:.2f} at least")
claim("steps leave the middle input nothing at all", max(after_ten["step"]) == 0)
predict("3.b", happened="dcba"[sum(most > edge for edge in (0.001, 0.03, 0.3))])

# %%
large = {name: [share_left(name, seed, size=10)[-1] for seed in range(1, 4)] for name in ("sigmoid", "relu")}
claim("with weights ten times as large, sigmoids leave over a tenth", min(large["sigmoid"]) > 0.1)
claim("but ReLUs swell the nudge a million times", min(large["relu"]) > 1e6)
plots.what_is_left({name: share_left(name, seed=0) for name in ("sigmoid", "tanh", "relu")},
                   title="Through sigmoids a nudge fades; through tanh and ReLU it arrives")

# %% [markdown]
# **Exercise 3.8.** Why?
#
# - `"a"` A sigmoid's outputs lie between 0 and 1, and small numbers multiplied get smaller.
# - `"b"` Each layer multiplies the nudge by its slopes, and a sigmoid's is a quarter at most.
# - `"c"` A number as small as 0.001 is lost when the computer rounds.
# - `"d"` The weights drawn for the sigmoids were unlucky.

# %%
check("3.8", ...)

# %% [markdown]
# That is the **vanishing slope**, or vanishing gradient. From lesson 5 on networks learn by slopes: where no nudge comes
# through, a layer can't tell which way to change. So no step stands there; hidden neurons take ReLU or a relative.
# Ten times the weights do bring the nudge through sigmoids, but swell it beyond use through ReLUs: the size must suit
# the bend. (A ReLU whose $z$ is below 0 for every example is dead: slope 0. A leak keeps it alive.)
#
# ## Softmax: from any numbers to probabilities
#
# Adelie, Chinstrap or Gentoo? Three output neurons give lesson 1's scores, the **logits**: here 2, 1 and −1. We want
# probabilities:
# above 0, together 1. **Softmax** divides the exponential of each by the sum of all: $e^2 = 7.39$,
# $e^1 = 2.72$, $e^{-1} = 0.37$, together 10.48; and $7.39 / 10.48 = 0.705$.
#
# But `exp(1000)` is too large for a computer's number: it **overflows** to infinity, `inf`, and `inf / inf` is `nan`,
# not a number. The way out: 2 less in *every* logit divides *all* exponentials by $e^2$, so the shares stay. Take
# away the largest logit, and no exponential is above 1.
#
# So only differences count: of two logits, the first gets the sigmoid of its lead. For yes or no, one neuron with a
# sigmoid is enough.

# %%
with np.errstate(all="ignore"):  # for the lines set in, and no longer, NumPy's warnings are quiet
    print("exp(1000) =", np.exp(1000.0), "  inf / inf =", np.exp(1000.0) / np.exp(1000.0))
same = np.allclose(scratch.softmax([2.0, 1.0, -1.0]), scratch.softmax([0.0, -1.0, -3.0]))
claim("2 less in every logit: the same shares", same)
two, one = scratch.softmax([3.0, 1.0]), scratch.sigmoid(3.0 - 1.0)
claim("of the logits 3 and 1, the first gets sigmoid(3 - 1)", np.isclose(two[0], one))
plots.softmax_steps([2.0, 1.0, -1.0], names=["Adelie", "Chinstrap", "Gentoo"],
                   title="The largest logit gets the largest share; even one below 0 gets some")

# %% [markdown]
# Several birds, a **batch**, make a table with a row for each. Its **axis** 0 goes down the rows, axis 1 along the
# columns, and a sum over an axis makes that axis vanish: of (2, 3) the sum over axis 1 leaves (2,). `keepdims=True`
# keeps the axis with length 1: (2, 1).
#
# For dividing that matters. NumPy lays a plain row, (3,), on every *row* of a table, and a column, (3, 1), on every
# *column*: **broadcasting**. This table is square, so both run:

# %%
table = np.array([[1.0, 2.0, 5.0], [3.0, 3.0, 2.0], [1.0, 1.0, 0.0]])  # three birds, three classes
print("axis=0, down: ", table.sum(axis=0))
print("axis=1, along:", table.sum(axis=1))
kept = table.sum(axis=1, keepdims=True)  # (3, 1)
print("axis=1, kept:\n", kept)
print("table / kept:\n", table / kept)
wrong = table / table.sum(axis=1)        # (3, 3) / (3,): no error is raised
claim("with keepdims every row adds up to 1", np.allclose((table / kept).sum(axis=1), 1))
claim("without, none does", not np.isclose(wrong.sum(axis=1), 1).any())

# %% [markdown]
# **Exercise 3.9.** Write softmax yourself. `logits` has the shape (n, classes). Return the table of probabilities:
# every row adds up to 1, for logits like 1000, too.

# %%
def softmax(logits):
    ...

check("3.9", softmax)

# %% [markdown]
# **Exercise 3.10.** A photo may show a cat, a dog, both or neither. Wanted: a probability for each. Which output?
#
# - `"a"` two neurons with softmax
# - `"b"` two neurons, a sigmoid each
# - `"c"` two neurons with ReLU
# - `"d"` one neuron with a sigmoid: 0 for cat, 1 for dog

# %%
check("3.10", ...)

# %% [markdown]
# ## The same in Keras: a word in the layer
#
# In Keras the activation is an argument: `layers.Dense(8, activation="relu")` is eight neurons, each followed by
# ReLU. Do Keras, the course and you agree?

# %%
import keras
from keras import layers

z = np.linspace(-6, 6, 13).astype("float32")
for name in ("sigmoid", "tanh", "relu", "leaky_relu", "gelu"):
    theirs, ours = keras.activations.get(name)(z), scratch.ACTIVATIONS[name].value(z)
    claim(f"{name}: Keras and the course agree", np.allclose(theirs, ours, atol=1e-6))
table = np.array([[2.0, 1.0, -1.0], [1000.0, 1001.0, 999.0]], dtype="float32")
for name, mine, given in (("relu", relu, z), ("sigmoid", sigmoid, z), ("softmax", softmax, table)):
    yours, theirs = mine(given), keras.activations.get(name)(given)
    print(f"your {name}:", "not written yet" if yours is None else np.allclose(yours, theirs, atol=1e-6))

# %% [markdown]
# **Exercise 3.11.** Build (don't train) a network for penguins: four measurements in, hidden neurons with a bend,
# three probabilities out, one for each species. A bird has exactly one.

# %%
species = ...

check("3.11", species)

# %% [markdown]
# ## To take with you
#
# - Without a bend, any number of layers is one layer. With a bend, three neurons solve XOR.
# - A sum of ReLUs follows any curve, a corner at a time.
# - Slopes in a row multiply. A sigmoid's is a quarter at most, so ten layers of them let next to nothing through.
# - Inside: ReLU or a relative. Output: none for any number, sigmoid for each yes or no, softmax for one of several.
#
# **New words**
#
# - **hidden neuron**: one between inputs and output.
# - **activation function**: what a neuron's sum goes through on its way out.
# - **pre-activation**, **activation**: what comes into it, what comes out.
# - **ReLU**: 0 below 0, the number itself above. **leaky ReLU** lets a little through; **GELU** is rounded off.
# - **sigmoid**, **tanh**: S-shaped curves, from 0 to 1 and from −1 to 1.
# - **exponential**: a power of $e$, about 2.718.
# - **slope**: how much the output grows for each 1 of $z$.
# - **saturated**: so far out that the slope is nearly 0.
# - **vanishing slope**: many small slopes multiplied, through which no nudge comes.
# - **logits**: an output layer's numbers before softmax.
# - **softmax**: exponentials divided by their sum.
# - **batch**: several examples in one table, a row for each.
# - **axis**: a direction of a table: 0 down the rows, 1 along the columns.
# - **broadcasting**: a row or column is laid on every row or column of a table.
# - **overflow**: a number too large for the computer becomes infinity.
#
# **Common mistakes**
#
# - No activation between layers; `np.max`, one number, for `np.maximum`; `if` on an array.
# - The sigmoid's rule with $z$ for $a$; tanh's without the square.
# - Softmax down the columns, or with an overflow. Sigmoids where one class of several is right.
#
# **Next:** lesson 4, layers and the forward pass.

# %%
progress()
