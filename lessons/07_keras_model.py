# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 7 · A Keras model from start to end
#
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/07_keras_model.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/07_keras_model.ipynb)
#
# **The question:** How do I say all that in ten lines?
#
# **Time:** 90 minutes. **You need:** lessons 1 to 6.
#
# **After this lesson you can**
#
# - build, compile, train and evaluate a Keras model, and say what every argument is for;
# - read a summary and a history, and stop a training at its best epoch;
# - choose a threshold by what each mistake costs;
# - save a model and load it, and write the training loop that `fit` runs for you;
# - recognise the commonest mistakes by what they look like.

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
import tempfile
from pathlib import Path
from zipfile import ZipFile

import numpy as np

from dlcourse import Progress, check, claim, datasets, explore, hint, plots, predict, progress, solution
from dlcourse.loops import train_step as course_step

import keras
import tensorflow as tf
from keras import layers
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

keras.utils.set_random_seed(7)

# %% [markdown]
# ## A mail becomes a hundred numbers
#
# Is this mail spam? A network needs numbers, the same count for every mail. We take 100 words, and for each a 1 if the mail
# holds it, else 0. Which words? Those that tell most: whose share in spam and whose share in wanted mails are farthest
# apart.
#
# The 5,681 [mails](https://spamassassin.apache.org/old/publiccorpus/) are of 2002 and before, in shuffled order; *weblink* and
# *emailaddress* stand where links and addresses were. The first 4,500 are for training. The rest is the test set: it will tell
# how good we are, and no choice will be made by it.

# %%
table = datasets.spam()
mails, spam = table.text.to_numpy(), table.spam.to_numpy()  # texts; 1 for spam, 0 for a wanted mail

def telling_words(mails, spam, count=100):
    counter = CountVectorizer(binary=True)  # splits texts into words, in small letters
    holds = counter.fit_transform(mails)  # (mails, all their words): 1 if the mail holds the word
    wanted_share = np.asarray(holds[spam == 0].mean(axis=0)).ravel()  # of each word, over the wanted mails
    spam_share = np.asarray(holds[spam == 1].mean(axis=0)).ravel()
    best = np.argsort(-np.abs(spam_share - wanted_share))[:count]  # argsort: places, smallest number first
    return counter.get_feature_names_out()[best], wanted_share[best], spam_share[best]

asked = ["free", "money", "your", "viagra"]
predict("7.a", "There or not there: which of these words alone tells most about a mail?", options=asked, guess=...)

# %%
words, wanted_share, spam_share = telling_words(mails[:4500], spam[:4500])
first = next(word for word in words if word in asked)  # `words` begins with the most telling
predict("7.a", happened="abcd"[asked.index(first)])
claim("the word that tells most is in over half of the spam and in under a fifth of the wanted mails",
      spam_share[0] > 0.5 and wanted_share[0] < 0.2, f"“{words[0]}”: {spam_share[0]:.0%} and {wanted_share[0]:.0%}")
plots.word_shares(words[:20], wanted_share[:20], spam_share[:20], title="The twenty most telling words are everyday words")

# %% [markdown]
# Spam talks about *you*; people answer each other (*re*, *wrote*). Nobody had to know that.
#
# `as_table` makes the numbers: a row for each mail, a column for each word. Such a column is a **feature** (lesson 1). They
# go into two hidden layers with ReLU, and these into one unit with a sigmoid: its output is the probability of spam.

# %%
def as_table(mails, words):
    counter = CountVectorizer(binary=True, vocabulary=words)
    return counter.transform(mails).toarray().astype("float32")  # (mails, words)

x_train, y_train = as_table(mails[:4500], words), spam[:4500]  # (4500, 100), (4500,)
x_test, y_test = as_table(mails[4500:], words), spam[4500:]    # (1181, 100), (1181,)
wanted = 1 - y_train.mean()
claim("about seven in ten mails are wanted: who always says “wanted” is right so often", 0.68 < wanted < 0.76)
plots.layers([100, 64, 32, 1], ["words", "units, ReLU", "units, ReLU", "unit, sigmoid"])

# %% [markdown]
# ## Build: three layers
#
# Keras calls neurons *units*; between two layers of the picture every line is a weight, and every unit has a bias.
#
# **Exercise 7.1.** Before Keras tells you, and from memory (lesson 4): how many parameters has each of the three layers?

# %%
parameters = [..., ..., ...]  # of the layers with 64, 32 and 1 units

check("7.1", parameters)

# %%
def build_network(activation="sigmoid"):
    return keras.Sequential([                             # layer after layer
        keras.Input(shape=(100,)),                        # the shape of one example; how many come is left open
        layers.Dense(64, activation="relu", name="first"),
        layers.Dense(32, activation="relu", name="second"),
        layers.Dense(1, activation=activation, name="spam"),
    ], name="mails")

network = build_network()
network.summary(line_length=60)  # characters wide

# %% [markdown]
# A row for each layer. `None` stands for the batch: any number of mails. Each parameter takes 4 bytes.
#
# ## Compile: say what is good, and how to get there
#
# | argument | what it is for | here |
# |---|---|---|
# | `loss` | the number that training makes small | `"binary_crossentropy"`: one probability, labels 0 and 1 |
# | `optimizer` | turns gradients into steps (lesson 5) | `"adam"`, that is `keras.optimizers.Adam(0.001)` |
# | `metrics` | only shown, never trained for | `["accuracy"]` |
#
# Without `compile` a network can answer, but it can't learn.
#
# **Exercise 7.2.** Another task: 13 measurements of a wine, made by one of three growers, labels 0, 1 or 2. Build a network with
# a hidden layer, and compile it: Adam, and the accuracy is to be shown.

# %%
wines = ...

check("7.2", wines)

# %% [markdown]
# ## Fit: ten epochs
#
# - `epochs`: passes through the training set. `batch_size`: mails in an update; 32 if you don't say.
# - `validation_split=0.2`: a fifth of the rows is set aside. A **validation set** is examples that are not learned from; choices
#   are made on them, none on the test set. `fit` looks at them after every epoch. (`validation_data=(x, y)` in
#   its place gives one of your own.)
# - `shuffle`: a new order in each epoch; `True` if you don't say. `verbose=0`: no printing. `callbacks`: soon.
#
# `fit` returns a **history**: loss and metrics after each epoch, in lists; those that begin with `val_` are of the
# validation set.

# %%
network = build_network()  # new weights, also when this cell runs again: `fit` goes on from those it finds
network.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = network.fit(x_train, y_train, epochs=10, validation_split=0.2, verbose=0, callbacks=[Progress()])
print("what the history holds:", ", ".join(sorted(history.history)))
loss, accuracy = network.evaluate(x_test, y_test, verbose=0)
claim("over 93 of 100 test mails are told right", accuracy > 0.93, f"{accuracy:.1%}")

# %%
losses, val_losses = history.history["loss"], history.history["val_loss"]
claim("from the second epoch to the last the training loss falls by over two fifths", losses[-1] < 0.6 * losses[1])
claim("the validation loss falls by less than a quarter in that time", min(val_losses) > 0.75 * val_losses[1])
on_training = network.evaluate(x_train[:3600], y_train[:3600], verbose=0)[1]
claim("on the mails it learned from it looks over two points better", on_training - accuracy > 0.02,
      f"{on_training:.1%} against {accuracy:.1%}")
plots.learning_curves(history, title="Training goes on getting better, validation hardly")

# %% [markdown]
# That was the program of this lesson: build, compile, fit, evaluate, ten lines. The curves part: what it goes on learning
# helps with its training mails and hardly with others. It learns them by heart (lesson 9). Whoever tests on training mails
# sees only the solid curve. (Why does that begin higher? It is the mean over an epoch in which the network is still
# changing; the other is measured at its end.)
#
# **Exercise 7.3.** In which epoch was the validation loss lowest? Count from 1. `history` is here the dictionary of lists
# (above: `history.history`).

# %%
def best_epoch(history):
    ...

check("7.3", best_epoch)

# %% [markdown]
# ## Which rows are the validation set?
#
# Suppose that somebody has sorted the training mails: the wanted ones first, then the spam.

# %%
def trained(x, y, seed=0, epochs=3, activation="sigmoid", loss="binary_crossentropy"):
    keras.utils.set_random_seed(seed)
    model = build_network(activation)
    model.compile(loss=loss, optimizer="adam", metrics=["accuracy"])
    history = model.fit(x, y, epochs=epochs, validation_split=0.2, verbose=0).history
    return model, {name: values[-1] for name, values in history.items()}  # of the last epoch

predict("7.b", "The same fit on sorted mails. How is its accuracy on the validation set, compared with the test set?",
        options=["about the same", "much better", "much worse"], guess=...)

# %%
order = np.argsort(y_train, kind="stable")  # places of the 0s, then of the 1s
runs = [trained(x_train[order], y_train[order], seed) for seed in range(3)]
apart = np.array([model.evaluate(x_test, y_test, verbose=0)[1] - last["val_accuracy"] for model, last in runs])
claim("three times over, the test set is over 5 points better", apart.min() > 0.05, f"{100 * apart.mean():.0f} on average")
predict("7.b", happened="c" if apart.mean() > 0.03 else "b" if apart.mean() < -0.03 else "a")

# %% [markdown]
# **Exercise 7.4.** Why?
#
# - `"a"` On sorted mails a network can't learn.
# - `"b"` `validation_split` takes the *last* rows, and those are all spam.
# - `"c"` The network has learned the training mails by heart.
# - `"d"` `fit` has shuffled the mails and not the labels.

# %%
check("7.4", ...)

# %% [markdown]
# ## Callbacks: somebody watches while you train
#
# A **callback** is an object that `fit` calls after each batch and each epoch. `Progress` draws the bar. Two more:
#
# **Early stopping** ends a training when the validation loss gets no better. Its `patience` says how many epochs in a row may
# bring no new lowest loss; when that many have been waited, it is over. With
# `restore_best_weights=True` the network then gets the weights of its best epoch back.
#
# A **checkpoint** is a copy of the model on disk, made during training: below, whenever the validation loss is lower than ever.
#
# **Exercise 7.5.** Early stopping by hand. `val_losses` are what a full training would give. Return the last epoch that is
# trained, and the best of those, both counted from 1. With `[0.5, 0.4, 0.45, 0.46, 0.3]` and patience 2 that is `4, 2`. (Patience
# 0 works like 1, as in Keras.)

# %%
def early_stopping(val_losses, patience):
    ...
    return last, best

check("7.5", early_stopping)

# %%
folder = Path(tempfile.mkdtemp())  # a folder of its own, for files that nobody keeps
network = build_network()
network.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
watchers = [Progress(), keras.callbacks.EarlyStopping(monitor="val_loss", patience=2, restore_best_weights=True),
            keras.callbacks.ModelCheckpoint(folder / "best.keras", monitor="val_loss", save_best_only=True)]
history = network.fit(x_train, y_train, epochs=50, validation_split=0.2, verbose=0, callbacks=watchers)

val_losses = history.history["val_loss"]
claim("it stopped two epochs after its best", len(val_losses) == np.argmin(val_losses) + 1 + 2, f"{len(val_losses)} of 50")
best = keras.models.load_model(folder / "best.keras")
now = [model.evaluate(x_train[3600:], y_train[3600:], verbose=0)[0] for model in (network, best)]
claim("network and checkpoint both have the loss of the best epoch", np.allclose(now, min(val_losses), atol=1e-4))

# %% [markdown]
# ## Leakage: how to predict a coin
#
# Our 100 words were chosen on the *training* mails only. Is that so important? Take 200 mails, and for each toss a coin: heads
# is its label 1, tails 0. There is nothing to learn. Now choose the words as before, and train one neuron on half of the mails.
# (`LogisticRegression` is one neuron with a sigmoid, trained to the end; a small `C` keeps its weights small; `score` is its
# accuracy.)

# %%
def coins_right(seed, chosen_from):
    random = np.random.default_rng(seed)
    some, coins = random.permutation(mails[:4500])[:200], random.integers(0, 2, 200)
    x = as_table(some, telling_words(some[:chosen_from], coins[:chosen_from])[0])
    return LogisticRegression(C=0.1, max_iter=1000).fit(x[:100], coins[:100]).score(x[100:], coins[100:])

question = "The words are chosen on all 200 mails, the neuron learns from 100. How many of the other 100 coins does it get right?"
predict("7.c", question, options=["about half, what else", "about two thirds", "nearly all"], guess=...)

# %%
of_all = [coins_right(seed, 200) for seed in range(10)]
of_training = [coins_right(seed, 100) for seed in range(10)]
claim("words of all 200: over 60 % of the coins “predicted”", np.mean(of_all) > 0.6, f"{np.mean(of_all):.0%}")
claim("words of the 100 training mails: about half", abs(np.mean(of_training) - 0.5) < 0.06, f"{np.mean(of_training):.0%}")
predict("7.c", happened="a" if np.mean(of_all) < 0.57 else "b" if np.mean(of_all) < 0.85 else "c")

# %% [markdown]
# Nobody can predict a coin. But among thousands of words some stand, by chance, beside heads in *both* halves, and those
# were picked. **Leakage** is when something about the test set reaches the training by a side door.
#
# **Exercise 7.6.** Find the bugs, three of them. A friend's trial: `choose` finds the words, `as_table` is ours, and
# `network` keeps the weights of the epoch that was best on its validation mails. The result is to say how it would do on mails
# that had no part in *any* choice.

# %%
def trial(mails, spam, choose, as_table, network):
    words = choose(mails, spam)
    x = as_table(mails, words)
    x_train, y_train = x[:4500], spam[:4500]
    x_test, y_test = x[4500:], spam[4500:]
    network.fit(x_train, y_train, validation_data=(x_test, y_test))
    return network.evaluate(x_train, y_train)

check("7.6", trial)

# %% [markdown]
# ## Predict: probabilities are not labels
#
# `network.predict(x)` gives a column, (n, 1): for each mail its probability of being spam. A label is 0 or 1, so we need a
# **threshold**: the probability above which we say “spam”, here 0.5. Below are four ways to compare with the labels. All run
# without an error; one is right.

# %%
probabilities = network.predict(x_test, verbose=0)  # (1181, 1)
tries = {
    "as they are": probabilities[:, 0] == y_test,
    "argmax": probabilities.argmax(axis=1) == y_test,
    "column and row": (probabilities > 0.5) == y_test,
    "row and row": (probabilities[:, 0] > 0.5) == y_test,
}
print({name: right.shape for name, right in tries.items()})
shares, said = [right.mean() for right in tries.values()], network.evaluate(x_test, y_test, verbose=0)[1]
claim("the last is what `evaluate` says, the others are over 20 points lower",
      np.isclose(shares[3], said) and max(shares[:3]) < said - 0.2, ", ".join(f"{share:.0%}" for share in shares))

# %% [markdown]
# Hardly a probability is exactly 0 or 1; `argmax` of one number is always place 0; and broadcasting (lesson 3) compares each of 1,181
# mails with each of 1,181 labels. Look at the shape.
#
# **Exercise 7.7.** Make labels: a row (n,), 1 where the probability is above the threshold, 0 elsewhere, also exactly at the
# threshold.

# %%
def labels_from(probabilities, threshold):
    ...

check("7.7", labels_from)

# %% [markdown]
# ## The threshold is your decision
#
# 0.5 is a habit. Drag the line: which mistake gets rarer, and how many of the other kind does it cost? A threshold is a
# choice, so these are the 900 validation mails, not the test set.

# %%
y_val = y_train[3600:]  # the last fifth
p_val = network.predict(x_train[3600:], verbose=0)[:, 0]

def mistakes(threshold):
    says_spam = p_val > threshold
    return np.mean(says_spam[y_val == 0]), np.mean(~says_spam[y_val == 1])  # wanted and lost; spam let through (~ is "not")

(lost, through), (lost_high, through_high) = mistakes(0.5), mistakes(0.95)
claim("from 0.5 to 0.95, under half as many wanted mails are lost", lost_high < lost / 2, f"{lost:.1%}, then {lost_high:.1%}")
claim("and over twice as many spams get through", through_high > 2 * through, f"{through:.1%}, then {through_high:.1%}")
explore.threshold(y_val, p_val, names=("wanted mail", "spam"))

# %% [markdown]
# **Exercise 7.8.** To you a lost wanted mail is as bad as twenty spams in your box. Where do you put the threshold?
#
# - `"a"` at 0.5: above that it is more probably spam than not
# - `"b"` lower than 0.5
# - `"c"` much higher than 0.5
# - `"d"` where the accuracy is highest

# %%
check("7.8", ...)

# %% [markdown]
# ## What does it look at? Write a mail
#
# Change the text and run the cell again. Each bar: take this word out, and see how much the probability falls or rises.

# %%
mail = "Hi, your order is here. I think it was free, but I am not sure. Please call us."

def probability(mail):
    return float(network(as_table([mail], words))[0, 0])

row = as_table([mail], words)  # (1, 100)
held = np.flatnonzero(row[0])  # the places of the 1s
without = np.repeat(row, len(held), axis=0)  # a copy for each word of it
without[np.arange(len(held)), held] = 0  # in each copy another word is missing
changes = probability(mail) - np.asarray(network(without))[:, 0]
plots.word_effects(words[held], changes, probability=probability(mail), title="What each word does to the answer")

# %% [markdown]
# An honest mail, and the network takes it for spam: *please* and *us* speak for it, and *but* is too weak against them.
# (Trained again, the same network makes other bars.) The words without a bar it never sees. Put in *click*, then *wrote*,
# and watch the other bars, too: what a word does depends on the rest.
#
# Now think like the other side: you send spam, and you know this figure.

# %%
predict(
    "7.d",
    "You put two words into each of your spams: “re” and “wrote”. How many of those that were stopped get through now?",
    options=["hardly any: 2 words of 100", "about one in ten", "over one in five"],
    guess=...,
)

# %%
stopped = x_test[(y_test == 1) & (probabilities[:, 0] > 0.5)]
disguised = stopped.copy()
disguised[:, np.isin(words, ["re", "wrote"])] = 1  # in the two columns of these words
now_through = np.mean(network.predict(disguised, verbose=0) <= 0.5)
claim("two words let over a fifth of the stopped spams through", now_through > 0.2, f"{now_through:.0%}")
predict("7.d", happened="a" if now_through < 0.05 else "b" if now_through < 0.18 else "c")

# %% [markdown]
# The network has not understood mails. It has learned what went together in 2002, and nobody had cheated in its training set.
#
# ## Is it worth three layers?
#
# The honest comparison is with one neuron (`LogisticRegression`) on the same 100 words, learning from the same 3,600 mails. We
# split all mails anew, in three ways, and choose the words anew each time.

# %%
def compared(seed):
    some = np.random.default_rng(seed).permutation(len(mails))
    train, test = some[:4500], some[4500:]
    chosen = telling_words(mails[train], spam[train])[0]
    x, new = as_table(mails[train], chosen), as_table(mails[test], chosen)
    network = trained(x, spam[train], seed, epochs=5)[0]  # sets the last 900 aside
    neuron = LogisticRegression(max_iter=1000).fit(x[:3600], spam[train][:3600])
    return network.evaluate(new, spam[test], verbose=0)[1], neuron.score(new, spam[test])

ours, simple = np.array([compared(seed) for seed in range(3)]).T  # three splits each
claim("three splits: network and neuron within 2 points of each other", np.abs(ours - simple).max() < 0.02)
plots.spread({"network, 8,577 parameters": ours, "one neuron, 101": simple}, measure="test accuracy", better="higher",
             baseline=1 - spam.mean(), title="Hardly a difference (dashed: always “wanted”)")

# %% [markdown]
# For words counted like this, hidden layers hardly help. That is a result, and lesson 10 is about it.
#
# ## Save, load, and the same network once more
#
# A `.keras` file holds the architecture, the weights, and what was compiled.
#
# And `Sequential` is only one way to build. The **Functional API** calls each layer on what it gets, so that ways may part and
# meet again. (API: what a library offers to be called.) Below it makes the same network: the copied weights prove it.

# %%
network.save(folder / "mails.keras")
print(*sorted(ZipFile(folder / "mails.keras").namelist()), sep="\n")
loaded = keras.models.load_model(folder / "mails.keras")
same = np.array_equal(loaded.predict(x_test, verbose=0), network.predict(x_test, verbose=0))
claim("the loaded network gives exactly the same 1,181 answers", same)

# %%
inputs = keras.Input(shape=(100,))
hidden = layers.Dense(64, activation="relu")(inputs)  # called like a function
hidden = layers.Dense(32, activation="relu")(hidden)
functional = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(hidden))
functional.set_weights(network.get_weights())
claim("as many parameters", functional.count_params() == network.count_params() == 8577)
claim("the same answers, to the last digit",
      np.array_equal(functional.predict(x_test, verbose=0), network.predict(x_test, verbose=0)))

# %% [markdown]
# ## What `fit` does: a loop of your own
#
# For each batch: outputs, loss, gradients (lesson 6's tape), a step by the optimiser. That is all.
#
# **Exercise 7.9.** Write one such step. `loss(labels, outputs)` gives the mean loss, and
# `optimizer.apply(gradients, variables)` makes the step; the variables are `network.trainable_variables`. Call the network with
# `training=True`: some layers behave otherwise while training (lesson 9).

# %%
def train_step(network, loss, optimizer, x, y):
    with tf.GradientTape() as tape:
        ...
    return value

check("7.9", train_step)

# %% [markdown]
# Now an epoch in your hands, beside `fit`: from the same weights, with the batches in the same order. Is yours correct? Then
# write `step = train_step`.

# %%
step = course_step  # the course's; or train_step, your own
by_hand, by_fit = build_network(), build_network()
by_hand.set_weights(by_fit.get_weights())
loss, optimizer = keras.losses.BinaryCrossentropy(), keras.optimizers.Adam()
for start in range(0, 4500, 64):
    step(by_hand, loss, optimizer, x_train[start : start + 64], y_train[start : start + 64])

by_fit.compile(loss="binary_crossentropy", optimizer="adam")
by_fit.fit(x_train, y_train, epochs=1, batch_size=64, shuffle=False, verbose=0)
apart = [np.abs(a - b).max() for a, b in zip(by_hand.get_weights(), by_fit.get_weights())]
claim("after 71 updates all 8,577 numbers agree to 0.000001", max(apart) < 1e-6, f"at most {max(apart):.0e} apart")

# %% [markdown]
# ## What mistakes look like
#
# Some stop you: of a long message read the lines that name a shape or say what is missing. Worse are those that run.

# %%
def tell(action, telling):
    try:
        action()
    except Exception as error:
        lines = (telling + str(error).partition(telling)[2]).splitlines()
        print(*lines[:2])

tell(lambda: build_network().fit(x_train, y_train), "You must")  # compile forgotten
tell(lambda: build_network()(x_test[:, :99]), "expected axis")  # a column lost
tell(lambda: build_network()(x_test[0]), "Expected shape")  # one mail: must be a batch, x_test[:1]
tell(lambda: network.fit(x_train, y_train[:4000]), "Make sure")  # fewer labels than mails

# %%
import warnings

with warnings.catch_warnings(record=True):  # Keras warns of the first two, and goes on
    _, softmax = trained(x_train, y_train, epochs=1, activation="softmax")
    _, categorical = trained(x_train, y_train, epochs=1, loss="categorical_crossentropy")
_, shuffled = trained(x_train, np.random.default_rng(0).permutation(y_train))
_, squared = trained(x_train, y_train, loss="mean_squared_error")
claim("softmax on one unit: all answers are 1, right for spam only", abs(softmax["accuracy"] - (1 - wanted)) < 0.03)
claim("categorical loss on one sigmoid: a loss of 0, nothing learned", categorical["loss"] < 1e-4 and categorical["val_accuracy"] < 0.8)
claim("shuffled labels: validation no better than always “wanted”", shuffled["val_accuracy"] < wanted + 0.03)
claim("squared error on a sigmoid: here over nine in ten, too", squared["val_accuracy"] > 0.9)

# %% [markdown]
# One unit is one class: softmax gives it all the probability, and so does the categorical loss, which finds nothing to
# correct. The last is a result, too: the wrong loss need not hurt. (Lesson 5 showed where it does: sure and wrong.)
#
# **Exercise 7.10.** A history: the training accuracy is 0.69, 0.72, 0.77, 0.80; the validation accuracy 0.72, 0.72, 0.70, 0.67. In
# this data, 72 % of the mails are wanted. What has happened?
#
# - `"a"` softmax on the one output unit
# - `"b"` nothing is wrong; it was trained for too long
# - `"c"` it was tested on the training mails
# - `"d"` the labels are in another order than the mails

# %%
check("7.10", ...)

# %% [markdown]
# ## To take with you
#
# - Build, compile, fit, evaluate, predict: ten lines. Everything in them is something you have computed by hand.
# - Choose words on training mails, epochs and threshold on validation mails. The test set chooses nothing.
# - The validation loss says when to stop.
# - A network gives probabilities; the threshold is a decision about costs.
# - Compare with something simple. One neuron was as good here.
#
# **New words**
#
# - **validation set**: examples that are not learned from; choices are made on them.
# - **history**: loss and metrics after each epoch, in lists.
# - **callback**: an object that `fit` calls after each batch and each epoch.
# - **early stopping**: ends a training when the validation loss gets no better.
# - **checkpoint**: a copy of the model on disk, made during training.
# - **leakage**: something about the test set reaches the training by a side door.
# - **threshold**: the probability above which the answer is *yes*, here “spam”.
# - **Functional API**: calls each layer on what it gets.
#
# **Common mistakes**
#
# - A loss that does not fit the last layer; softmax on one unit.
# - Words, epochs or thresholds chosen by the test set; a result from training mails.
# - `compile` forgotten; one example where a batch belongs; labels in another order.
# - Probabilities taken for labels; a column compared with a row.
#
# **Next:** pictures are no list of words; their neighbours matter. Lesson 8, convolutional networks.

# %%
progress()
