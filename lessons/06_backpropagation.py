# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 6 · Backpropagation
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/06_backpropagation.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/06_backpropagation.ipynb)
# <!-- /badges -->
#
# **The question:** How does every weight get its share of the blame?
#
# **Time:** 90 minutes. **You need:** lessons 1 to 5.
#
# **After this lesson you can**
#
# - compute the gradient of every number in a small graph, on paper;
# - write an engine that finds all gradients in one pass backwards, and explain why it adds;
# - derive the shapes and the transposes of a layer's gradients;
# - test any gradient by nudging, and find what no error message reports;
# - explain when NumPy trains quicker than Keras, and when it does not.

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
import os
import time

import numpy as np

from dlcourse import check, claim, datasets, explore, hint, plots, predict, progress, solution
from dlcourse.scratch import Value, batches, by_hand, softmax
from dlcourse.scratch.by_hand import forward

def mine(number, yours, course):  # for later: your function where its check says correct, else the course's
    correct = check(number, yours).correct
    print(number, "is yours" if correct else "is not solved yet: the course's function is used")
    return yours if correct else course

# %% [markdown]
# ## One neuron, one mistake: who is to blame?
#
# A neuron with the weight $w = 2$ and the bias $b = 1$ gets the input $x = 3$. Its target is 5. A `Value` is a number that
# remembers what it was made from. Here it draws the way to the loss:

# %%
w, x, b, target = Value(2.0, "w"), Value(3.0, "x"), Value(1.0, "b"), Value(5.0, "target")
product = w * x
total = product + b
error = total - target
loss = error**2
names = {product: "product", total: "sum", error: "error", loss: "loss"}
plots.graph(loss, names=names, weights=("w", "b"), title="From numbers to a loss: the way forward")

# %% [markdown]
# This is a **computation graph**: a box for each number, lines from those it is made of, its **parents**. (Orange: what
# training may change.)
#
# The loss is 4. How fast does it grow with $w$? We take one box at a time, from the loss back, and ask at each line:
# *if this parent grows by a little, how many times as much does the box grow?* That is the line's **local slope**.
#
# | box | local slope | because |
# |---|---|---|
# | loss = error² | 2 · error = 4 | the slope of a square (lesson 5) |
# | error = sum − target | to the sum: 1, to the target: −1 | with the sum it grows, with the target it falls |
# | sum = product + b | 1 to each | it grows as either does |
# | product = w · x | to $w$: **3**, to $x$: **2** | one more $w$ adds $x$ to it, one more $x$ adds $w$ |
#
# If $w$ grows by 0.001, product, sum and error grow by 0.003, and the loss by about 4 times that. Along the way the slopes
# *multiply*: 3 · 1 · 1 · 4 = 12. That is the **chain rule**.
#
# Done backwards, it serves everybody at once. Begin with 1 at the loss (it grows as fast as itself). Each box hands to each
# parent what has arrived at it, times the local slope:
#
# | arrives at | from | slope · what arrived there | |
# |---|---|---|---|
# | loss | | | 1 |
# | error | loss | 4 · 1 | 4 |
# | sum | error | 1 · 4 | 4 |
# | target | error | −1 · 4 | −4 |
# | b | sum | 1 · 4 | **4** |
# | product | sum | 1 · 4 | 4 |
# | w | product | 3 · 4 | **12** |
# | x | product | 2 · 4 | **8** |
#
# What arrives at a number is its **gradient**: how fast the loss grows with it (lesson 5: all of them together). Sending
# gradients back like this is **backpropagation**. We also say *blame*, an analogy: unlike real blame it may be below 0, and
# the shares don't add up to a whole.

# %%
def loss_at(w, x, b):
    return (w * x + b - 5) ** 2

loss.zero_gradients()  # why, you will find in exercise 6.6
loss.backward()
h = 1e-6  # 0.000001
nudged = [(loss_at(2 + h, 3, 1) - 4) / h, (loss_at(2, 3 + h, 1) - 4) / h, (loss_at(2, 3, 1 + h) - 4) / h]
claim("nudging w, x and b finds 12, 8 and 4", np.allclose(nudged, [12, 8, 4], atol=1e-3))
claim("so does one pass backwards", [w.gradient, x.gradient, b.gradient] == [12, 8, 4])
plots.graph(loss, show="gradients", slopes=True, names=names, weights=("w", "b"),
            title="The way back, from the loss up: × slope at every line")

# %% [markdown]
# **Exercise 6.1.** Paper again: $w = -1$, $x = 4$, $b = 1$, target 2. Give the gradients of
# `(w, b, x)`.

# %%
blame = ...

check("6.1", blame)

# %% [markdown]
# Step through it: forwards every box gets its number, backwards its gradient. Then move $b$ until the error is 0: only the 1
# at the loss is left. Where nothing is wrong, nobody is to blame.

# %%
explore.graph(loss, names=names, weights=("w", "b"))

# %% [markdown]
# ## A number that remembers
#
# For the computer to do this, a number must keep four things. A `class` is a plan by which Python makes such objects, here
# nodes: `Node(6.0)` makes one. `__init__` says what it holds; in there `self` is the node being made.

# %%
class Node:
    def __init__(self, data, parents=(), slopes=()):
        self.data = data          # the number itself
        self.parents = parents    # the nodes it was made from; none for a weight or an input
        self.slopes = slopes      # the local slope towards each parent
        self.gradient = 0.0       # unknown on the way forward

def add(a, b):
    return Node(a.data + b.data, parents=(a, b), slopes=(1.0, 1.0))

print(add(Node(6.0), Node(1.0)).data)

# %% [markdown]
# `add` makes a node from two; `a.data` is the number in `a`. A plus has slope 1 towards both.
#
# **Exercise 6.2.** Write `multiply` in the same manner.


# %%
def multiply(a, b):
    ...

check("6.2", multiply)

# %% [markdown]
# **Exercise 6.3.** And `tanh`, from one node. Its slope (lesson 3) is $1 - \tanh(z)^2$: 1 minus the square of what comes
# *out*. `np.tanh` computes the value; a tuple with one entry is written `(a,)`.


# %%
def tanh(a):
    ...

check("6.3", tanh)

# %% [markdown]
# ## When a number is used twice
#
# Let `x = Node(3.0)` and `y = multiply(x, x)`. Both parents of `y` are the same node, and each line brings 3 back.

# %%
predict(
    "6.a",
    "What is the gradient of x, how fast does y = x * x grow with it?",
    options=["3: both lines bring the same 3", "6: both are added", "9: both are multiplied"],
    guess=...,
)

# %%
h = 1e-6
growth = round(((3 + h) * (3 + h) - 3 * 3) / h, 3)
print("x * x grows", growth, "times as fast as x")
print("x + x grows", round(((3 + h) + (3 + h) - (3 + 3)) / h, 3), "times as fast as x")
predict("6.a", happened={3: "a", 6: "b", 9: "c"}[growth])

# %% [markdown]
# Even `x + x`, 1 along each line, gives 2.
#
# **Exercise 6.4.** Why?
#
# - `"a"` the line that is handled last decides
# - `"b"` a nudge of x reaches y by both lines at once, and their effects add up
# - `"c"` blame is shared out, and the shares must sum to what arrived
# - `"d"` it comes from the 2 in the slope of the square

# %%
check("6.4", ...)

# %% [markdown]
# So a node **accumulates** what arrives: `+=`, not `=`. It may pass on only when everything has arrived. So we go through the
# nodes backwards, the last made first: whatever uses a number is made after it.
#
# **Exercise 6.5.** The whole way back. `nodes` is a list in the order of making, the loss last. Give the loss its gradient,
# then let every node hand to its parents what is theirs. (`zip(node.parents, node.slopes)` gives each parent with its
# slope, `reversed(nodes)` the last first.) Nothing is returned.


# %%
def send_back(nodes):
    ...

check("6.5", send_back)

# %% [markdown]
# From here on the lesson builds on what you wrote. Where an exercise is not solved yet, `mine` (at the top) says so and takes
# the course's function. Run the cell again when yours is ready.
#
# A neuron with tanh, whose output is used twice, $y \cdot y$; beside it the same with `Value`, where `*` and `+` make the
# nodes and `backward` finds their order. Below, a graph with an $x$ used twice (t is the target, L the loss): step backwards
# and see when its gradient is complete.

# %%
my_multiply, my_tanh = mine("6.2", multiply, by_hand.multiply), mine("6.3", tanh, by_hand.tanh)
my_send_back = mine("6.5", send_back, by_hand.send_back)
w, x, b = Node(0.5), Node(3.0), Node(-1.0)
product = my_multiply(w, x)
total = add(product, b)
y = my_tanh(total)
my_send_back([w, x, b, product, total, y, my_multiply(y, y)])

w2, x2, b2 = Value(0.5), Value(3.0), Value(-1.0)
y2 = (w2 * x2 + b2).tanh()
(y2 * y2).backward()
pairs = [(w.gradient, w2.gradient), (x.gradient, x2.gradient), (b.gradient, b2.gradient)]
claim("this engine and `Value` give the same gradients", all(np.isclose(one, two) for one, two in pairs))

# %%
explore.graph()

# %% [markdown]
# That is the whole engine; with operators it is [`scratch/value.py`](../dlcourse/scratch/value.py): read it.
#
# ## Blame from yesterday: when adding goes wrong
#
# **Exercise 6.6.** Find the bug. This neuron learns one example by gradient descent (lesson 5), and each step should use the
# gradient of its own place. With `x=2, target=0, w=1, b=0, rate=0.1` the first step lands on a loss of 0. Yet the second
# walks on! (`loss.zero_gradients()` puts 0 into every node.)


# %%
def train(x, target, w, b, rate, steps):
    w, b = Value(w), Value(b)
    for step in range(steps):
        loss = (w * x + b - target) ** 2
        loss.backward()
        w.data -= rate * w.gradient
        b.data -= rate * b.gradient
    return w.data, b.data

check("6.6", train)

# %% [markdown]
# ## A judge for gradients: nudging
#
# Wrong gradients raise no error; the network learns worse, and nobody knows why. So we need a judge that cannot make the same
# mistake: the nudge of lesson 5, for every number of an array. For a square a nudge up by $h$ found $2w + h$; a nudge down
# finds $2w - h$. So we take the slope *between* these two places, a **central difference**.
#
# **Exercise 6.7.** `f` takes an array like `w` and returns one number. Fill the loop: the slope when only the number at
# `place` is nudged. (`np.zeros_like` gives zeros in the shape of `w`, `np.ndindex` all places; `w[place]` is the number
# there, `w.copy()` an array of its own.)


# %%
def nudged_gradient(f, w, h):
    slopes = np.zeros_like(w)
    for place in np.ndindex(w.shape):
        ...
    return slopes

check("6.7", nudged_gradient)

# %% [markdown]
# ## The same for arrays: blame at the logits
#
# With arrays nothing new happens; whole tables of nodes go back at once. At a network's end stand logits, softmax and
# cross-entropy (lessons 3 and 5). What blame reaches the logits? Nudge, and look:

# %%
nudge = mine("6.7", nudged_gradient, by_hand.nudged_gradient)
target = np.array([1.0, 0.0, 0.0])  # one-hot: the first class is right

def cross_entropy(logits):
    p = softmax(logits)
    return -np.log((p * target).sum())

logits = np.array([1.0, 0.5, -1.0])
print("p        ", softmax(logits).round(3))
print("gradients", nudge(cross_entropy, logits, 1e-4).round(3))
several = np.random.default_rng(0).normal(size=(5, 3))
agree = [np.allclose(nudge(cross_entropy, row, 1e-4), softmax(row) - target, atol=1e-6) for row in several]
claim("for five other logits, too, nudging finds p - target", all(agree))

# %% [markdown]
# The gradients are $p - y$: probabilities minus targets, from here on $y$. Why? The right class, with the logit $z$,
# gets $e^z / S$, where $S$ is
# the sum of all exponentials. As log undoes exp and makes a division a minus, $-\log(e^z / S) = \log(S) - z$. Two new slopes:
# that of $\log(S)$ is $1 / S$, that of $e^z$ is $e^z$ itself. Chained, $\log(S)$ grows with each logit by $e^z / S$: its $p$.
# And $-z$ takes 1 off at the right class: its logit should rise, the others fall.
#
# A sigmoid with binary cross-entropy (lesson 5) gets $p - y$, too: it is the softmax of two logits, $z$ and 0.
#
# For n examples the loss is the *mean* of their losses.
#
# **Exercise 6.8.** `p` and `y` have the shape (n, classes). Return the gradient of the mean cross-entropy for the logits, in
# the same shape.


# %%
def logit_blame(p, y):
    ...

check("6.8", logit_blame)

# %% [markdown]
# ## Through a layer: where the transposes come from
#
# We write `dw` for the gradient of `w`. It has the shape of `w`, since every weight has one.

# %%
plots.there_and_back(784, 100, 10)

# %% [markdown]
# Take one weight, and two examples that use it. Their inputs are 3 and 5; at the output of the unit arrives the blame 0.5
# and −1. The weight was used twice, so it collects twice, each time input · blame:
#
# $$3 \cdot 0.5 + 5 \cdot (-1) = -3.5.$$
#
# So `dw` sums over the *examples*, for each pair of an input and a unit. The bias was used by every example, too, with
# slope 1. And an input was used by every *unit*, each time with that unit's weight: `dx` sums over the units.
#
# Shapes (a, b) `@` (b, c) leave (a, c), lesson 4: the inner number is what `@` sums over. So what is to be summed over must
# stand inside; where it stands outside, `.T` turns an array.
#
# **Exercise 6.9.** The layer computed `x @ w + b`. `blame` is what arrives at its output. Return `dw`, `db`, `dx`. Shapes: x
# (n, inputs), w (inputs, units), b (units,), blame (n, units).


# %%
def layer_back(x, w, blame):
    dw = ...
    db = ...
    dx = ...
    return dw, db, dx

check("6.9", layer_back)

# %% [markdown]
# ## Two layers, there and back
#
# The way forward, as in lesson 4, keeps what the way back will need. We import it from `by_hand`, where it reads
#
# ```python
# def forward(x, w1, b1, w2, b2):
#     z = x @ w1 + b1                     # (n, hidden)
#     h = np.maximum(z, 0)                # (n, hidden): ReLU (from here on h is no nudge)
#     return z, h, softmax(h @ w2 + b2)   # p: (n, classes)
# ```
#
# ReLU's slope is 1 where z is above 0 and else 0: `z > 0`, which counts as 1 and 0. It works number by number, so
# `dh` is multiplied by it with `*`.
#
# **Exercise 6.10.** Put the way back together from `logit_blame`, `layer_back` and ReLU's slope. (The picture above is the
# plan. Where one of yours is not ready, write `by_hand.layer_back`.)


# %%
def gradients(x, y, w1, b1, w2, b2):
    z, h, p = forward(x, w1, b1, w2, b2)
    ...
    return dw1, db1, dw2, db2

check("6.10", gradients)

# %% [markdown]
# Now the judge: every number of three small random networks is nudged. Beside yours what a tired person could write: ReLU
# forgotten on the way back. (`by_hand.loss` is `forward` and then the mean cross-entropy.)

# %%
my_gradients = mine("6.10", gradients, by_hand.gradients)

def without_relu(x, y, w1, b1, w2, b2):
    z, h, p = forward(x, w1, b1, w2, b2)
    dw2, db2, dh = by_hand.layer_back(h, w2, by_hand.logit_blame(p, y))
    dw1, db1, dx = by_hand.layer_back(x, w1, dh)  # dh, where dh * (z > 0) belongs
    return dw1, db1, dw2, db2

# %%
def farthest(way, seed):  # how far `way` is from nudging, at worst
    x, y, parts = by_hand.random_network(seed, n=6, inputs=4, hidden=5, classes=3)
    apart = []  # below, the star hands over the parts one by one: w1, b1, w2, b2
    for part, gradient in zip(parts, way(x, y, *parts)):
        def loss_with(a):  # the loss with the array a in place of this part
            return by_hand.loss(x, y, *[a if one is part else one for one in parts])
        apart.append(np.abs(nudge(loss_with, part, 1e-5) - gradient).max())
    return max(apart)

right, wrong = [[farthest(way, seed) for seed in range(3)] for way in (my_gradients, without_relu)]
claim("the gradients agree with nudging to 0.0000001", max(right) < 1e-7, f"at most {max(right):.0e} apart")
claim("the tired version is found out each time", min(wrong) > 0.01, f"{min(wrong):.2g} apart or more")

# %% [markdown]
# ## The same from TensorFlow
#
# Keras lets TensorFlow find its gradients. A `GradientTape` writes down every operation, as `Node` does, and plays it back.

# %%
os.environ["TF_NUM_INTRAOP_THREADS"] = "1"  # one core: later we measure times
import tensorflow as tf

def tape_gradients(x, y, *parts):
    w1, b1, w2, b2 = variables = [tf.Variable(part) for part in parts]
    with tf.GradientTape() as tape:  # for the lines set in, and no longer, the tape writes down
        logits = tf.nn.relu(tf.matmul(x, w1) + b1) @ w2 + b2
        loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(y, logits))
    return tape.gradient(loss, variables)

networks = [by_hand.random_network(seed, n=64, inputs=784, hidden=100, classes=10) for seed in range(5)]
twice = [zip(my_gradients(x, y, *parts), tape_gradients(x, y, *parts), strict=True) for x, y, parts in networks]
apart = max(np.abs(one - two.numpy()).max() for pairs in twice for one, two in pairs)
claim("in five networks of the digits' size, they are TensorFlow's to 0.00001", apart < 1e-5, f"{apart:.0e} apart")

# %% [markdown]
# ## Your network reads digits
#
# MNIST again. Pixels become numbers from 0 to 1, each picture a row, each
# label a one-hot row.
#
# An update is gradient descent on a batch: forward, back, a step.

# %%
(x_train, labels), (x_test, test_labels) = datasets.mnist()
x_train = (x_train.reshape(-1, 784) / 255).astype("float32")  # (60000, 784)
x_test = (x_test.reshape(-1, 784) / 255).astype("float32")    # (10000, 784)
y_train = np.eye(10, dtype="float32")[labels]                 # (60000, 10): row k of np.eye(10) has its 1 at place k

def start(hidden, seed):
    random = np.random.default_rng(seed)
    w1 = random.normal(0, 1 / np.sqrt(784), (784, hidden))    # small, so that no sum begins large
    w2 = random.normal(0, 1 / np.sqrt(hidden), (hidden, 10))
    return [a.astype("float32") for a in (w1, np.zeros(hidden), w2, np.zeros(10))]

# %%
from threadpoolctl import threadpool_limits

one_core = threadpool_limits(1)  # for NumPy, too: later we compare work, not cores

def update(parameters, x, y, rate, way):
    for parameter, gradient in zip(parameters, way(x, y, *parameters)):
        parameter -= rate * gradient  # changes the array itself

def share_read(parameters):
    _, _, p = forward(x_test, *parameters)  # (10000, 10)
    return (p.argmax(axis=1) == test_labels).mean()

# %%
parameters, order = start(hidden=100, seed=0), np.random.default_rng(0)
shares, begun = [share_read(parameters)], time.process_time()
for epoch in range(4):
    for x, y in batches(x_train, y_train, 128, order):
        update(parameters, x, y, rate=0.4, way=my_gradients)  # slow, if yours loops: by_hand.gradients
    shares.append(share_read(parameters))
seconds = time.process_time() - begun

claim("the network reads 95 % of the 10,000 test digits or more", shares[-1] >= 0.95, f"{shares[-1]:.1%}")
claim("that took less than 20 seconds of one core", seconds < 20, f"{seconds:.1f} seconds")
plots.losses({"test digits": shares}, at=range(5), x="epoch", y="share read right", title="Most is learned in the first epoch")

# %% [markdown]
# ## Why NumPy was quick, and when that turns round
#
# How long does one update take in Keras? Same network, batches of 128, plain gradient descent, one core. Below your
# guess stands the clock (you need not read it), then what it measures for 16 to 4,096 units, with the course's
# `gradients`. (Both axes are logarithmic; the dotted line comes later.)

# %%
predict(
    "6.b",
    "Your network, 100 hidden units. Which needs more time for one update?",
    options=["Keras, clearly", "about the same", "NumPy, clearly"],
    guess=...,
)

# %% tags=["machinery"]
import keras
from keras import layers

def keras_updates(hidden, x, y):
    model = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(hidden, activation="relu"), layers.Dense(10)])
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.4), loss=loss)
    return lambda: model.fit(x, y, batch_size=128, shuffle=False, verbose=0)

def numpy_updates(hidden, x, y, way=by_hand.gradients):
    parameters, pieces = start(hidden, seed=0), list(batches(x, y, 128))
    return lambda: [update(parameters, *piece, 0.4, way) for piece in pieces]

def gradients_without_dx(x, y, w1, b1, w2, b2):
    z, h, p = forward(x, w1, b1, w2, b2)
    dw2, db2, dh = by_hand.layer_back(h, w2, by_hand.logit_blame(p, y))
    dz = dh * (z > 0)
    return x.T @ dz, dz.sum(axis=0), dw2, db2

def without_dx(hidden, x, y):
    return numpy_updates(hidden, x, y, gradients_without_dx)

def milliseconds(hidden, count):  # for one update, each way; they take turns, so that other programs disturb all alike
    x, y = x_train[: 128 * count], y_train[: 128 * count]
    ways = [prepare(hidden, x, y) for prepare in (numpy_updates, keras_updates, without_dx)]
    clocks = np.zeros((5, len(ways)))
    for run, number in np.ndindex(clocks.shape):
        begun = time.process_time()
        ways[number]()
        clocks[run, number] = time.process_time() - begun
    return 1000 * clocks[1:].min(axis=0) / count  # the first run prepares; the best is the least disturbed

# %%
counts = {16: 100, 100: 100, 640: 25, 4096: 10}  # hidden units: updates in a run
times = np.array([milliseconds(*pair) for pair in counts.items()])  # may take half a minute
numpy_ms, keras_ms, lean_ms = times.T
ratio, grown = keras_ms / numpy_ms, [some[1] / some[0] for some in (numpy_ms, keras_ms)]
claim("with 100 units an update takes longer in Keras", ratio[1] > 1.3, f"{ratio[1]:.1f} times as long")
claim("with 4,096 units it takes longer in NumPy", ratio[-1] < 0.95, f"{1 / ratio[-1]:.1f} times as long")
claim("without dx, NumPy saves over a sixth of that", lean_ms[-1] < numpy_ms[-1] * 5 / 6)
claim("from 16 to 100 units NumPy's time more than doubles, Keras' does not", grown[0] > 2 > grown[1],
      f"{grown[0]:.1f} and {grown[1]:.1f} times as long")
predict("6.b", happened="a" if ratio[1] > 1.3 else "c" if ratio[1] < 0.75 else "b")
plots.update_times(list(counts), {"NumPy": numpy_ms, "Keras": keras_ms, "NumPy without dx": lean_ms})

# %% [markdown]
# **Exercise 6.11.** Keras is far behind at the left end, and no longer at the right. What explains both?
#
# - `"a"` NumPy multiplies matrices faster
# - `"b"` Keras computes more: gradients that NumPy leaves out
# - `"c"` every update of Keras has a fixed price, whatever the size; with much to compute that no longer matters
# - `"d"` nothing: NumPy is quicker for every network

# %%
check("6.11", ...)

# %% [markdown]
# And why does ours even lose in a wide layer? `layer_back` also computes `dx` for the pixels, which nobody needs: one of
# three matrix products of the same size. The dotted line is NumPy without it. From lesson 7 on Keras finds the gradients, and
# you know how.
#
# ## Playground: watch it all at once
#
# 1. Press *Play* on the circle, then *Pause*. Below the controls tick *show equations*: where is $p - y$ (there a − y), and
#    which of this unit's weights moves most? Press *Make this step*.
# 2. Choose XOR: does it need luck now? Set *hidden layers* to 0. On which data does it still succeed?
# 3. Choose the spiral. Find layers that solve it. Then set the learning rate to 10.
# 4. Press *Hand to Python*. In a cell of your own, `playground.network.get_weights()` shows what it has learned.

# %%
playground = explore.playground()
playground

# %% [markdown]
# `playground.network` is a `scratch.Network`. In it work the rules you wrote: 6.9 in
# [`layers.py`](../dlcourse/scratch/layers.py), 6.8 in [`losses.py`](../dlcourse/scratch/losses.py), 6.10 in
# [`stack.py`](../dlcourse/scratch/stack.py), 6.7 in [`gradient_check.py`](../dlcourse/scratch/gradient_check.py).
#
# ## To take with you
#
# - Backwards, each node hands to its parents: what arrived, times the local slope.
# - What is used more than once accumulates: examples for a weight, units for an input.
# - At the logits the blame is $(p - y) / n$. A layer sends it on with `x.T @ blame`, a sum over the examples, `blame @ w.T`.
# - A gradient without a check by nudging is a guess.
# - In small networks Keras' fixed price for an update decides, in wide ones the arithmetic.
#
# **New words**
#
# - **computation graph**: a box for each number, lines from those it is made of.
# - **parents**: the numbers a number is made from.
# - **local slope**: how many times as much a number grows as one of its parents.
# - **chain rule**: along a way, local slopes multiply.
# - **gradient**: for one number: how fast the loss grows with it.
# - **backpropagation**: sending gradients from the loss back to every number.
# - **accumulate**: add what arrives to what is there.
# - **central difference**: the slope between a place a little above and one a little below.
#
# **Common mistakes**
#
# - `=` for `+=`; gradients not emptied before the next step.
# - A factor's own number as its slope; tanh applied twice in its slope; ReLU forgotten on the way back.
# - A transpose missing, which square arrays hide; the bias not summed; the division by n forgotten, or done twice.
#
# **Next:** lesson 7: all this in ten lines of Keras.

# %%
progress()
