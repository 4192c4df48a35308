# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 1 · What is deep learning?
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/01_what_is_deep_learning.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/01_what_is_deep_learning.ipynb)
# <!-- /badges -->
#
# **The question:** What does it mean that a network learns, and what is it good for?
#
# **Time:** 45 minutes. **You need:** [lesson 0](00_welcome.ipynb).
#
# **After this lesson you can**
#
# - run the five steps that lead from pictures to an evaluated network;
# - turn probabilities into an answer, and labels into the form a network needs;
# - tell artificial intelligence, machine learning and deep learning apart;
# - say when a network's certainty can be trusted;
# - build a network of your own and test it on digits that it never learned from.

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
from dlcourse import Progress, check, claim, datasets, explore, hint, plots, predict, progress, solution

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)  # training needs chance: let it be the same in every run

# %% [markdown]
# ## Step 1: load pictures that somebody has labelled
#
# How do you tell a 3 from an 8? You do it at once, but could you write down how? So let a program find it out from examples.
# Each comes with its **label**: the right answer to it, given by a person.

# %%
(train_images, y_train), (test_images, y_test) = datasets.mnist()
plots.images(train_images[:20], y_train[:20], title="Twenty pictures and their labels", what="digits")

# %% [markdown]
# The **training set** is the examples that a network learns from: 60,000 here. The **test set** is examples that it never
# learns from, kept to ask it about something new: 10,000 here. By custom, inputs are called `x` and labels `y`.
#
# ## Step 2: normalise
#
# A pixel is a number from 0 to 255. To **normalise** is to bring all inputs into a small range, the same way for every
# picture. We divide by 255: paper stays 0, full ink becomes 1, a grey of 51 becomes 0.2. What if one forgets it for the test
# set? We will see.

# %%
# astype("float32") makes decimal numbers of whole ones; / 255 divides each of them.
x_train = train_images.astype("float32") / 255  # (60000, 28, 28)
x_test = test_images.astype("float32") / 255  # (10000, 28, 28)

# %% [markdown]
# ## Step 3: build a network
#
# A **network** is a model made of layers of small computing units, its **neurons**, each fed by the layer before.

# %%
names = ["pixels", "hidden neurons", "neurons, one for each digit"]
plots.layers([784, 128, 10], names, first=train_images[7])

# %% [markdown]
# Every line carries a **weight**: a number by which what comes along the line is multiplied. A neuron adds up what arrives,
# and a number of its own, its **bias** (we count it among the weights: 784 × 128 + 128 + 128 × 10 + 10 = 101,770). The hidden
# neurons pass this sum on if it is above 0, and else pass 0: that is called `relu`. The last ten sums are turned into
# probabilities: that is `softmax`, and we will do it by hand. At first all weights are random. *Learning is finding better
# ones.*
#
# Here is the same in Keras, the library that this course uses.

# %%
def build_model():
    network = keras.Sequential([                 # one layer after the other
        keras.Input(shape=(28, 28)),
        layers.Flatten(),                        # 28 rows of 28 pixels become one row of 784
        layers.Dense(128, activation="relu"),    # 128 neurons, each joined to all 784
        layers.Dense(10, activation="softmax"),  # 10 neurons, one probability each
    ])
    loss = "sparse_categorical_crossentropy"
    network.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return network

model = build_model()
claim("it has over 100,000 weights", model.count_params() > 100_000, f"{model.count_params():,}")

# %% [markdown]
# ## Steps 4 and 5: train and evaluate
#
# **Training** is showing a network examples with their labels and changing its weights a little each time, so that its
# answers get better. Here it gets 128 pictures at a time. One pass through the whole training set is an **epoch**. `compile`
# has said how: the *loss* measures how wrong the answers are, the *optimizer*, here `adam`, decides what to change
# (lesson 5).

# %%
predict(
    "1.a",
    "Five epochs, a few seconds. How many of 10,000 digits that it has never seen will it read?",
    options=["about half", "about 8 in 10", "about 9 in 10", "97 or more in 100"],
    guess=...,
)

# %%
history = model.fit(x_train, y_train, epochs=5, batch_size=128, verbose=0, callbacks=[Progress()])
loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
claim("it reads at least 97 of 100 new digits", test_accuracy >= 0.97, f"{test_accuracy:.2%}")
predict("1.a", happened="abcd"[int(np.searchsorted([0.65, 0.85, 0.97], test_accuracy))])

# %% [markdown]
# You have trained a network: **load, normalise, build, train, evaluate**. What `evaluate` gave is the **accuracy**: the share
# of right answers.
#
# ## What the network says about one picture
#
# It gives ten probabilities, one for each digit. This is the network you have just trained, and some test digits. Paint into
# the picture. Can you turn the 3 into an 8 with a few strokes? Then move the picture by four pixels.

# %%
chosen = [195, 18, 8, 0, 1, 2, 3, 4, 7, 11]
explore.digit(model, x_test[chosen], y_test[chosen])

# %% [markdown]
# ## Ten scores become ten probabilities
#
# The last ten sums, the **scores**, can be any numbers. **Softmax** turns scores into probabilities: raise e, a number of about
# 2.718, to the power of each score, and divide by the total. For three scores, on paper:
#
# | score s | e to the power s | divided by the total, 11.11 |
# |---|---|---|
# | 2 | 7.39 | 0.67 |
# | 1 | 2.72 | 0.24 |
# | 0 | 1.00 | 0.09 |
#
# None is negative, and together they are 1. Now the whole network in four lines of NumPy, with its weights.
# `pixels @ weights_1` does for all 128 hidden neurons what the picture shows: times the weight, and added up.

# %%
weights_1, bias_1, weights_2, bias_2 = model.get_weights()
pixels = x_test[195].reshape(784)
hidden = np.maximum(0, pixels @ weights_1 + bias_1)  # (128,), relu
scores = hidden @ weights_2 + bias_2                 # (10,)
by_hand = np.exp(scores) / np.exp(scores).sum()      # (10,), softmax
by_keras = model.predict(x_test[195:196], verbose=0)[0]
claim("NumPy and Keras give the same ten probabilities", np.allclose(by_hand, by_keras, atol=1e-5))

# %% [markdown]
# ## A label has two forms
#
# Training compares these ten numbers with the label: the loss looks at the probability that the right class got. Near 1 costs
# little, near 0 much. Our labels are a **class index**: the number of the right class, counted from 0. The other form is
# **one-hot**: a row of 0 with a single 1 at the place of the right class, the answer of a network that is right and certain.
# With three classes, class index 2 is `[0, 0, 1]`.
#
# **Exercise 1.1.** Write the function that makes the one-hot row of a digit, ten numbers, from its class index.

# %%
def one_hot(label):
    ...

check("1.1", one_hot)

# %% [markdown]
# The other way round, from probabilities to an answer, one takes the class that has the largest. `axis=1` means within each
# row: each row gives one number. `max` gives the largest of the row, `argmax` its place.
#
# | | 0 | 1 | 2 | `max(axis=1)` | `argmax(axis=1)` |
# |---|---|---|---|---|---|
# | first picture | 0.1 | 0.7 | 0.2 | 0.7 | 1 |
# | second picture | 0.5 | 0.2 | 0.3 | 0.5 | 0 |
#
# **Exercise 1.2.** This function should compute the accuracy. `probabilities` has a row for each picture, `labels` holds the
# class index of each. It runs, and its result is wrong. Repair it.

# %%
def accuracy(probabilities, labels):
    answers = probabilities.max(axis=1)
    return np.mean(answers == labels)

check("1.2", accuracy)

# %% [markdown]
# ## What it got wrong
#
# Look at the pictures behind the accuracy: of all wrong answers, the twelve of which the network was most sure. And how often
# is its "over 99 %" right?

# %%
probabilities = model.predict(x_test, verbose=0)  # (10000, 10)
sure = probabilities.max(axis=1) > 0.99
right = probabilities.argmax(axis=1) == y_test
sure_and_right = right[sure].mean()  # right[sure]: only those where sure is True
claim("it is over 99 % sure of more than half of the digits", sure.mean() > 0.5, f"{sure.mean():.0%}")
claim("of those, over 995 in 1,000 are right", sure_and_right > 0.995, f"{sure_and_right:.2%}")
plots.mistakes(x_test, y_test, probabilities, title="The mistakes it was most sure of")

# %% [markdown]
# Some of these you might misread too, others are plain. Yet on these digits, taken together, its "over 99 %" can be believed.
#
# ## What does a network of digits say to clothes?

# %%
predict(
    "1.b",
    "A network that knows digits only is shown shirts and boots. What does it say?",
    options=[
        "about 10 % for each digit: it can't tell",
        "an error: this is no digit",
        "often some digit, and over 90 % sure of it",
    ],
    guess=...,
)

# %%
_, (clothes, kinds) = datasets.fashion_mnist()
said = model.predict(clothes.astype("float32") / 255, verbose=0)  # (10000, 10)
very_sure = (said.max(axis=1) > 0.9).mean()
claim("over a third of them get over 90 % for some digit", very_sure > 1 / 3, f"{very_sure:.0%}")
title = "A network of digits looks at clothes"
display(plots.answers(clothes[:12], said[:12], title=title, what="pieces of clothing"))
predict("1.b", happened="c" if very_sure > 1 / 3 else "a")

# %% [markdown]
# Ten numbers that add up to 1 have no place for "none of these". Whether "over 99 %" can be believed has to be *measured*, on
# a test set, and then holds for pictures like those. For others it means nothing.
#
# Back to step 2. Suppose that we forget to normalise the test set: our network gets numbers from 0 to 255.

# %%
predict(
    "1.c",
    "Its inputs are suddenly 255 times as large. What happens?",
    options=[
        "an error message",
        "it reads about one digit in ten, as if blind",
        "it reads nearly as many, but is sure of nearly everything, wrong or right",
    ],
    guess=...,
)

# %%
raw = model.predict(test_images.astype("float32"), verbose=0)  # step 2 forgotten
raw_right, raw_sure = raw.argmax(axis=1) == y_test, raw.max(axis=1) > 0.99
lost = right.mean() - raw_right.mean()
claim("it reads nearly as many: under 3 in 100 fewer", lost < 0.03, f"{100 * lost:.2f} in 100")
claim("it is over 99 % sure of nearly all", raw_sure.mean() > 0.97, f"{raw_sure.mean():.2%}")
before, after = (sure & ~right).sum(), (raw_sure & ~raw_right).sum()  # & is "and", ~ is "not"
claim("over ten times as many mistakes are made so sure", after > 10 * before, f"{before}, now {after}")
predict("1.c", happened="c" if lost < 0.03 else "b")

# %% [markdown]
# No error, no warning, nearly the same accuracy, and "over 99 %" has lost its meaning. Larger inputs make larger scores, and
# softmax makes certainty out of a large lead.
#
# **Exercise 1.3.** Write the function that brings both sets from 0–255 to 0–1. It returns new training and new test pictures.

# %%
def normalise(train_images, test_images):
    ...

check("1.3", normalise)

# %% [markdown]
# **Exercise 1.4.** Somebody sends your network a picture. It answers: 8, with 99.9 %. What do you know?
#
# - a) The picture is an 8.
# - b) Whatever they send, such an answer is right about 999 times in 1,000.
# - c) Of a digit written like ours: very probably an 8. Of anything else, nothing.
# - d) Of digits written like ours, the network reads 999 in 1,000.

# %%
check("1.4", ...)

# %% [markdown]
# ## What are copies of 600 digits worth?
#
# Suppose you have 600 labelled digits only. You copy each of them 100 times and get 60,000 again.

# %%
predict(
    "1.d",
    "600 digits, 100 copies of each, five epochs. How many test digits will this network read?",
    options=["about 97 in 100, as before", "about 85 in 100", "about 50 in 100"],
    guess=...,
)

# %%
def train(network, images, labels, epochs=5):
    loss = "sparse_categorical_crossentropy"
    network.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    network.fit(images, labels, epochs=epochs, batch_size=128, verbose=0, callbacks=[Progress()])
    return network

def copies(digits, times):
    return np.tile(x_train[:digits], (times, 1, 1)), np.tile(y_train[:digits], times)

few = train(build_model(), *copies(600, 100))
same = train(build_model(), *copies(600, 1), epochs=100)  # no copies
some = train(build_model(), *copies(6_000, 10))
trained = few, same, some
of_few, of_same, of_some = (n.evaluate(x_test, y_test, verbose=0)[1] for n in trained)

# %%
of_own = few.evaluate(x_train[:600], y_train[:600], verbose=0)[1]
claim("the network of 600 reads every one of its own digits", of_own == 1, f"{of_own:.1%}")
claim("but fewer than 9 in 10 of the test digits", of_few < 0.9, f"{of_few:.1%}")
claim("no copies, 100 epochs: the same to 3 in 100", abs(of_same - of_few) < 0.03, f"{of_same:.1%}")
claim("10 times the digits: over 5 in 100 more", of_some - of_few > 0.05, f"{of_some - of_few:.1%} more")
claim("10 times again: over 2 more", test_accuracy - of_some > 0.02, f"{test_accuracy - of_some:.1%} more")
said = few.predict(x_test, verbose=0)
of_sure = (said.argmax(axis=1) == y_test)[said.max(axis=1) > 0.99].mean()
claim("where that of 600 is over 99 % sure, under 98 in 100 are right", of_sure < 0.98, f"{of_sure:.1%}")
bars = {"600 digits": of_few, "6,000 digits": of_some, "60,000 digits": test_accuracy}
display(plots.shares(bars, chance=0.1, title="The same work, on more and more different digits"))
predict("1.d", happened="a" if of_few > 0.92 else "b" if of_few > 0.68 else "c")

# %% [markdown]
# A copy brings nothing new: 100 copies are 100 times the epochs. And asked about its own 600 digits, this network was
# perfect, while its "over 99 %" promises too much on new ones. To **test on training data** is to ask about examples that
# were learned from: it measures memory.
#
# **Exercise 1.5.** A friend has `images` and `labels` and no test set. Write the function that holds out any `n` of the pictures
# as test set and returns `x_train, y_train, x_test, y_test`.

# %%
def hold_out(images, labels, n):
    ...

check("1.5", hold_out)

# %% [markdown]
# ## Artificial intelligence, machine learning, deep learning
#
# **Artificial intelligence** is programs that do what seems to need thought, however they were made. **Machine learning** is
# the part of it in which a program finds its rule in data. **Deep learning** is the part of that in which it also finds,
# layer by layer, what to look at. *Deep* means many layers, one upon the other. Ours, with one hidden layer, is the smallest
# example.

# %%
plots.fields()

# %% [markdown]
# Let them read the same digits.
#
# The first is a rule that a person wrote. We walk along three rows and down one column and count how often we meet ink;
# `rule` calls these `top`, `middle`, `bottom` and `down`. With `upper`, the share of ink in the upper half, they are five
# **features**: numbers computed from the input that help to tell the answer. The rule never answers 5, and its 0.43 was found
# by trying, on training digits.
#
# The second gets the same five features and chooses its questions and their limits itself, in the training set: a
# **decision tree**. Another tree gets the bare pixels, as our network does.

# %%
examples = [int(np.flatnonzero(y_train == digit)[2]) for digit in (0, 4, 8)]
title = "How often does each walk meet ink?"
plots.strokes(x_train[examples], rows=(9, 14, 18), column=14, title=title)

# %%
def rule(top, middle, bottom, down, upper):
    if down == 1:
        return 1 if top == 1 else 4
    if top == 2 and bottom == 2:
        return 0 if down == 2 else 8
    if top == 2:
        return 9
    if middle == 2:
        return 6
    if down == 2:
        return 7
    return 2 if upper < 0.43 else 3

# %%
# You need not read this cell: it counts as in the picture.
from sklearn.tree import DecisionTreeClassifier

def strokes(line):  # (pictures, pixels): how often ink begins along the line
    return (line[:, 1:] & ~line[:, :-1]).sum(axis=1)  # ink, and none one step before

def features(images):
    ink = images > 0.5
    upper = ink[:, :14].sum(axis=(1, 2)) / ink.sum(axis=(1, 2))
    rows = [strokes(ink[:, row]) for row in (9, 14, 18)]
    return np.column_stack([*rows, strokes(ink[:, :, 14]), upper])  # (pictures, 5)

tree = DecisionTreeClassifier(max_depth=8, random_state=0).fit(features(x_train), y_train)
x_few, y_few = x_train[:10_000].reshape(10_000, 784), y_train[:10_000]
on_pixels = DecisionTreeClassifier(max_depth=10, random_state=0).fit(x_few, y_few)

# %%
of_rule = np.mean([rule(*row) for row in features(x_test)] == y_test)
of_tree = tree.score(features(x_test), y_test)
of_pixels = on_pixels.score(x_test.reshape(10_000, 784), y_test)
claim("the rule reads over 4 in 10", of_rule > 0.4, f"{of_rule:.1%}")
claim("the tree reads over 10 in 100 more", of_tree - of_rule > 0.1, f"{of_tree:.1%}")
claim("the tree on pixels, over 10 more again", of_pixels - of_tree > 0.1, f"{of_pixels:.1%}")
claim("the network, over 10 more again", test_accuracy - of_pixels > 0.1, f"{test_accuracy:.1%}")
bars = {"rule, 5 features": of_rule, "tree, 5 features": of_tree}
bars |= {"tree, pixels": of_pixels, "network, pixels": test_accuracy}
plots.shares(bars, chance=0.1, title="Four readers of the same 10,000 digits")

# %% [markdown]
# | | limits found by | features found by |
# |---|---|---|
# | rule | a person | a person |
# | tree, 5 features | data | a person |
# | tree, pixels | data | none: it asks single pixels |
# | network | data | data: one in each hidden neuron |
#
# So part of the lead comes from the pixels alone; that tree saw only 10,000 digits. The network makes features of them: the
# 128 numbers in `hidden`. For the first two *somebody has to think of them*. Sometimes that is quickly done.
#
# **Exercise 1.6.** Write a rule that tells a handwritten 0 from a 1. `image` is one normalised picture, (28, 28). Nine in ten
# must be right.

# %%
def zero_or_one(image):
    ...

check("1.6", zero_or_one)

# %% [markdown]
# **Exercise 1.7.** A bank's program refuses loans by income, age and debt. A person chose these three. The limits the program
# found itself, in 10,000 earlier loans. What is it?
#
# - a) Artificial intelligence, but no machine learning: in the end it is a list of ifs.
# - b) Machine learning, but no deep learning.
# - c) Deep learning: it learned from data.
# - d) No machine learning: there is no network in it.

# %%
check("1.7", ...)

# %% [markdown]
# ## Like the brain?
#
# The comparison is an analogy. It gives the idea: many simple cells, and learning as a change of their connections. Then it
# breaks. Your brain has some 86 billion nerve cells
# ([Azevedo and others, 2009](https://doi.org/10.1002/cne.21974)), and people recognise a letter that they have seen once
# ([Lake and others, 2015](https://doi.org/10.1126/science.aab3050)). And you can read all three rows below.

# %%
inverted = 1 - x_test                                        # white on black
moved = np.pad(x_test, ((0, 0), (0, 0), (4, 0)))[:, :, :28]  # four pixels to the right
of_inverted = model.evaluate(inverted, y_test, verbose=0)[1]
of_moved = model.evaluate(moved, y_test, verbose=0)[1]
claim("of inverted digits it reads fewer than 2 in 10", of_inverted < 0.2, f"{of_inverted:.1%}")
claim("of moved digits it reads fewer than half", of_moved < 0.5, f"{of_moved:.1%}")
shown = np.concatenate([x[[0, 1, 2, 3, 4, 7]] for x in (x_test, inverted, moved)])
title = "Six digits as they are, inverted, and moved"
plots.answers(shown, model.predict(shown, verbose=0), title=title, what="digits")

# %% [markdown]
# To the network these are other numbers at other weights, and it was never shown any like them. Lesson 8 builds one that
# bears a shift better.
#
# ## Where deep learning works today
#
# Each with a study to read, and the lesson that builds a small relative.
#
# | | what the network does | a study | lesson |
# |---|---|---|---|
# | **Voice** | It turns sound into words. | [Hinton and others, 2012](https://doi.org/10.1109/MSP.2012.2205597) | 15 |
# | **Vision** | It names what is in a photo. | [Krizhevsky and others, 2012](https://doi.org/10.1145/3065386) | 8 |
# | **Fraud** | It marks suspicious payments. | [Jurgovsky and others, 2018](https://doi.org/10.1016/j.eswa.2018.01.037) | 13 |
# | **Driving** | It steers by a camera's picture. | [Bojarski and others, 2016](https://arxiv.org/abs/1604.07316) | 15 |
# | **Translation** | It puts a sentence into another language. | [Vaswani and others, 2017](https://arxiv.org/abs/1706.03762) | 12 |
# | **Diagnosis** | It picks out eyes that a doctor should look at. | [Gulshan and others, 2016](https://doi.org/10.1001/jama.2016.17216) | 15 |

# %%
plots.at_work(clothes[kinds == 9][0])

# %% [markdown]
# ## Your own network
#
# Change what you like: the hidden neurons, a second hidden layer, `"tanh"` in place of `"relu"`, the epochs.
#
# **Exercise 1.8.** Build a network of at most 60,000 weights that reads 96 of 100 test digits. It takes `x_test` as it is and
# answers with ten probabilities. Put it into `mine`, and then `train(mine, x_train, y_train)`. If it is made of Dense layers,
# `explore.digit(mine, x_test[:9])` opens it. (Pick the best of many tries by
# the test set, and part of its lead is luck.)

# %%
mine = ...

check("1.8", mine)

# %%
judged, whose = (mine, "mine") if hasattr(mine, "predict") else (model, "the first network")
title = f"The mistakes {whose} was most sure of"
plots.mistakes(x_test, y_test, judged.predict(x_test, verbose=0), title=title)

# %% [markdown]
# ## To take with you
#
# - Load, normalise, build, train, evaluate: five steps, whatever the network.
# - Learning is finding better weights. In deep learning, features are found as well.
# - Ask about what was never learned from. More data helps; copies are only more epochs.
# - Whether a probability can be believed is measured on a test set. For other pictures it means nothing.
#
# **New words**
#
# - **label**: the right answer to an example, given by a person.
# - **training set**: the examples that a network learns from.
# - **test set**: examples that a network never learns from, kept to ask it about something new.
# - **normalise**: to bring all inputs into a small range, the same way for every picture.
# - **network**: a model made of layers of small computing units, its neurons, each fed by the layer before.
# - **bias**: a number of its own that a neuron adds.
# - **weight**: a number by which what comes along a line is multiplied.
# - **training**: showing a network examples with their labels and changing its weights a little each time.
# - **epoch**: one pass through the whole training set.
# - **accuracy**: the share of right answers.
# - **softmax**: turns scores into probabilities.
# - **class index**: the number of the right class, counted from 0.
# - **one-hot**: a row of 0 with a single 1 at the place of the right class.
# - **artificial intelligence**: programs that do what seems to need thought, however they were made.
# - **machine learning**: the part of it in which a program finds its rule in data.
# - **deep learning**: the part of that in which it also finds, layer by layer, what to look at.
# - **feature**: a number computed from the input that helps to tell the answer; thought of by a person or found in training.
# - **decision tree**: chooses its questions and their limits itself, in the training set.
#
# **Common mistakes**
#
# - Testing on training data: the network of 600 was perfect there.
# - Forgetting to normalise the test set: no error, and false certainty.
# - Taking a probability for a certainty, or `max` for `argmax`.
# - Giving a loss the other form of label: `sparse_categorical_crossentropy` wants the class index.
#
# **Next:** [Lesson 2: The neuron](02_the_neuron.ipynb) takes one of these 138 neurons apart, weight by weight.

# %%
progress()
