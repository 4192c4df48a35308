# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 4 · Layers and the forward pass
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/04_layers.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/04_layers.ipynb)
# <!-- /badges -->
#
# **The question:** How do many neurons turn an input into an output?
#
# **Time:** 60 minutes. **You need:** lessons 1 to 3.
#
# **After this lesson you can**
#
# - give the shape of everything in a network, and predict what fits and what does not;
# - compute a forward pass for a whole batch: on paper, in NumPy and in Keras;
# - count the parameters of an architecture;
# - build the same network twice, in NumPy and in Keras, and copy its numbers both ways;
# - test by measurement what a hidden unit is good for.

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
from dlcourse.scratch import Dense, Network, relu, softmax

# %% [markdown]
# ## A layer: neurons side by side
#
# In lesson 2 one neuron computed the fare of a taxi. Now there are two companies, A and B, and a neuron for each. Both
# get the same three inputs. Neurons side by side that get the same inputs are a **layer** (lesson 2's dense layer).
# One neuron is one *column*:
#
# | | A | B |
# |---|---|---|
# | weight of kilometres | 2 | 3 |
# | weight of minutes | 0.5 | 0 |
# | weight of vouchers | −3 | −2 |
# | **bias** | 4 | 1 |
#
# For 4 kilometres, 10 minutes and 1 voucher, A asks 8 + 5 − 3 + 4 = 14, and B asks 12 + 0 − 2 + 1 = 11. The cell
# computes four rides at once, a batch, one in each row, and draws the first.

# %%
rides = np.array([[4.0, 10.0, 1.0], [8.0, 4.0, 0.0], [2.0, 30.0, 0.0], [0.0, 0.0, 0.0]])  # (4, 3)
weights = np.array([[2.0, 3.0], [0.5, 0.0], [-3.0, -2.0]])  # (3, 2): a row an input, a column a neuron
bias = np.array([4.0, 1.0])  # (2,): one for each neuron

fares = rides @ weights + bias  # (4, 2): a row for each ride, a column for each neuron
print(fares)
by_b = rides @ weights[:, 1] + bias[1]  # B alone: all rows of column 1, the second
claim("the second column is what neuron B gives alone", np.array_equal(fares[:, 1], by_b))
names = ["kilometres", "minutes", "vouchers", "A", "B"]
plots.forward_pass(rides[0], [(weights, bias)], names=names, title="In a layer every input reaches every neuron")

# %% [markdown]
# As in lesson 3, `rides @ weights` multiplies every row on the left by every column on the right and adds up: ride 0 with
# column A gives 10, with column B 10 as well. Then the biases come on top: 14 and 11.
#
# That is the **shape rule**: in (4, **3**) @ (**3**, 2) the inner numbers must agree. They are used up by adding; the outer
# ones, (4, 2), are what is left.
#
# The bias, (2,), has one number for each neuron and is laid on each of the four rows: lesson 3's broadcasting. It lines shapes
# up at their *right* ends, (4, 2) with (2,): so the 2 meets axis 1, along which the neurons lie.

# %%
predict(
    "4.a",
    "A thousand rides in place of four. How many weights and biases does this layer need then?",
    options=["8, as before", "8 for each ride", "6 weights, and a bias for each ride"],
    guess=...,
)

# %%
thousand = np.tile(rides, (250, 1))  # the four rides 250 times, one below the other: (1000, 3)
many_fares = thousand @ weights + bias  # (1000, 2); below, size is how many numbers are in an array
print("shapes:", thousand.shape, "@", weights.shape, "+", bias.shape, "gives", many_fares.shape)
try:
    turned = weights @ rides  # (3, 2) @ (4, 3)
except ValueError as error:
    print("turned round:", error)
in_a_column = rides[:2] @ weights + bias.reshape(2, 1)  # the bias stood up: (2, 1)
print("two rides, the bias as a row:   ", fares[:2].tolist())
print("two rides, the bias as a column:", in_a_column.tolist())
claim("every row is what that ride gets in a batch of four", (many_fares == np.tile(fares, (250, 1))).all())
predict("4.a", happened="a" if len(many_fares) == 1000 and weights.size + bias.size == 8 else "b")

# %% [markdown]
# Rows never mix: each example goes through the same weights for itself. So a layer is as large for a thousand examples as
# for one.
#
# Turned round, (3, **2**) @ (**4**, 3), the inner numbers disagree, and NumPy refuses. Of its long message read the end: size 4 is
# different from 2.
#
# Worse is what fits by chance, like lesson 3's square table, and here the last two lines. As a column the bias ran
# along the other axis: the first *ride*
# got 4 on everything, the second 1. With two rides and two neurons that fits, no error is raised, and half of the numbers
# are wrong.
#
# **Exercise 4.1.** On paper: a batch `x` of 60 handwritten digits, each a row of 784 pixels, enters a layer of 32 neurons.
# Give four shapes.

# %%
shapes = [..., ..., ..., ...]  # x, weights, bias, output

check("4.1", shapes)

# %% [markdown]
# In lesson 3 an activation function bent each sum, the pre-activation. In code it is called `activation` for short: a
# function, like `relu`, that takes the whole table of sums.
#
# **Exercise 4.2.** Write a layer: return its outputs. `x` is always a batch, even if of one row: a single example is
# `x[:1]`, the rows up to, not including, row 1: shape (1, inputs). (NumPy would take a plain row of shape (inputs,)
# as well; Keras refuses it.)


# %%
def dense(x, weights, bias, activation):
    ...

check("4.2", dense)

# %% [markdown]
# ## When a batch lies on its side
#
# Rows are examples: that is a custom, and not everybody's. Some camera hands over its pictures as *columns*: (784, 12) for
# twelve digits. To **transpose** a table, in NumPy `table.T`, is to exchange its rows and columns: what was row 0 is then
# column 0. To **reshape** it is to read its numbers row after row and to start new rows elsewhere.
#
# ```
# table      table.T      table.reshape(3, 2)
# 1 2 3      1 4          1 2
# 4 5 6      2 5          3 4
#            3 6          5 6
# ```
#
# **Exercise 4.3.** Find the bug. The function should return a batch: any number of pictures, each in a row, from 0 to 1. Its
# shape fits every layer of 784 inputs, so no error will ever be raised. Run both cells: the second draws the batch, twelve
# digits if all is well.


# %%
def as_batch(columns):
    pixels = columns / 255
    return pixels.reshape(columns.shape[1], columns.shape[0])

check("4.3", as_batch)

# %%
(train_images, y_train), (test_images, y_test) = datasets.mnist()
camera = np.stack([image.reshape(784) for image in test_images[:12]], axis=1)  # side by side: (784, 12)
squares = np.reshape(as_batch(camera), (12, 28, 28))  # each row folded back into a picture
plots.images(squares, columns=12, title="What a network would see")

# %% [markdown]
# ## A hidden layer finds the cheaper taxi
#
# An app orders the cheaper of the two and takes 1 euro for it. What do you pay? A's fare, minus what A costs *more*, if it does,
# plus 1. "If it does" is a bend, and no weighted sum has one. But relu has, so two neurons prepare the answer:
#
# - the first gives A's fare, with A's weights (no fare here is below 0, so relu leaves it as it is);
# - the second gives A's fare minus B's. Its weights are A's minus B's: 2 − 3 = −1, 0.5 − 0 = 0.5, −3 − (−2) = −1; its
#   bias is 4 − 1 = 3. relu turns it into 0 where A is cheaper.
#
# They are a **hidden layer**: a layer between input and output. A third neuron takes 1 times the first, −1 times the second, and
# the bias 1. Computing layer after layer, from input to output, is the **forward pass**. Which layers there are, how wide, and
# with which activations, is the **architecture**: here 3 → 2 (relu) → 1.

# %%
taxis = [
    (np.array([[2.0, -1.0], [0.5, 0.5], [-3.0, -1.0]]), np.array([4.0, 3.0])),  # (3, 2), (2,)
    (np.array([[1.0], [-1.0]]), np.array([1.0])),                               # (2, 1), (1,)
]
names = ["kilometres", "minutes", "vouchers", "A", "A − B", "to pay"]
plots.forward_pass(rides[0], taxis, relu, names=names, title="The first ride: 14 − 3 + 1 = 12")

# %%
(hidden_weights, hidden_bias), (last_weights, last_bias) = taxis
hidden = relu(rides @ hidden_weights + hidden_bias)  # (4, 3) -> (4, 2)
to_pay = hidden @ last_weights + last_bias           # (4, 2) -> (4, 1)
cheaper = fares.min(axis=1)  # axis=1: along each row
claim("each ride costs the cheaper fare and 1 euro", np.array_equal(to_pay[:, 0], cheaper + 1))
unbent = (rides @ hidden_weights + hidden_bias) @ last_weights + last_bias
claim("without relu the app orders B for every ride", np.array_equal(unbent[:, 0], fares[:, 1] + 1))

# %% [markdown]
# Without the bend, two layers are one, as in lesson 3, and here that one is B.
#
# Here we chose the hidden neurons ourselves. In a trained network nobody does.
#
# **Exercise 4.4.** Now any number of layers, as a list like `taxis`. This time the outputs are classes: relu after each
# layer except the last, which has `softmax` in its place. Return the probabilities (shares that add up to 1), a row for
# each example.


# %%
def forward(x, network):
    ...

check("4.4", forward)

# %% [markdown]
# ## How many numbers must be learned?
#
# Weights and biases together are a network's **parameters**: the numbers that training has to find. In the drawing every
# line is a weight, and every circle *after* the inputs has a bias.
#
# Keras calls the neurons of a layer its **units**. (`Dense`, a layer, and `Network`, several, are written for this course in
# NumPy; what they can do has Keras' names.)

# %%
display(plots.network([784, 32, 10], names=["pixels", "hidden layer", "output"]))
predict(
    "4.b",
    "A second hidden layer of 32 neurons comes in. How many more parameters is that?",
    options=["twice as many in all", "about half as many more", "about 4 in 100 more"],
    guess=...,
)

# %%
one = Network([Dense(32, "relu"), Dense(10, "softmax")], inputs=784)
two = Network([Dense(32, "relu"), Dense(32, "relu"), Dense(10, "softmax")], inputs=784)
more = two.count_params() - one.count_params()
print(f"{one.count_params():,} and {two.count_params():,} parameters: {more:,} more")
claim("that is what 32 more neurons with 32 inputs each have", more == 32 * 32 + 32)
growth = more / one.count_params()
predict("4.b", happened="a" if growth > 0.9 else "b" if growth > 0.3 else "c")

# %% [markdown]
# A layer costs what goes in *times* what comes out. 784 pixels go into the first, so nearly all the parameters are there.
#
# **Exercise 4.5.** Count the parameters of any architecture. `[3, 2, 1]` are the widths of the taxis' network, inputs first.


# %%
def count_parameters(widths):
    ...

check("4.5", count_parameters)

# %% [markdown]
# ## Choose the layers yourself
#
# Two inputs, the two coordinates of a point; the background shows what the network answers there.
#
# 1. Press *Train* (each step changes the weights a little: lesson 5). How many points are wrong?
# 2. Take the hidden layer away and train again. What can the border no longer do, and why?
# 3. How few hidden neurons are enough?
# 4. Find two architectures with nearly the same number of parameters, one wide, one deep. Train both.

# %%
explore.layers()

# %% [markdown]
# Without a hidden layer there is one neuron, and its border is straight: lesson 2. Each hidden neuron is one straight cut,
# softened. Two cuts leave a strip or a corner, always open on some side; three can close round the circles.
#
# For task 4: one layer of 5 neurons has 21 parameters, and so have three layers of 2. From any start the wide one gets nearly
# every point right, and the deep one leaves over ten wrong. Its first layer has two cuts, and the later ones see nothing else
# of the plane: what a narrow layer leaves out, no later layer brings back.
#
# ## Deep or wide, with the same number of parameters?
#
# About 25,000 parameters can be one hidden layer of 32 neurons, two of 31, four of 29 or sixteen of 22. Which reads most of
# the 10,000 test digits? In NumPy, we train each from three random starts, for three epochs on 20,000 digits; and one layer
# of 128 neurons, four times as large, for comparison.
#
# `reshape` is right this time: picture after picture, row after row is the very order we want. (−1: the rest follows from
# the count. `float32`: a number with about seven digits, which is what Keras uses.)

# %%
predict(
    "4.c",
    "As many parameters, the same digits, the same three epochs. Which of the four reads best?",
    options=[
        "the deeper the better: sixteen layers",
        "the one wide layer, clearly",
        "one, two and four layers about alike; sixteen clearly worse",
        "all four about alike: the number of parameters decides",
    ],
    guess=...,
)

# %%
from threadpoolctl import threadpool_limits

x_train, x_test = (images.reshape(-1, 784) / np.float32(255) for images in (train_images, test_images))

def trained(widths, seed):
    parts = [*[Dense(units, "relu") for units in widths], Dense(10, "softmax")]
    network = Network(parts, inputs=784, seed=seed, dtype=np.float32)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    network.fit(x_train[:20_000], y_train[:20_000], batch_size=128, epochs=3)
    return network.evaluate(x_test, y_test)[1]  # of loss and accuracy the second

tried = [(1, 32), (2, 31), (4, 29), (16, 22), (1, 128)]  # (layers, units in each); three trainings each, half a minute at most
threadpool_limits(1)  # from here on: for tables as small as these, processor cores only wait for each other
results = {f"{n} × {units}": [trained([units] * n, seed) for seed in range(3)] for n, units in tried}
plots.depth_and_width(results, title="Sixteen narrow layers read less, four times the size reads more")

# %%
mean = {name: np.mean(shares) for name, shares in results.items()}
small = [mean[name] for name in ("1 × 32", "2 × 31", "4 × 29")]
apart, behind = max(small) - min(small), min(results["1 × 32"]) - max(results["16 × 22"])
ahead = min(results["1 × 128"]) - max(small)
claim("one, two, four layers: on average under 2 in 100 apart", apart < 0.02, f"{100 * apart:.1f}")
claim("sixteen: over 4 in 100 behind the worst of one", behind > 0.04, f"{100 * behind:.1f}")
claim("four times the parameters: ahead of all these", ahead > 0, f"by {100 * ahead:.1f}")
predict("4.c", happened=("c" if apart < 0.02 else "b") if behind > 0.01 else "d" if behind > -0.01 else "a")

# %%
def arrives(depth, units, seed, larger=1):  # as in lesson 3: the share of a nudge that comes through, untrained
    network = Network([Dense(units, "relu") for _ in range(depth)], inputs=784, seed=seed)
    network.set_weights([larger * array for array in network.get_weights()])
    nudge = np.random.default_rng(seed).normal(size=784) / 10_000
    moved = network.forward(x_test[:1000] + nudge) - network.forward(x_test[:1000])  # (1000, units)
    return np.median(np.linalg.norm(moved, axis=1)) / np.linalg.norm(nudge)  # norm: how far

through = {n: [arrives(n, units, seed) for seed in range(5)] for n, units in tried[:4]}
claim("through one, two, four layers: over 2 in 100", min(through[1] + through[2] + through[4]) > 0.02)
claim("through sixteen: less than 2 in 1,000", max(through[16]) < 0.002, f"{max(through[16]):.4f} at most")
larger = min(arrives(16, 22, seed, larger=np.sqrt(2)) for seed in range(5))
claim("with weights 1.4 times as large: over 1 in 100", larger > 0.01, f"{larger:.2f} at least")

# %% [markdown]
# For these digits and three epochs, size counts, and depth from one to four hardly does. Sixteen narrow layers read clearly
# less. The last cell shows a likely reason: next to nothing of lesson 3's nudge comes through their random start, so they begin
# almost blind. (ReLU alone does not prevent that: `Network`, like Keras, starts with smaller weights than lesson 3.)
#
# Does longer training narrow the gap? Try `epochs=12` (it takes four times as long). Layers made for pictures come in lesson 8; one
# made to help deep networks learn, in lesson 9.
#
# ## One network, in Keras and in NumPy
#
# We train 784 → 16 → 10 for three epochs and keep the weights that the first layer had at the start: we shall need them at the
# end. `dtype` says with how many digits Keras computes.

# %%
from dlcourse import Progress

import keras
from keras import layers

keras.utils.set_random_seed(4)

def build_model(dtype="float32"):
    return keras.Sequential([
        keras.Input(shape=(784,), dtype=dtype),
        layers.Dense(16, activation="relu", dtype=dtype),
        layers.Dense(10, activation="softmax", dtype=dtype),
    ])

# %%
model = build_model()
start_weights = model.get_weights()[0]
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=3, batch_size=128, verbose=0, callbacks=[Progress()])
accuracy = model.evaluate(x_test, y_test, batch_size=1000, verbose=0)[1]
claim("sixteen hidden units read over 9 in 10 new digits", accuracy > 0.9, f"{accuracy:.1%}")
claim("Keras counts as we do", model.count_params() == (784 * 16 + 16) + (16 * 10 + 10))

# %% [markdown]
# ## From Keras to NumPy, and back
#
# `get_weights()` gives the arrays: weights, bias, weights, bias. We put them into pairs and let your `forward` compute what Keras
# computes, for 1,000 digits.

# %%
weights_1, bias_1, weights_2, bias_2 = model.get_weights()
digits = [(weights_1, bias_1), (weights_2, bias_2)]
by_numpy = forward(x_test[:1000], digits)  # (1000, 10)
if by_numpy is None:  # until you have solved 4.4, the course's own
    by_numpy = softmax(relu(x_test[:1000] @ weights_1 + bias_1) @ weights_2 + bias_2)
by_keras = model.predict(x_test, batch_size=1000, verbose=0)  # (10000, 10)
apart = np.abs(np.asarray(by_numpy) - by_keras[:1000]).max()
claim("no probability differs by more than one in 100,000", apart < 1e-5, f"at most {apart:.1e}")

# %% [markdown]
# (`1e-07` is how Python writes 0.0000001.) Is the little that is left a mistake? No: rounding. Both computed with
# about seven digits. A twin with sixteen
# (`float64`) will show it. It starts with random weights, so ours must go in: `set_weights` takes a list in the order in which
# `get_weights` gives one.
#
# **Exercise 4.6.** Turn a list of pairs, like `digits`, into the list that `set_weights` wants. Its entries are the arrays
# themselves.


# %%
def for_keras(network):
    ...

check("4.6", for_keras)

# %%
twin = build_model(dtype="float64")
in_order = for_keras(digits)
twin.set_weights(model.get_weights() if in_order is None else in_order)  # yours, once there is one
w1, b1, w2, b2 = twin.get_weights()  # the same numbers, now in float64
pixels = x_test.astype("float64")
by_hand = softmax(relu(pixels @ w1 + b1) @ w2 + b2)
apart = np.abs(by_hand - np.array(twin(pixels))).max()
claim("with sixteen digits, NumPy and Keras agree to twelve decimals", apart < 1e-12, f"at most {apart:.1e}")

# %% [markdown]
# ## Softmax once is enough
#
# A frequent slip: a model ends in softmax, and then somebody applies softmax to what comes out.

# %%
predict(
    "4.d",
    "Softmax of the softmax. What becomes of the network's answers and of how sure it is?",
    options=[
        "nothing: shares stay the shares they are",
        "other answers: it reads fewer digits",
        "the same answers, but it is far less sure of them",
    ],
    guess=...,
)

# %%
twice = softmax(by_keras.astype("float64"))
same = (twice.argmax(axis=1) == by_keras.argmax(axis=1)).mean()
print(f"the surest answer: {by_keras.max():.0%} with softmax once, {twice.max():.1%} twice")
claim("all answers are the same", same == 1)
claim("no answer is more than 23.2 % sure", twice.max() < 0.232)
predict("4.d", happened="b" if same < 1 else "c" if twice.max() < 0.25 else "a")

# %% [markdown]
# **Exercise 4.7.** Why?
#
# - `"a"` The second softmax forgets which share was the largest.
# - `"b"` Keras' seven digits are too few for two softmaxes.
# - `"c"` Between a share of 1 and a share of 0 lies only 1, and $e^1$ is only 2.72 times $e^0$.
# - `"d"` The network was trained with one softmax; trained with two, it could be as sure as before.

# %%
check("4.7", ...)

# %% [markdown]
# ## The taxis in Keras
#
# **Exercise 4.8.** Build the taxis' network in Keras, 3 → 2 (relu) → 1, with the numbers in `taxis`.

# %%
taxi = ...

check("4.8", taxi)

# %% [markdown]
# ## What do hidden units look for?
#
# Each of the 16 hidden units has 784 weights, one for each pixel. So we can draw them where the pixels are: ink on *blue* raises
# its sum, ink on *red* lowers it. Above each stands its **favourite**: the digit that excites it most, that is, for which its
# output is largest on average.

# %%
units = relu(x_test @ weights_1 + bias_1)  # (10000, 16)

def by_digit(values):  # values[y_test == 3] are the rows of the 3s; of these the mean, for each digit
    return np.array([values[y_test == digit].mean(axis=0) for digit in range(10)])

favourites = by_digit(units).argmax(axis=0)  # axis=0: down each column, here a unit
captions = [f"{unit}: likes {digit}" for unit, digit in enumerate(favourites)]
plots.unit_weights(weights_1, captions=captions,
                   title="Sixteen hidden units: strokes in the middle, grain in the corners")

# %% [markdown]
# One reads things into such pictures: strokes, gaps, half a 3. What of it is true? Begin with the grain in the corners.

# %%
never_inked = x_train.max(axis=0) == 0  # (784,): True for a pixel that is 0 in all 60,000 pictures
unmoved = np.array_equal(weights_1[never_inked], start_weights[never_inked])  # the rows of these pixels
claim("67 pixels have no ink in any training picture", never_inked.sum() == 67)
claim("the weights of these pixels are, to the last digit, those of the random start", unmoved)
claim("on average, a unit is above 0 for over half of all pictures", (units > 0).mean() > 0.5)

# %% [markdown]
# So that grain was never learned: where no ink ever came, no weight could matter, and training left them as they were. And a unit
# does not fall silent for all but its favourite.
#
# What is a unit *good* for? Take it out: put 0 in place of its output, and count which digits are no longer read.

# %%
predict(
    "4.e",
    "The unit that matters most is set to 0, the other 15 stay. What happens?",
    options=[
        "one digit is lost, its own; the others are read as before",
        "several digits suffer, some much and some little; others hardly",
        "all ten digits suffer about alike",
    ],
    guess=...,
)

# %%
def read(units):  # True where the largest of the ten logits is the right digit's
    return (units @ weights_2 + bias_2).argmax(axis=1) == y_test

lost = []
for unit in range(16):
    without = units.copy()
    without[:, unit] = 0
    lost.append(by_digit(read(units)) - by_digit(read(without)))
lost = np.array(lost)  # (16, 10): a row for each unit, a column for each digit
plots.lost_classes(lost, favourites, title="Set one unit to 0, and several digits suffer")

# %%
costs = lost.mean(axis=1)  # (16,)
suffering = (lost > 0.05).sum(axis=1)  # digits of which over 5 in 100 are lost
elsewhere = ((lost.argmax(axis=1) != favourites) & (suffering > 0)).sum()
claim("the most important unit costs over 8 in 100", costs.max() > 0.08, f"{costs.max():.1%}")
claim("the least important under 5 in 100", costs.min() < 0.05, f"{costs.min():.1%}")
several = (suffering >= 2).sum()
claim("more than half of the units cost two digits or more over 5 in 100", several > 8, f"{several} of 16")
claim("for 3 units or more, another digit than the favourite suffers most", elsewhere >= 3, f"{elsewhere}")
hit = suffering[costs.argmax()]
predict("4.e", happened="a" if hit <= 1 else "c" if hit >= 9 else "b")

# %% [markdown]
# So most units are no detectors of one digit: they help to read several. And what a unit is good for depends also on its ten
# weights to the output, which its picture does not show.
#
# **Exercise 4.9.** Somebody finds that a unit's favourite is 0. What does that say?
#
# - `"a"` If the unit is set to 0, it is the 0s that suffer most.
# - `"b"` That 0s raise it most on average. What it is good for has to be measured apart.
# - `"c"` Its weight picture looks like a 0.
# - `"d"` For other digits its output is 0.

# %%
check("4.9", ...)

# %% [markdown]
# ## To take with you
#
# - A layer is `activation(x @ weights + bias)`: rows are examples, columns are neurons.
# - Inner numbers agree and vanish, outer ones stay: (batch, inputs) @ (inputs, units) gives (batch, units).
# - The forward pass does this layer after layer. A layer has inputs · units + units parameters, for any batch.
# - What a hidden unit is good for is measured, not seen.
#
# **New words**
#
# - **layer**: neurons side by side that get the same inputs.
# - **shape rule**: the inner numbers must agree; the outer ones are what is left.
# - **transpose**: exchange rows and columns.
# - **reshape**: read the numbers row after row, and start new rows elsewhere.
# - **hidden layer**: a layer between input and output.
# - **forward pass**: computing layer after layer, from input to output.
# - **architecture**: which layers there are, how wide, and with which activations.
# - **parameters**: weights and biases together, the numbers that training has to find.
# - **units**: Keras' word for the neurons of a layer.
# - **favourite**: the digit for which a unit's output is largest on average.
#
# **Common mistakes**
#
# - (features, batch) where (batch, features) belongs; `reshape` where `.T` belongs.
# - The biases forgotten in the count, or the inputs counted.
# - Softmax twice; relu behind the last layer; nothing between the layers.
# - A picture of weights taken for an explanation.
#
# **Next:** lesson 5, loss and gradient descent: how the numbers are found.

# %%
progress()
