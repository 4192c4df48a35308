# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 · The neuron
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/02_the_neuron.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/02_the_neuron.ipynb)
# <!-- /badges -->
#
# **The question:** What does one neuron compute, how does it learn, and what can it never do?
#
# **Time:** 75 minutes. **You need:** lesson 0.
#
# **After this lesson you can**
#
# - compute a neuron's output from its inputs, weights and bias: on paper, in Python and as `w @ x + b`;
# - predict what a weight, its sign and the bias do to the output and to the decision line;
# - apply the perceptron rule, by hand and in code;
# - build the same neuron in Keras with `Dense(1)`;
# - explain why no single neuron can solve XOR from its two inputs alone.

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

from dlcourse import check, claim, datasets, explore, hint, plots, predict, progress, solution
from dlcourse.scratch import Neuron

# %% [markdown]
# ## What a neuron computes: a weighted sum
#
# In some town a taxi ride costs 2 euros a kilometre and half a euro a minute. A voucher takes 3 euros off, and getting
# in costs 4. That is the very arithmetic of an artificial neuron.
#
# Kilometres, minutes, vouchers are its **inputs**. Each is multiplied by a number of its own, its **weight**: here 2,
# 0.5 and −3. The products, added up, are the **weighted sum**. Then comes the **bias**, a number that is added whatever
# the inputs are: here 4. The result is the neuron's **output**.

# %%
names = ["kilometres", "minutes", "vouchers"]
plots.neuron([4, 10, 1], [2, 0.5, -3], 4, names=names, output_name="fare")

# %% [markdown]
# The thicker an arrow, the larger its weight without the sign; the dashed one carries a weight below 0. As a table:
#
# | | input | × weight | = product |
# |---|---|---|---|
# | kilometres | 4 | 2 | 8 |
# | minutes | 10 | 0.5 | 5 |
# | vouchers | 1 | −3 | −3 |
# | **weighted sum** | | | 10 |
# | **bias** | | | + 4 |
# | **output** | | | **14** |
#
# With $x_1, x_2, x_3$ for the inputs, $w_1, w_2, w_3$ for their weights and $b$ for the bias, that is
#
# $$\text{output} = w_1 x_1 + w_2 x_2 + w_3 x_3 + b.$$
#
# **Exercise 2.1.** Take paper. What does a ride of 6 kilometres and 18 minutes cost with 2 vouchers? Put the number in
# place of the dots.

# %%
fare = ...

check("2.1", fare)

# %% [markdown]
# ## The same in Python: a loop, then `w @ x + b`
#
# An array (of the library NumPy, `np`) holds many numbers under one name. The loop walks down the table, row by row.
# Two operators save us the loop: `w * x` multiplies number by number and leaves the three products; `w @ x`, the dot
# product, also adds them up. (NumPy prints 8.0 as `8.`)

# %%
x = np.array([4.0, 10.0, 1.0])  # kilometres, minutes, vouchers
w = np.array([2.0, 0.5, -3.0])  # euros for one of each
b = 4.0  # euros for getting in

total = b
for i in range(len(x)):
    total = total + w[i] * x[i]

print("w * x     =", w * x)
print("w @ x     =", w @ x)
print("w @ x + b =", w @ x + b)
claim("the loop and `w @ x + b` give the same output", total == w @ x + b)

# %% [markdown]
# **Exercise 2.2.** Write a neuron as a function: arrays `x` and `w` of the same length, whatever that is, and a number
# `b`. It returns the output.


# %%
def neuron(x, w, b):
    ...

check("2.2", neuron)

# %% [markdown]
# ## When every input doubles
#
# Guess first.

# %%
predict(
    "2.a",
    "Twice the kilometres, twice the minutes, twice the vouchers. What happens to the fare?",
    options=["it doubles", "it becomes more than double", "it becomes less than double"],
    guess=...,
)

# %%
rides = np.array([x, 2 * x, 3 * x, 0 * x])  # (4, 3): a row for each ride
fares = rides @ w + b  # (4,): a fare for each ride
print("shapes:", rides.shape, "@", w.shape, "gives", fares.shape)
print("fares: ", fares)
once, twice, _, nowhere = fares
claim("the weighted sum alone doubles", twice - b == 2 * (once - b))
claim("when every input is 0, the bias is all that is left", nowhere == b)
predict("2.a", happened="a" if twice == 2 * once else "b" if twice > 2 * once else "c")

# %% [markdown]
# The weighted sum doubled, but getting in was paid once. The bias stands apart from the inputs: nothing multiplies it.
# A weight is what one more of its input adds: one more kilometre 2 euros, one more voucher −3. Its size says how
# strongly the output follows this input, its sign which way.
#
# The cell did four rides at once. The **shape** of an array says how many rows and columns it has. `rides @ w`
# multiplies each *row* by `w`, number by number, and adds up. So (4, 3) and (3,) must agree in the 3; a number for each
# of the 4 rows is left.
#
# **Exercise 2.3.** Which counts for more in a fare? Answer with a letter in quotation marks.
#
# - `"a"` kilometres: their weight is larger
# - `"b"` minutes: there are more of them
# - `"c"` that depends on the ride
# - `"d"` neither: both are counted once

# %%
check("2.3", ...)

# %% [markdown]
# ## How a number becomes a decision: above 0 or not
#
# A neuron can say yes or no: an output above 0 is a **decision** for 1 (yes), any other for 0 (no). With two inputs, a
# point on paper, you can see it:

# %%
first_explorer = explore.neuron()
first_explorer

# %% [markdown]
# Don't move anything yet. The number beside a point is its output. On the line it is exactly 0: the **decision line**.
# (Walk along it: what $w_1 x_1$ gains, $w_2 x_2$ loses.) The arrow shows the weights, here 0.4 up for each 1 to the
# right. It is the line's **normal vector** and points to the side of the ones. Squares should get a 1, circles a 0; a
# ring marks a mistake.

# %%
predict(
    "2.b",
    "Only the bias grows; both weights stay. What happens to the decision line?",
    options=[
        "it turns",
        "it moves where the arrow points: fewer points get a 1",
        "it moves against the arrow: more points get a 1",
        "it stays: b belongs to no input",
    ],
    guess=...,
)

# %% [markdown]
# Now use the explorer:
#
# 1. Move only `b`. Were you right?
# 2. Move only `w1`, to below 0. What do the arrow and the line do?
# 3. Turn the signs of all three round. Where are the ones now?
# 4. Get rid of all the rings.
#
# In numbers: two points on a line and one behind it (where the arrow doesn't point), and the bias grows by 1.

# %%
normal, bias = np.array([1.0, 0.5]), 0.0
three = np.array([[0.0, 0.0], [1.0, -2.0], [-0.5, -0.25]])  # two on the line, one behind it
before = three @ normal + bias
after = three @ normal + (bias + 1)
print("outputs before:", before, " after:", after)
turned = after[0] != after[1]
claim("along the line every output rose alike", not turned)
claim("the point behind the line now gets a 1", before[2] <= 0 < after[2])
claim("all three signs turned round: every output, too", all(three @ -normal - bias == -before))
predict("2.b", happened="a" if turned else "c" if after[2] > before[2] else "b" if after[2] < before[2] else "d")

# %% [markdown]
# A growing bias helps every point towards a 1: the line retreats, and the side of the ones grows. Only the weights can
# turn it. (They move it, too, unless $b = 0$: then it goes through (0, 0) whatever they are.) With all three signs
# turned round the line stays, and the sides change places.
#
# ## One line between two kinds of penguins
#
# Real data: [penguins near Palmer Station, Antarctica](https://allisonhorst.github.io/palmerpenguins/). We take two
# species and, of each bird, length and depth (height) of the bill. The right answer is the **target**: 1 for Gentoo, 0
# for Adelie.
#
# Bill lengths differ by many millimetres, depths by few, so a millimetre means little in one and much in the other. We
# **standardise**: subtract the mean, then divide by the standard deviation, roughly the typical distance from the mean.
# Then 0 is the average, in length and in depth, and 1 is one typical distance above. (You need not read
# `measured`.)

# %%
penguins = datasets.penguins().dropna(subset=["bill_length_mm"])

def measured(zero, one, columns):
    pair = penguins[penguins.species.isin([zero, one])]
    return pair[columns].to_numpy(), (pair.species == one).to_numpy().astype(int)

def standardise(table):
    return (table - table.mean(axis=0)) / table.std(axis=0)  # column by column

millimetres, targets = measured("Adelie", "Gentoo", ["bill_length_mm", "bill_depth_mm"])
birds = standardise(millimetres)  # (274, 2)
bill, species = ("bill length (standardised)", "bill depth (standardised)"), ("Adelie", "Gentoo")
plots.decision_line(birds, targets, w=[1, 1], b=0, names=bill, class_names=species)

# %% [markdown]
# With both weights 1, a long bill and a deep bill count as signs of a Gentoo, and half the birds are on the wrong side.
#
# **Exercise 2.4.** All birds at once: `birds` has a row for each of n birds and a column for each of m measurements,
# (n, m); `w` has the shape (m,). Return n decisions, in order: 1 where the output is above 0, else 0. (`outputs > 0`
# asks each number and answers True or False; `.astype(int)` makes 1 and 0 of that.)


# %%
def decide(birds, w, b):
    ...

check("2.4", decide)

# %% [markdown]
# ## Finding the line by hand
#
# How few rings can you reach? What you find stays in the explorer: after each try run the cell *under* it (its own cell
# starts again). `Neuron(w, b)` is the neuron of exercise 2.2 as an object that also counts its mistakes.

# %%
my_w, my_b = (1.0, 1.0), 0.0
bird_explorer = explore.neuron(birds, targets, my_w, my_b, names=bill, class_names=species)
bird_explorer

# %%
by_eye = Neuron(bird_explorer.w, bird_explorer.b)
counted = by_eye.count_mistakes(birds, targets)
print(f"yours: w = {by_eye.w.round(2)}, b = {by_eye.b:.2f}, {counted} of {len(birds)} wrong")
claim("NumPy counts as many mistakes as the explorer", counted == bird_explorer.mistakes)

# %% [markdown]
# ## How a neuron learns: the perceptron rule
#
# The perceptron ([Frank Rosenblatt](https://doi.org/10.1037/h0042519), from 1958 on) let the neuron move the line
# itself, one example at a time. The **error** is the target minus the decision: 0 if the neuron was right, 1 if it
# missed a 1, −1 if it should have said 0. The **perceptron rule** adds `error * x` to the weights and `error` to the
# bias.
#
# On paper, for $w = (1, 1)$, $b = 0$ and a Gentoo made up to have round numbers, $x = (1, -1.5)$, a long flat bill:
#
# | | |
# |---|---|
# | output | 1 · 1 + 1 · (−1.5) + 0 = −0.5, decision 0 |
# | error | 1 − 0 = 1 |
# | new $w$ | (1, 1) + 1 · (1, −1.5) = (2, −0.5) |
# | new $b$ | 0 + 1 = 1 |
# | output now | 2 · 1 + (−0.5) · (−1.5) + 1 = 3.75, decision 1 |

# %%
bird = np.array([1.0, -1.5])
taught = Neuron(w=[1, 1], b=0)
taught.correct(bird, target=1)
claim("the new weights and bias are those on paper", [*taught.w, taught.b] == [2, -0.5, 1])
claim("the output rose by `x @ x + 1`", taught.output(bird) == -0.5 + bird @ bird + 1)
claim("no real Gentoo is wrong now", taught.count_mistakes(birds[targets == 1], 1) == 0)  # only Gentoos
path = [([1, 1], 0), (taught.w, taught.b)]
plots.corrections(birds, targets, path, bird=bird, names=bill, class_names=species)

# %% [markdown]
# The bird was made up, but the whole line has moved: every real Gentoo is right now, and many Adelies, too.
#
# Why does the output always go the right way? Adding $x$ to $w$ adds `x @ x` to this bird's output: $1^2 + (-1.5)^2$, a
# sum of squares, never below 0. The bias adds 1 more. With the error −1 both are subtracted. One correction may be too
# little to change the decision; then this bird's next turn brings another.
#
# **Exercise 2.5.** Go on from the table's end, $w = (2, -0.5)$, $b = 1$, on paper: an Adelie comes by, $x = (0.5, 1)$,
# target 0. Give the new `(w1, w2, b)`.

# %%
corrected = ...

check("2.5", corrected)

# %% [markdown]
# **Exercise 2.6.** Now as a function: `x` is one bird (an array of any length), `target` 0 or 1. Return the new `w, b`.


# %%
def correct(w, b, x, target):
    ...
    return w, b

check("2.6", correct)

# %% [markdown]
# ## Bird after bird, until none is wrong
#
# `Neuron.learn` applies the rule to every bird, in a new order in each **pass**, one trip through all of them (`seed`
# fixes the orders). After a pass without a correction it stops: the neuron has **settled**. From the same bad start:

# %%
pupil = Neuron(w=[1, 1], b=0)
learned = pupil.learn(birds, targets, passes=50, seed=12)
plots.corrections(birds, targets, learned.path, names=bill, class_names=species)

# %%
def learn_in_five_orders(x, targets):
    start = np.ones(x.shape[1])  # all weights 1
    return [Neuron(start).learn(x, targets, passes=100, seed=seed) for seed in range(5)]

orders = learn_in_five_orders(birds, targets)
in_mm = learn_in_five_orders(millimetres, targets)
needed, needed_in_mm = [[sum(one.corrections) for one in runs] for runs in (orders, in_mm)]
claim("in five other orders it settles too, no bird wrong", all(one.settled for one in orders))
claim("that takes fewer than fifteen corrections each time", max(needed) < 15, f"{needed}")
claim("in millimetres the five together need over four times as many",
      sum(needed_in_mm) > 4 * sum(needed), f"{sum(needed_in_mm)} against {sum(needed)}")

# %% [markdown]
# A handful of corrections, from hundreds of birds: only mistakes teach. The count of wrong birds may rise between (look
# at the panels): each correction is made for one bird and may cost others. Yet where a line exists, they come to an
# end: [a theorem of 1962](https://en.wikipedia.org/wiki/Perceptron#Convergence). In millimetres every input is a large
# number above 0: with each correction the weights jump by dozens, and the bias crawls by 1.
#
# **Exercise 2.7.** Find the bug. This function should count mistakes among any number of birds. For our pupil, who gets
# every bird right, it finds tens of thousands of mistakes. No error is raised: if two arrays differ in shape, NumPy may
# stretch both until they fit ("broadcasting"). So look at the shapes, mend the function, and run both cells.


# %%
def count_mistakes(birds, targets, w, b):
    outputs = birds @ w.reshape(2, 1) + b
    decisions = (outputs > 0).astype(int)
    return int((decisions != targets).sum())

check("2.7", count_mistakes)

# %%
print(count_mistakes(birds, targets, pupil.w, pupil.b), "mistakes among", len(birds), "birds")
# w.reshape(2, 1) stands w up as a column, (2, 1)
print("shapes: birds", birds.shape, " targets", targets.shape, " w", pupil.w.shape)

# %% [markdown]
# ## Two species that look more alike
#
# Another pair, other measurements: Adelie and Chinstrap, by flipper length and body mass.

# %%
predict(
    "2.c",
    "The same rule, 100 passes through these birds. What will the neuron do?",
    options=[
        "settle with no bird wrong, only later",
        "settle on the best line there is",
        "change in every pass and never settle",
    ],
    guess=...,
)

# %%
size, bill_mm = ["flipper_length_mm", "body_mass_g"], ["bill_length_mm", "bill_depth_mm"]
runs = {}
for name, columns in {"by size": size, "by bill": bill_mm, "by all four": size + bill_mm}.items():
    table, is_chinstrap = measured("Adelie", "Chinstrap", columns)  # (219, 2) or (219, 4)
    runs[name] = learn_in_five_orders(standardise(table), is_chinstrap)
plots.mistakes_per_pass({name: five[0].mistakes for name, five in runs.items()},
                        title="By two measurements it goes on correcting; by all four it settles",
                        baseline=("always saying Adelie", int(is_chinstrap.sum())))

# %%
twins = penguins.query("species != 'Gentoo'").groupby(size).species.nunique() == 2
claim("both species share at least five points", twins.sum() >= 5, f"{twins.sum()} points")  # same flipper and mass
corrected_always = [min(one.corrections) > 0 for one in runs["by size"] + runs["by bill"]]
claim("by size or by bill, no pass goes by without a correction", all(corrected_always))
best_size, best_bill = [min(min(one.mistakes) for one in runs[name]) for name in ("by size", "by bill")]
claim("by size, 40 of the 219 birds or more are wrong after every pass", best_size >= 40, f"best {best_size}")
claim("by bill, fewer than ten at best", best_bill < 10, f"best {best_bill}")
claim("by all four, it settles in all five orders", all(one.settled for one in runs["by all four"]))
settled, wrong = runs["by size"][0].settled, runs["by size"][0].mistakes[-1]
predict("2.c", happened="c" if not settled else "b" if wrong else "a")

# %% [markdown]
# Some Adelies and Chinstraps have the very same flipper and mass, so no line parts them. Then the rule never settles: a
# pass without a correction would mean a line with no bird wrong, and there is none. By size it is hardly better than
# always saying Adelie, and more passes do not help. Better inputs do: by the bill it gets nearly all right, by all four
# measurements every one.
#
# ## The same neuron in Keras: `Dense(1)`
#
# Keras builds networks of any size from this very arithmetic. In a **dense layer** neurons stand side by side, each
# with every input; `Dense(1)` has one neuron. `Input(shape=(3,))` says that an example is three numbers, and
# `Sequential` puts the parts in a row.
#
# `set_weights` takes a list of two arrays: the weights, a row for each input and a column for each neuron, (3, 1), and
# the biases, one for each neuron, (1,). Here they are the taxi's. What comes out are outputs, not decisions.

# %%
import keras
from keras import layers

w, b = np.array([2.0, 0.5, -3.0]), 4.0
taxi = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])
taxi.set_weights([w.reshape(3, 1), np.array([b])])

keras_fares = np.array(taxi(rides))  # (4, 1): a row for each ride, a column for each neuron
print(keras_fares)
claim("Keras and NumPy give the same fares", np.allclose(keras_fares[:, 0], rides @ w + b))

# %% [markdown]
# **Exercise 2.8.** A quiz: everybody begins with 10 points, a right answer counts 3, a wrong one −1, a skipped one 0.
# Build a Keras model of one neuron that computes the points exactly. Its three inputs are the numbers of right, wrong
# and skipped answers, in this order.

# %%
quiz = ...

check("2.8", quiz)

# %% [markdown]
# ## XOR: one switch or the other, not both
#
# XOR answers 1 if exactly one of two switches is on. Guess; then try for two minutes: how few rings can you get?

# %%
predict(
    "2.d",
    "A million neurons with random weights and biases. How many of the four does the best get right?",
    options=["2", "3", "4"],
    guess=...,
)

# %%
xor = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
xor_targets = np.array([0, 1, 1, 0])
switches, answers = ("switch 1", "switch 2"), ("answer 0", "answer 1")
explore.neuron(xor, xor_targets, (1, -1), 0.5, names=switches, class_names=answers, movable=False)

# %%
random = np.random.default_rng(2)
million_w = random.uniform(-10, 10, size=(2, 1_000_000))  # (inputs, neurons)
million_b = random.uniform(-10, 10, size=1_000_000)
decisions = xor @ million_w + million_b > 0  # (4, 1000000): a column for each neuron
right = (decisions == xor_targets.reshape(4, 1)).sum(axis=0)  # (1000000,)
claim("of a million neurons, none gets more than three points right", right.max() == 3)
hopeless = [Neuron([0, 0]).learn(xor, xor_targets, passes=1000, seed=seed) for seed in range(3)]
claim("the rule does not settle in a thousand passes", not any(one.settled for one in hopeless))
predict("2.d", happened="abc"[right.max() - 2])

# %% [markdown]
# A million failures are no proof. This is one.

# %%
plots.halfway(xor, xor_targets, names=switches, class_names=answers)

# %% [markdown]
# On the way from one point to another the output changes evenly, so halfway it is the mean of both ends.
#
# - The star lies halfway between the two squares. If both have an output above 0, so has the star.
# - It also lies halfway between the two circles. If neither has one, nor has the star.
#
# It can't be both. So no neuron answers all four.
#
# **Exercise 2.9.** What would help? Answer before you run on.
#
# - `"a"` more passes through the four points
# - `"b"` larger weights and a larger bias
# - `"c"` a third input: the sum of the other two
# - `"d"` a third input: their product

# %%
check("2.9", ...)

# %%
product = xor[:, 0] * xor[:, 1]
xor_3 = np.column_stack([xor, product])  # (4, 3)
solvers = [Neuron([0, 0, 0]) for _ in range(5)]
learning = [one.learn(xor_3, xor_targets, passes=100, seed=seed) for seed, one in enumerate(solvers)]
settled = all(one.settled for one in learning)
claim("with the product as a third input, one neuron learns all four", settled)
print("learned: w =", solvers[0].w, " b =", solvers[0].b)

# %% [markdown]
# The third weight acts only where both switches are on, and takes back what the other two have added. (It lifts that
# corner off the paper: the diagonals no longer meet.)
#
# Here *we* supplied the missing input. The idea of deep learning: let other neurons make it, and learn how.
#
# ## To take with you
#
# - A neuron multiplies each input by its weight, adds up, and adds the bias: `w @ x + b`.
# - A weight says how much and which way. A growing bias pushes the decision line back.
# - The perceptron rule learns from mistakes only. It settles if a line exists, and never if none does.
# - With two inputs, one neuron draws one straight line. No straight line solves XOR.
#
# **New words**
#
# - **input**: a number that goes into a neuron.
# - **weight**: the number an input is multiplied by.
# - **weighted sum**: the products of inputs and weights, added up.
# - **bias**: a number that is added whatever the inputs are.
# - **output**: the weighted sum plus the bias.
# - **shape**: how many rows and columns an array has.
# - **decision**: 1 where the output is above 0, else 0.
# - **decision line**: the points whose output is exactly 0.
# - **normal vector**: the arrow of the weights, at right angles to the decision line.
# - **target**: the right answer for an example.
# - **standardise**: subtract the mean, divide by the standard deviation.
# - **error**: target minus decision.
# - **perceptron rule**: add `error * x` to the weights and `error` to the bias.
# - **pass**: one trip through all examples.
# - **settled**: through a whole pass without a correction.
# - **dense layer**: neurons side by side, each of which gets every input.
#
# **Common mistakes**
#
# - The bias forgotten, or multiplied; a mean instead of a sum; `w * x` left as it is.
# - The error with the wrong sign: the neuron unlearns.
# - `w @ birds` for `birds @ w`: rows and columns exchanged. (n, 1) compared with (n,).
#
# **Next:** lesson 3, activation functions: what has to stand between neurons.

# %%
progress()
