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
# [![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/01_what_is_deep_learning.ipynb) [![Open on Binder](https://mybinder.org/badge_logo.svg)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/01_what_is_deep_learning.ipynb)
# <!-- /badges -->
#
# **The question:** What does it mean that a network learns, and what is it good for?
#
# **Time:** 45 minutes. **You need:** [lesson 0](00_welcome.ipynb).
#
# **After this lesson you can**
#
# - train a network on pictures in five steps, and evaluate it;
# - turn probabilities into an answer, and labels into the form a network needs;
# - explain what artificial intelligence, machine learning and deep learning have in common, and what divides them;
# - predict when a network's certainty can be trusted;
# - build a network of your own and test it fairly.

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

keras.utils.set_random_seed(1)  # chance plays a part in training: from here on it is the same chance each time

# %% [markdown]
# ## Step 1: load pictures that somebody has labelled
#
# How do you know that this is a 3? You can't say, and still you know. Nobody has managed to write it down as a program that
# works well, so we let a program find it out, from examples. Each picture comes with its **label**: the right answer, given
# by a person.

# %%
(train_images, y_train), (test_images, y_test) = datasets.mnist()
plots.images(train_images[:20], y_train[:20], what="handwritten digits")

# %% [markdown]
# There are two heaps. The **training set** is what a network learns from: 60,000 pictures. The **test set** is what it never
# learns from, so that we can ask it about something new: 10,000 pictures.
#
# ## Step 2: normalise
#
# A pixel is a number from 0 to 255. To **normalise** is to bring all inputs into a small range, the same way for every
# picture: we divide by 255, and get 0 for paper and 1 for full ink. What happens if one forgets? We will try.

# %%
x_train = train_images.astype("float32") / 255  # (60000, 28, 28)
x_test = test_images.astype("float32") / 255  # (10000, 28, 28)

# %% [markdown]
# ## Step 3: build a network
#
# A **network** is a model made of layers of small computing units, called neurons, each fed by the layer before. Here it is
# before we write it.

# %%
plots.layers([784, 128, 10], ["pixels in", "hidden neurons", "digits out"], first=train_images[7])

# %% [markdown]
# Every line is a **weight**: a number by which what comes along the line is multiplied. A neuron adds up what arrives, and one
# number of its own, and passes the sum on: the hidden ones only if it is above zero, else they pass 0 (that is `relu`). The last
# ten become probabilities (`softmax`). At first the weights are random. *Learning is finding better ones.*

# %%
def build_model():
    network = keras.Sequential([
        keras.Input(shape=(28, 28)),
        layers.Flatten(),                        # 28 rows of 28 pixels become one row of 784
        layers.Dense(128, activation="relu"),    # 128 hidden neurons
        layers.Dense(10, activation="softmax"),  # one probability for each digit
    ])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network

model = build_model()
claim("the network has over 100,000 weights", model.count_params() > 100_000, f"{model.count_params():,}")

# %% [markdown]
# ## Steps 4 and 5: train and evaluate
#
# **Training** is showing the network pictures with their labels and changing each weight a little, again and again, so that
# the answers get better. One pass through all of them is an **epoch**. `compile` has said how: the loss measures how
# wrong, the optimizer decides what to change (lesson 5). Then we ask about the test set, which it has never seen.

# %%
predict(
    "1.a",
    "After five epochs, a few seconds: how many of 10,000 new digits will it read?",
    options=["about half", "about 8 in 10", "about 9 in 10", "97 or more in 100"],
    guess=...,
)

# %%
history = model.fit(x_train, y_train, epochs=5, batch_size=128, verbose=0, callbacks=[Progress()])
loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
claim("the network reads at least 97 of 100 new digits", test_accuracy >= 0.97, f"{test_accuracy:.2%}")
predict("1.a", happened="abcd"[int(np.searchsorted([0.65, 0.85, 0.97], test_accuracy))])

# %% [markdown]
# That was deep learning: **load, normalise, build, train, evaluate**. Every lesson of this course is these five steps, looked at
# more closely. The share of right answers is called **accuracy**.
#
# ## What the network says about one picture
#
# It gives ten probabilities. Below it is at work, with the weights you have just trained. Paint with the mouse, or move
# with the arrow keys and press the space bar. Can you turn this 3 into a 9 with a few strokes? Into an 8?

# %%
digit = 628
plots.prediction(x_test[digit], model.predict(x_test[digit:digit + 1], verbose=0)[0], y_test[digit])

# %% [markdown]
# ## Ten scores become ten probabilities
#
# The last ten neurons compute scores, which can be any numbers. **Softmax** turns scores into probabilities: raise e (about
# 2.718) to each score, then divide by the total. For three scores, on paper:
#
# | score s | e to the power s | divided by the total, 11.11 |
# |---|---|---|
# | 2 | 7.39 | 0.67 |
# | 1 | 2.72 | 0.24 |
# | 0 | 1.00 | 0.09 |
#
# That is all there is to it. Take the weights out of the network, and NumPy does the same with them.

# %%
weights_1, bias_1, weights_2, bias_2 = model.get_weights()
pixels = x_test[digit].reshape(784)
hidden = np.maximum(0, pixels @ weights_1 + bias_1)  # (128,): times weights, added up; nothing below 0
scores = hidden @ weights_2 + bias_2                 # (10,)
by_hand = np.exp(scores) / np.exp(scores).sum()      # (10,): softmax
by_keras = model.predict(x_test[digit:digit + 1], verbose=0)[0]
claim("NumPy and Keras give the same ten probabilities", np.allclose(by_hand, by_keras, atol=1e-5))

# %% [markdown]
# ## A label has two forms
#
# The label 3 is a **class index**: the number of the right class, counted from 0. Written as the answer of a network that is
# certain, it is **one-hot**: a row with 1 at the place of the right class and 0 elsewhere. Keras has a loss for each form, and
# given the wrong one it stops, or worse, learns nonsense.
#
# **Exercise 1.1.** Write the function that makes a one-hot row of ten from a class index.

# %%
def one_hot(label):
    ...

check("1.1", one_hot)

# %% [markdown]
# The other way round, from probabilities to an answer, one takes the class with the largest.
#
# **Exercise 1.2.** This function should give the share of right answers. `probabilities` has a row for each picture, `labels`
# its class index. It runs, and it is wrong. Repair it.

# %%
def accuracy(probabilities, labels):
    answers = probabilities.max(axis=1)
    return np.mean(answers == labels)

check("1.2", accuracy)

# %% [markdown]
# ## What it got wrong
#
# A score is one number. Look at the pictures behind it: the wrong answers that the network was most sure of. And how far
# can one trust it when it says "over 99 %"?

# %%
probabilities = model.predict(x_test, verbose=0)  # (10000, 10)
sure = probabilities.max(axis=1) > 0.99
right = probabilities.argmax(axis=1) == y_test
claim("it is over 99 % sure of more than half of the test digits", sure.mean() > 0.5, f"{sure.mean():.0%}")
claim("of those, at least 995 in 1,000 are right", right[sure].mean() >= 0.995, f"{right[sure].mean():.2%}")
plots.mistakes(x_test, y_test, probabilities)

# %% [markdown]
# Some of these you might have misread too. Others are plain, and it was sure all the same. As a whole, on these digits, the
# network can be taken at its word.
#
# ## Why "99 % sure" is no certainty
#
# Now we show it clothes.

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
_, (clothes, _) = datasets.fashion_mnist()
said = model.predict(clothes.astype("float32") / 255, verbose=0)  # (10000, 10)
very_sure = (said.max(axis=1) > 0.9).mean()
claim("it is over 90 % sure of a digit for more than a third of the clothes", very_sure > 1 / 3, f"{very_sure:.0%}")
predict("1.b", happened="c" if very_sure > 1 / 3 else "a")
captions = [f"{row.argmax()}, {row.max():.0%}" for row in said[:12]]
plots.images(clothes[:12], captions, columns=6, size=1.1, what="pieces of clothing")

# %% [markdown]
# The ten numbers must add up to 1, and there is no place for "none of these". A probability says how often the network is right
# *on pictures like those it learned from*. About others it says nothing.
#
# Now to the promise of step 2. We leave the test pictures at 0 to 255, and ask the same network.

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
claim("it loses less than 3 points of accuracy", lost < 0.03, f"{100 * lost:.2f} points")
before, after = (sure & ~right).sum(), (raw_sure & ~raw_right).sum()
claim("it makes over ten times as many mistakes while over 99 % sure", after > 10 * before, f"{before} and {after}")
predict("1.c", happened="c" if lost < 0.03 else "b")

# %% [markdown]
# No error, nearly the same score, and not one probability is worth anything any more: larger inputs make larger scores, and
# softmax turns a large lead into certainty. Mistakes that keep quiet are the most expensive ones.
#
# **Exercise 1.3.** Write the function that normalises both sets: it returns the new training pictures and the new test
# pictures.

# %%
def normalise(train_images, test_images):
    ...

check("1.3", normalise)

# %% [markdown]
# **Exercise 1.4.** Somebody sends your network a picture. It answers: 8, with 99.9 %. What do you know?
#
# - a) The picture is an 8.
# - b) Whatever they send, answers like this are right 999 times in 1,000.
# - c) If it is a digit like those of the test set, it is very probably an 8; if it is something else, nothing.
# - d) The network reads 99.9 % of all digits.

# %%
check("1.4", ...)

# %% [markdown]
# ## More data helps, copies do not
#
# Suppose you had only 600 labelled digits. You copy each 100 times: a heap of 60,000 again, and the same work for the
# computer.

# %%
predict(
    "1.d",
    "600 digits, 100 copies of each, five epochs. How many of the 10,000 test digits does this network read?",
    options=["about 97 in 100, as before", "about 86 in 100", "about 50 in 100"],
    guess=...,
)

# %%
def train(network, images, labels, epochs=5):
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    network.fit(images, labels, epochs=epochs, batch_size=128, verbose=0, callbacks=[Progress()])
    return network

def copies(digits, times):
    return np.tile(x_train[:digits], (times, 1, 1)), np.tile(y_train[:digits], times)

few = train(build_model(), *copies(600, 100))
some = train(build_model(), *copies(6_000, 10))

# %%
few_train = few.evaluate(x_train[:600], y_train[:600], verbose=0)[1]
few_test, some_test = (network.evaluate(x_test, y_test, verbose=0)[1] for network in (few, some))
claim("the network of 600 reads every one of its own digits", few_train == 1, f"{few_train:.1%}")
claim("but fewer than 9 in 10 of the test digits", few_test < 0.9, f"{few_test:.1%}")
claim("ten times the data: over 5 points more", some_test - few_test > 0.05, f"{some_test:.1%}")
claim("ten times again: over 2 points more", test_accuracy - some_test > 0.02, f"{test_accuracy:.1%}")
predict("1.d", happened="a" if few_test > 0.92 else "b" if few_test > 0.68 else "c")
plots.shares({"600 digits": few_test, "6,000 digits": some_test, "60,000 digits": test_accuracy}, chance=0.1)

# %% [markdown]
# A copy brings nothing new. And look at the first two claims: asked about the digits it had learned, the network of 600 was
# perfect. **Testing on training data** asks a network what it was shown, and the score is about memory.
#
# **Exercise 1.5.** A friend has `images` and `labels`, and no test set. Write the function that holds out any `n` pictures and
# returns `x_train, y_train, x_test, y_test`.

# %%
def hold_out(images, labels, n):
    ...

check("1.5", hold_out)

# %% [markdown]
# ## Artificial intelligence, machine learning, deep learning
#
# **Artificial intelligence** is any program that does what seems to need thought. **Machine learning** is the part of it where
# the program finds its rule in data. **Deep learning** is the part of that where it also finds, layer by layer, what to look at.

# %%
plots.fields()

# %% [markdown]
# Let all three read the same digits. A rule first, as a person might write it. We walk along three rows and down one column, and
# count how often we come upon ink. With the share of ink in the upper half, these are five **features**: numbers that
# somebody thought worth measuring.
#
# The second reader gets the same five features, but finds its limits in the training set: a **decision tree**, a learned row of
# questions. The third is our network: no features, only pixels.

# %%
examples = [int(np.flatnonzero(y_train == digit)[2]) for digit in (0, 4, 8)]
plots.strokes(x_train[examples], rows=(9, 14, 18), column=14)

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
from sklearn.tree import DecisionTreeClassifier

def strokes(line):  # (pictures, pixels): how often ink begins along the line
    return (line[:, 1:] & ~line[:, :-1]).sum(axis=1)

def features(images):
    ink = images > 0.5
    upper = ink[:, :14].sum(axis=(1, 2)) / ink.sum(axis=(1, 2))
    return np.column_stack([*(strokes(ink[:, row]) for row in (9, 14, 18)), strokes(ink[:, :, 14]), upper])

tree = DecisionTreeClassifier(max_depth=8, random_state=0).fit(features(x_train), y_train)

# %%
of_rule = np.mean([rule(*row) for row in features(x_test)] == y_test)
of_tree = tree.score(features(x_test), y_test)
claim("the learned tree beats the rule by over 10 points", of_tree - of_rule > 0.1, f"{of_rule:.1%}, {of_tree:.1%}")
claim("the network beats the tree by over 25 points", test_accuracy - of_tree > 0.25, f"{test_accuracy:.1%}")
plots.shares({"rule, 5 features": of_rule, "tree, 5 features": of_tree, "network, pixels": test_accuracy}, chance=0.1)

# %% [markdown]
# A cleverer person would find better features, and rule and tree would gain. That is the point: *somebody has to*. The network
# made 128 of its own, its hidden neurons.
#
# Not that one always needs it.
#
# **Exercise 1.6.** Write a rule that tells a handwritten 0 from a 1. `image` is (28, 28), normalised. It must read 9 in 10.

# %%
def zero_or_one(image):
    ...

check("1.6", zero_or_one)

# %% [markdown]
# **Exercise 1.7.** A bank's program refuses loans by income, age and debt. A person chose these three. The program found the limits
# itself, in 10,000 earlier loans. What is it?
#
# - a) Artificial intelligence, but no machine learning: in the end it is a list of ifs
# - b) Machine learning, but no deep learning
# - c) Deep learning: it learned from data
# - d) No machine learning: there is no network in it

# %%
check("1.7", ...)

# %% [markdown]
# ## Like the brain?
#
# The comparison gives the idea: many simple cells, strong and weak connections, learning as a change of connections. It
# is an analogy, and breaks soon. Your brain has some 86 billion nerve cells
# ([Azevedo and others, 2009](https://doi.org/10.1002/cne.21974)); they fire in time, and learn from little. You will read
# all of these:

# %%
shown = np.stack([x_test[:6], 1 - x_test[:6], np.roll(x_test[:6], 4, axis=2)])  # as they are, inverted, shifted
inverted = model.evaluate(1 - x_test, y_test, verbose=0)[1]
shifted = model.evaluate(np.roll(x_test, 4, axis=2), y_test, verbose=0)[1]
claim("of inverted digits, white on black, it reads fewer than 2 in 10", inverted < 0.2, f"{inverted:.0%}")
claim("of digits moved by four pixels it reads fewer than half", shifted < 0.5, f"{shifted:.0%}")
plots.images(shown.reshape(18, 28, 28), columns=6, size=0.9, what="digits, as they are, inverted, and moved")

# %% [markdown]
# To you these are the same digits; to the network they are other numbers on other weights. Lesson 8 builds a network that minds
# the shift less.
#
# ## Where deep learning works today
#
# | | what it does there | read more | built in |
# |---|---|---|---|
# | **Voice** | turns sound into words, or tells who speaks | [Hinton and others, 2012](https://doi.org/10.1109/MSP.2012.2205597) | lesson 15 |
# | **Vision** | names what is in a photo | [Krizhevsky and others, 2012](https://doi.org/10.1145/3065386) | lesson 8 |
# | **Fraud** | finds the payment unlike the others | [Jurgovsky and others, 2018](https://doi.org/10.1016/j.eswa.2018.01.037) | lesson 13 |
# | **Driving** | turns the camera's picture into a steering angle | [Bojarski and others, 2016](https://arxiv.org/abs/1604.07316) | lesson 15 |
# | **Translation** | weighs which words belong together | [Vaswani and others, 2017](https://arxiv.org/abs/1706.03762) | lesson 12 |
# | **Diagnosis** | points out scans that need a closer look | [Gulshan and others, 2016](https://doi.org/10.1001/jama.2016.17216) | lesson 15 |

# %%
plots.at_work(clothes[3])

# %% [markdown]
# ## Your own network
#
# **Exercise 1.8.** Build a network with half the weights, 60,000 at most, that still reads 96 of 100 test digits. It takes `x_test` as
# it is and answers with ten probabilities. Build it, then `train(mine, x_train, y_train)`.

# %%
mine = ...

check("1.8", mine)

# %%
judged = model if mine is ... else mine  # until you have built yours, these are the first network's mistakes
plots.mistakes(x_test, y_test, judged.predict(x_test, verbose=0), title="The surest mistakes")

# %% [markdown]
# ## To take with you
#
# - Load, normalise, build, train, evaluate: five steps, the same for every network.
# - Learning is finding weights. A person gives examples; in deep learning nobody gives features.
# - Test on what the network has never seen. More data helps, copies do not.
# - A probability holds for pictures like those of the training set, and says nothing about others.
#
# **New words**
#
# - **label**: the right answer to an example, given by a person.
#
# **Common mistakes**
#
# - Testing on training data: the score is about memory.
#
# **Next:** [Lesson 2: The neuron](02_the_neuron.ipynb)

# %%
progress()
