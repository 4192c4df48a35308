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
# **Time:** 75 minutes. **You need:** lesson 0. Nothing is trained for longer than a blink.
#
# **After this lesson you can**
#
# - compute a neuron's output from its inputs, weights and bias: on paper, in Python and as `w @ x + b`;
# - predict what a weight, its sign and the bias do to the output and to the decision line;
# - apply the perceptron rule, by hand and in code;
# - build the same neuron in Keras with `Dense(1)`;
# - explain why no single neuron can solve XOR.

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
# in costs 4. This is not *like* an artificial neuron. It is one.
#
# The numbers that go in (kilometres, minutes, vouchers) are its **inputs**. Each input is multiplied by a number of its
# own, its **weight**: here 2, 0.5 and −3. The products, added up, are the **weighted sum**. Then comes the **bias**, a
# number that is added whatever the inputs are: here 4. The result is the neuron's **output**.

# %%
names = ["kilometres", "minutes", "vouchers"]
plots.neuron([4, 10, 1], [2, 0.5, -3], 4, names=names, output_name="fare")

# %% [markdown]
# The thicker an arrow, the larger the weight; the dashed one carries a weight below 0. The same as a table:
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
# **Exercise 2.1.** Take paper. What does a ride of 7 kilometres and 16 minutes cost with 2 vouchers? Put the number in
# place of the dots.

# %%
fare = ...

check("2.1", fare)

# %% [markdown]
# ## The same in Python: a loop, then `w @ x + b`
#
# An **array** (of the library NumPy, `np`) holds many numbers under one name. The loop walks down the table, row by row.
# Two operators save us the loop: `w * x` multiplies number by number and leaves the three products; `w @ x` also adds
# them up.

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
# ## What the bias does: it shifts the output, whatever the inputs are
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
once = w @ x + b
twice = w @ (2 * x) + b
print("once: ", once, " twice:", twice)
claim("the weighted sum alone doubles", w @ (2 * x) == 2 * (w @ x))
claim("when every input is 0, the bias is all that is left", w @ np.zeros(3) + b == b)
predict("2.a", happened="a" if twice == 2 * once else "b" if twice > 2 * once else "c")

# %% [markdown]
# The weighted sum doubled, but getting in was paid once. The bias stands apart from the inputs: nothing multiplies it.
# Without it, a neuron that gets only zeros could say nothing but 0.
#
# ## What a weight says: how much, and which way
#
# Let one input grow by 1 and leave the others as they are.

# %%
for i, name in enumerate(["kilometre", "minute", "voucher"]):
    more = x.copy()
    more[i] = more[i] + 1
    print(f"one more {name}: {w @ more - w @ x:+.1f} euros")

# %% [markdown]
# That is the weight itself. Its size says how strongly the output follows this input, its sign which way: up together,
# or one up and the other down. A weight of 0 switches its input off.
#
# **Exercise 2.3.** A kilometre has the weight 2, a minute 0.5. Which of the two counts for more in a fare? Answer with a
# letter in quotation marks.
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
# A neuron can say yes or no. The rule of this course: an output above 0 is a **decision** for 1 (yes), any other is a 0
# (no).
#
# With two inputs you can see it. Two numbers are a point on paper, and the points whose output is exactly 0 form a
# straight line, the **decision line**. On one side every output is above 0, on the other below. The arrow in the next
# picture shows the weights: for each $w_1$ to the right it goes $w_2$ up. It is the line's **normal vector**, and it points
# to the side of the ones.

# %%
predict(
    "2.b",
    "Only the bias grows; both weights stay. What happens to the decision line?",
    options=["it turns", "it moves and keeps its direction", "it stays: b belongs to no input"],
    guess=...,
)

# %%
first_explorer = explore.neuron()
first_explorer

# %% [markdown]
# The number beside a point is its output. Squares should get a 1, circles a 0; a ring marks a mistake.
#
# 1. Move only `b`. Were you right?
# 2. Move only `w1`, to below 0 and back. What does the arrow do, what the line?
# 3. Get rid of all the rings.
#
# Now with numbers: two points on a line, and the bias grows by 1.

# %%
normal, bias = np.array([1.0, 0.5]), 0.0
here, there = np.array([0.0, 0.0]), np.array([1.0, -2.0])  # two points on its line
line = np.array([here, there])
before, after = line @ normal + bias, line @ normal + bias + 1
print("outputs at the two points, before:", before, " after:", after)
claim("for a step along the line, `w @ step` is 0: right angles", normal @ (there - here) == 0)
moved, turned = after[0] != before[0], after[0] != after[1]
predict("2.b", happened="a" if turned else "b" if moved else "c")

# %% [markdown]
# All along the old line the output rose by the same 1. So the points with output 0 now lie on a parallel line: the bias
# pushes the line, and only the weights can turn it.
#
# ## One line between two kinds of penguins
#
# Real data: [penguins near Palmer Station, Antarctica](https://allisonhorst.github.io/palmerpenguins/), measured from
# 2007 to 2009. We take two species, and of each bird the length and the depth (the height) of its bill. The right answer
# is called the **target**: 1 for Gentoo, 0 for Adelie.
#
# Bill lengths differ by many millimetres, depths by few, so a millimetre means little in one and much in the other. We
# **standardise**: subtract the mean, then divide by the **standard deviation**, the typical distance from the mean. Then
# 0 is an average bill in both, and 1 is one typical distance above. (`measured` picks two species and two columns from a
# table.)

# %%
penguins = datasets.penguins().dropna(subset=["bill_length_mm"])

def measured(zero, one, columns):
    pair = penguins[penguins.species.isin([zero, one])]
    return pair[columns].to_numpy(), (pair.species == one).to_numpy().astype(int)

millimetres, targets = measured("Adelie", "Gentoo", ["bill_length_mm", "bill_depth_mm"])
birds = (millimetres - millimetres.mean(axis=0)) / millimetres.std(axis=0)  # (274, 2)
claim("the means are 0 now, the standard deviations 1",
      np.allclose(birds.mean(axis=0), 0) and np.allclose(birds.std(axis=0), 1))
bill, species = ("bill length (standardised)", "bill depth (standardised)"), ("Adelie", "Gentoo")
plots.decision_line(birds, targets, w=[1, 1], b=0, names=bill, class_names=species)

# %% [markdown]
# With both weights 1, a long bill and a deep bill count as signs of a Gentoo, and half the birds are on the wrong side. Soon
# you'll mend that.
#
# **Exercise 2.4.** First, all birds at once. The **shape** of an array says how many rows and columns it has: `birds` has
# a row for each bird and a column for each measurement, (n, 2); `w` has two numbers, (2,). Write a function that returns n
# decisions, in order: 1 where the output is above 0, else 0. (`outputs > 0` asks the question of each number.)


# %%
def decide(birds, w, b):
    ...

check("2.4", decide)

# %% [markdown]
# ## Finding the line by hand
#
# Start from numbers of your own, or leave these. How few rings can you reach? What you find stays in the explorer: `.w`,
# `.b` and `.mistakes`. Run the second cell after each try. (`Neuron(w, b)` is the neuron of exercise 2.2 as an object that
# also counts its mistakes.)

# %%
my_w, my_b = (1.0, 1.0), 0.0
bird_explorer = explore.neuron(birds, targets, my_w, my_b, names=bill, class_names=species)
bird_explorer

# %%
def fewest_mistakes(measurement):  # with any bird's measurement as the limit, and either side as the ones
    wrong = [int(((measurement > limit) != targets).sum()) for limit in measurement]
    return min(min(wrong), len(targets) - max(wrong))

by_eye = Neuron(bird_explorer.w, bird_explorer.b)
counted = by_eye.count_mistakes(birds, targets)
print(f"yours: w = {by_eye.w.round(2)}, b = {by_eye.b:.2f}, {counted} of {len(birds)} wrong")
claim("NumPy counts as many mistakes as the explorer", counted == bird_explorer.mistakes)
alone = [fewest_mistakes(birds[:, column]) for column in (0, 1)]
claim("length or depth alone, with any limit, gets more than ten birds wrong", min(alone) > 10, f"{alone}")

# %% [markdown]
# One measurement is not enough. Both together, weighted and added?
#
# **Exercise 2.5.** In the explorer an output above 0 means Gentoo. Turn it round: give `(w1, w2, b)` of a neuron that says
# 1 for every Adelie and 0 for every Gentoo.

# %%
by_hand = ...

check("2.5", by_hand)

# %% [markdown]
# ## How a neuron learns: the perceptron rule
#
# In 1958 [Frank Rosenblatt](https://doi.org/10.1037/h0042519) let the neuron move the line itself, one example at a time.
# The **error** is the target minus the decision: 0 if the neuron was right, 1 if it missed a 1, −1 if it should have said
# 0. The **perceptron rule** adds `error * x` to the weights and `error` to the bias.
#
# On paper, for $w = (1, 1)$, $b = 0$ and a Gentoo made up to have round numbers, $x = (1, -1.5)$, a long flat bill:
#
# | | |
# |---|---|
# | output | 1 · 1 + 1 · (−1.5) + 0 = −0.5, so the decision is 0 |
# | error | 1 − 0 = 1 |
# | new $w$ | (1, 1) + 1 · (1, −1.5) = (2, −0.5) |
# | new $b$ | 0 + 1 = 1 |
# | output now | 2 · 1 + (−0.5) · (−1.5) + 1 = 3.75, so the decision is 1 |

# %%
bird = np.array([1.0, -1.5])
taught = Neuron(w=[1, 1], b=0)
taught.correct(bird, target=1)
claim("the new weights and bias are those on paper", [*taught.w, taught.b] == [2, -0.5, 1])
claim("the output rose by `x @ x + 1`", taught.output(bird) == -0.5 + bird @ bird + 1)
path = [([1, 1], 0), (taught.w, taught.b)]
plots.corrections(birds, targets, path, bird=bird, names=bill, class_names=species)

# %% [markdown]
# Only one bird was shown, yet many others of its kind are right now, too.
#
# Why does the output always go the right way? Adding $x$ to $w$ adds `x @ x` to this bird's output: $1^2 + 1.5^2$, a sum
# of squares, never below 0. The bias adds 1 more. With the error −1 both are subtracted.
#
# **Exercise 2.6.** Write the rule: one bird `x` (an array), its target 0 or 1. Return the new `w, b`.


# %%
def correct(w, b, x, target):
    ...
    return w, b

check("2.6", correct)

# %% [markdown]
# ## Bird after bird, until none is wrong
#
# `Neuron.learn` applies the rule to every bird in a shuffled order. One trip through all of them is a **pass**. After a
# pass without a single correction it stops: the neuron has **settled**. (Run `Neuron??` in a new cell to read the code.)
# From the same bad start:

# %%
pupil = Neuron(w=[1, 1], b=0)
learned = pupil.learn(birds, targets, passes=50, seed=12)
plots.corrections(birds, targets, learned.path, names=bill, class_names=species)

# %%
def learn_in_five_orders(x, targets):
    return [Neuron([1, 1]).learn(x, targets, passes=50, seed=seed) for seed in range(5)]

def corrections_needed(runs):
    return [sum(one.corrections) for one in runs]

orders = learn_in_five_orders(birds, targets)
needed = corrections_needed(orders)
in_mm = corrections_needed(learn_in_five_orders(millimetres, targets))
centred = corrections_needed(learn_in_five_orders(millimetres - millimetres.mean(axis=0), targets))
claim("in five other orders it settles too, no bird wrong", all(one.settled for one in orders))
claim("that takes fewer than fifteen corrections each time", max(needed) < 15, f"{needed}")
claim("in millimetres it takes four times as many", sum(in_mm) > 4 * sum(needed), f"{in_mm}")
claim("subtracting the mean alone saves most of them", sum(centred) < sum(in_mm) / 2, f"{centred}")

# %% [markdown]
# A handful of corrections, from hundreds of birds: only mistakes teach. The count of wrong birds does not fall with every
# step (look at the panels): each correction is made for one bird and may cost others. Yet where a line exists, the
# corrections come to an end: [a theorem of 1962](https://en.wikipedia.org/wiki/Perceptron#Convergence). Inputs far from 0
# need more of them: the bias, moving by 1 at a time, has a long way to go.
#
# **Exercise 2.7.** Find the bug. This function was written for the same task as `pupil.count_mistakes`. The cell under it
# tries it on our pupil, who gets every bird right. Mend it, then run both cells again.


# %%
def count_mistakes(birds, targets, w, b):
    outputs = birds @ w.reshape(2, 1) + b
    decisions = (outputs > 0).astype(int)
    return int((decisions != targets).sum())

check("2.7", count_mistakes)

# %%
print(count_mistakes(birds, targets, pupil.w, pupil.b), "mistakes among", len(birds), "birds")

# %% [markdown]
# ## What happens when no line exists
#
# Another pair, other measurements: Adelie and Chinstrap, by flipper length and body mass.

# %%
predict(
    "2.c",
    "The same rule, 50 passes through these birds. What will the neuron do?",
    options=[
        "settle with no bird wrong, only later",
        "settle on the best line there is",
        "change in every pass and never settle",
    ],
    guess=...,
)

# %%
def standardise(table):
    return (table - table.mean(axis=0)) / table.std(axis=0)

columns = ["flipper_length_mm", "body_mass_g"]
by_size, is_chinstrap = measured("Adelie", "Chinstrap", columns)  # (219, 2)
by_bill, _ = measured("Adelie", "Chinstrap", ["bill_length_mm", "bill_depth_mm"])
size_runs = learn_in_five_orders(standardise(by_size), is_chinstrap)
bill_runs = learn_in_five_orders(standardise(by_bill), is_chinstrap)
curves = {"Chinstrap, by size": size_runs[0], "Chinstrap, by bill": bill_runs[0], "Gentoo, by bill": learned}
plots.mistakes_per_pass({name: one.mistakes for name, one in curves.items()},
                        title="Where no line exists, the rule never comes to rest")

# %%
twins = penguins.query("species != 'Gentoo'").groupby(columns).species.nunique() == 2
claim("both species share at least five points", twins.sum() >= 5, f"{twins.sum()} points")
never = [min(one.corrections) > 0 for one in size_runs + bill_runs]
claim("in five orders each, no pass goes by without a correction", all(never))
best_size, best_bill = [min(min(one.mistakes) for one in runs) for runs in (size_runs, bill_runs)]
claim("by size, 40 of the 219 birds or more are always wrong", best_size >= 40, f"best {best_size}")
claim("by bill, fewer than ten at best", best_bill < 10, f"best {best_bill}")
settled, wrong = size_runs[0].settled, size_runs[0].mistakes[-1]
predict("2.c", happened="c" if not settled else "b" if wrong else "a")

# %% [markdown]
# Some Adelies and Chinstraps have the very same flipper and mass, so no line can tell them apart, and nothing else that
# sees only these two numbers. The rule knows right and wrong, but not "nearly": each bird it can't satisfy pulls the line
# away again. More passes do not help. Better inputs do: by the bill, a line gets nearly all of them right. (A rule that
# knows *how* wrong it is comes in lesson 5.)
#
# ## The same neuron in Keras: `Dense(1)`
#
# In Keras, the library for networks, it is a **dense** layer of one neuron: dense, for every input goes to every neuron.
# `Input` says how many numbers come in, `Sequential` puts the parts in a row. We fill in the taxi's numbers. Keras keeps
# weights as a table with a row for each input and a column for each neuron, so ours get the shape (3, 1).

# %%
import keras
from keras import layers

w, b = np.array([2.0, 0.5, -3.0]), 4.0
taxi = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])
taxi.set_weights([w.reshape(3, 1), np.array([b])])

rides = np.array([[4.0, 10.0, 1.0], [8.0, 20.0, 2.0], [0.0, 0.0, 0.0]])
keras_fares = np.array(taxi(rides))  # (3, 1): a row for each ride, a column for each neuron
print(keras_fares)
claim("Keras and NumPy give the same fares", np.allclose(keras_fares[:, 0], rides @ w + b))

# %% [markdown]
# **Exercise 2.8.** A quiz: everybody begins with 10 points, a right answer counts 3, a wrong one −1, a skipped one 0.
# Build a Keras model of one neuron that computes the points exactly. Its three inputs are the numbers of right, wrong and
# skipped answers, in this order.

# %%
quiz = ...

check("2.8", quiz)

# %% [markdown]
# ## What one neuron can never do: XOR
#
# **XOR**, "one or the other, not both": the answer is 1 if exactly one of two switches is on. Try for two minutes: how few
# rings can you get?

# %%
xor = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
xor_targets = np.array([0, 1, 1, 0])
switches, answers = ("switch 1", "switch 2"), ("answer 0", "answer 1")
explore.neuron(xor, xor_targets, (1, -1), 0.5, names=switches, class_names=answers, movable=False)

# %%
predict(
    "2.d",
    "A million neurons with random weights and biases. How many points does the best get right?",
    options=["2", "3", "4"],
    guess=...,
)

# %%
random = np.random.default_rng(2)
million_w = random.uniform(-10, 10, size=(2, 1_000_000))
million_b = random.uniform(-10, 10, size=1_000_000)
decisions = xor @ million_w + million_b > 0  # (4, 1000000)
right = (decisions == xor_targets.reshape(4, 1)).sum(axis=0)  # (1000000,): here the column is wanted
claim("of a million neurons, none gets more than three points right", right.max() == 3)
hopeless = [Neuron([0, 0]).learn(xor, xor_targets, passes=1000, seed=seed) for seed in range(3)]
claim("the rule does not settle in a thousand passes", not any(one.settled for one in hopeless))
predict("2.d", happened="abc"[right.max() - 2])

# %% [markdown]
# A million failures are no proof. This is one. A neuron that solved XOR would need an output of at most
# 0 for the zeros and above 0 for the ones:
#
# 1. for (0, 0): $b \le 0$
# 2. for (0, 1): $w_2 + b > 0$
# 3. for (1, 0): $w_1 + b > 0$
# 4. for (1, 1): $w_1 + w_2 + b \le 0$
#
# Add lines 2 and 3: $w_1 + w_2 + 2b > 0$. Add lines 1 and 4: $w_1 + w_2 + 2b \le 0$. One number can't be both. There are no
# such $w_1, w_2, b$.
#
# **Exercise 2.9.** What would help?
#
# - `"a"` more passes through the four points
# - `"b"` more examples
# - `"c"` larger weights and a larger bias
# - `"d"` a third input: the product of the other two

# %%
check("2.9", ...)

# %%
product = xor[:, 0] * xor[:, 1]
xor_3 = np.column_stack([xor, product])  # (4, 3)
runs = [Neuron([0, 0, 0]).learn(xor_3, xor_targets, passes=100, seed=seed) for seed in range(5)]
claim("with the product as a third input, one neuron learns all four", all(one.settled for one in runs))

# %% [markdown]
# Here *we* supplied the missing input. The idea of deep learning: let other neurons make it, and learn how. That takes one
# more ingredient, in lesson 3.
#
# ## To take with you
#
# - A neuron multiplies each input by its weight, adds up, and adds the bias: `w @ x + b`.
# - A weight says how much and which way. The bias pushes the decision line, the weights turn it.
# - The perceptron rule learns from mistakes only. It settles if a line exists, and never if none does.
# - One neuron draws one straight line. XOR needs more.
#
# **New words**
#
# - **input**: a number that goes into a neuron.
# - **weight**: the number an input is multiplied by.
# - **weighted sum**: the products of inputs and weights, added up.
# - **bias**: a number that is added whatever the inputs are.
# - **array**: many numbers under one name; its **shape** says how many rows and columns.
# - **decision**: 1 where the output is above 0, else 0.
# - **decision line**: the points whose output is exactly 0.
# - **normal vector**: the arrow of the weights, at right angles to the decision line.
# - **target**: the right answer for an example.
# - **standardise**: subtract the mean, divide by the **standard deviation**, the typical distance from the mean.
# - **error**: target minus decision.
# - **perceptron rule**: add `error * x` to the weights and `error` to the bias.
# - **pass**: one trip through all examples.
# - **settled**: through a whole pass without a correction.
# - **dense**: said of a layer in which every input goes to every neuron.
# - **XOR**: one or the other, not both.
#
# **Common mistakes**
#
# - The bias forgotten, or multiplied by something.
# - Inputs added without their weights, a mean instead of a sum, or `w * x` left as it is.
# - The error with the wrong sign: the neuron unlearns.
# - `w @ birds` for `birds @ w`; (n, 1) compared with (n,).
#
# **Next:** lesson 3, activation functions: what has to stand between neurons.

# %%
progress()
