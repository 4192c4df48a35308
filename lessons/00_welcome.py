# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 0 · Welcome: how this course works
#
# <!-- badges -->
# [![Open in Colab](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBpbiBDb2xhYjwvdGV4dD48L3N2Zz4=)](https://colab.research.google.com/github/dlcourse/dlcourse/blob/main/notebooks/00_welcome.ipynb) [![Open on Binder](data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiPjxyZWN0IHdpZHRoPSIxMTIiIGhlaWdodD0iMjIiIHJ4PSI0IiBmaWxsPSIjMDA3MkIyIi8+PHRleHQgeD0iNTYiIHk9IjE1IiBmb250LWZhbWlseT0ic2Fucy1zZXJpZiIgZm9udC1zaXplPSIxMiIgZmlsbD0iI2ZmZiIgdGV4dC1hbmNob3I9Im1pZGRsZSI+T3BlbiBvbiBCaW5kZXI8L3RleHQ+PC9zdmc+)](https://mybinder.org/v2/gh/dlcourse/dlcourse/main?urlpath=lab/tree/notebooks/00_welcome.ipynb)
# <!-- /badges -->
#
# **The question:** How do I work with these pages, and where do they lead?
#
# **Time:** 25 minutes. **You need:** to be able to read a Python function. No deep learning, no mathematics.
#
# **After this lesson you can**
#
# - run a cell, change it, and predict what the change does to the others;
# - read what a check answers, and get from a wrong answer to a right one;
# - stop a cell that does not end, and restart the kernel without losing work;
# - build a small model from three steps;
# - find the lesson that answers a question of yours.

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

# %% [markdown]
# ## A page that computes
#
# This is a **notebook**: a page in which text and program stand side by side. A **cell** is one box of a notebook, with
# text or with Python in it. (The Python above this text matters on Colab only.) Click into the next cell and press
# **Shift + Enter**: it runs, and the cell after it is chosen.
#
# It prints nothing. It fetches the tools of this lesson from `dlcourse`, the course's own package. The number that appears
# in the brackets on its left says that it has run.

# %%
from dlcourse import check, claim, datasets, explore, hint, plots, predict, progress, solution

# %%
name = "reader"
print(f"Hello, {name}!")

# %% [markdown]
# The **output** is what a cell shows below itself when it has run. Change `reader` to your own name and run the cell again.
# You may change every cell of the course: this copy is yours, and Ctrl + S (on a Mac, Cmd + S) saves it.
#
# ## A notebook is no spreadsheet
#
# Before something surprising, the course asks for a guess. It is set beside what happened, and nobody judges it. Run the
# next three cells, with the letter of your guess in place of the dots, and only then the fourth.

# %%
apples = 3

# %%
glasses = 2 * apples

# %%
predict(
    "0.a",
    "The next cell sets apples to 10 and does nothing to glasses. What is glasses then?",
    options=["20: it is twice the apples", "6: it stays as it was", "nothing: it has to be set again"],
    guess=...,
)

# %%
before = glasses
apples = 10
print(f"apples: {apples}, glasses: {glasses}")
claim("a name keeps its value until a cell gives it another one", glasses == before, f"glasses = {glasses}")
predict("0.a", happened="a" if glasses == 2 * apples else "b")

# %% [markdown]
# `glasses = 2 * apples` was carried out once, when its cell ran. `glasses` got a number, and no rule for later. Now run
# that cell again, and then the last one: the same page, and another result. In a notebook **the order in which cells ran**
# counts, and not their order on the page.
#
# The line with the tick is a **claim**: a sentence of the course that is measured when its cell runs, on your machine. Were
# it not true here, the cell would stop in red.
#
# ## A picture is a table of numbers
#
# Here is something to work on: a handwritten digit from the collection MNIST, on which lesson 1 trains a network.

# %%
(images, labels), _ = datasets.mnist()
digit = images[0]
plots.pixels(digit, corner=(4, 11))

# %% [markdown]
# On the left is the picture, on the right are the numbers inside the frame. A **pixel** is one number of a picture, here
# from 0 for empty paper to 255 for full ink. Rows and columns are counted from 0, as always in Python, so that the last of
# the 28 has the number 27.
#
# ## A check says what it saw
#
# An **exercise** is a task that ends with a call of `check`, which tells you what your answer does. Do this one in three
# steps, and do not leave out the second. Run the cell as it is. Then put in a *wrong* number, say 28 or 56, and read what
# the check makes of it. Then the right one.
#
# **Exercise 0.1.** How many numbers is this picture? Let Python compute it.

# %%
numbers = ...

check("0.1", numbers)

# %% [markdown]
# A check has six answers. None is a grade, and you may try as often as you like.
#
# | | it says | it means |
# |:-:|:--|:--|
# | ✓ | Correct | your answer does what was asked |
# | ↻ | Not yet | the first thing that is wrong, shown with your own numbers |
# | ○ | Not attempted | the cell is as you found it |
# | ⚠ | Your code raised an error | your line, and the reason in plain words |
# | ◷ | Took too long | your code did not end and was stopped |
# | ✕ | The check itself failed | our fault, not yours; go on |
#
# ## A hint comes in three steps, a solution waits
#
# A network is fed with numbers from 0 to 1 rather than 0 to 255; lesson 1 shows what happens otherwise.
#
# **Exercise 0.2.** Write a function that turns a pixel into its share of full ink: 255 becomes 1, 0 stays 0, 51 becomes
# 0.2. Divide by 100 first and see what you are told. Then misspell `number` in the second line.

# %%
def ink(number):
    ...

check("0.2", ink)

# %%
hint("0.2")

# %% [markdown]
# Run that cell again for the next hint: first a nudge, then where to look, at last the answer with blanks. Hints cost
# nothing. The solution opens when your answer is right, or after two real tries:

# %%
solution("0.2")

# %% [markdown]
# ## When a cell does not come to its end
#
# A network sees its pictures in portions. 100 pictures in portions of 32 are four: three full ones and a last one with 4.
# The function below should count them, and never comes to its end. Do not call it, read it.
#
# **Exercise 0.3.** Find what is missing. Change only `count + 1` to `count + 2` first: the check ends the endless loop
# after two seconds and says in which line it was.

# %%
def portions(images, size):
    count = 0
    seen = 0
    while seen < images:
        count = count + 1
    return count

check("0.3", portions)

# %% [markdown]
# A check stops by itself, a cell of your own does not. While one runs, the brackets on its left show a star, `[*]`, and all
# others wait. Practise the way out: set `seconds` to 600, run the cell, and stop it with the **■** button above the page
# (in Colab and VS Code: on the cell). It ends in a red block with `KeyboardInterrupt`, Python's word for "stopped by
# hand". No harm is done.

# %%
import time

seconds = 0
time.sleep(seconds)

# %% [markdown]
# The **kernel** is the program behind a notebook that carries out its cells and remembers their names. When something
# hangs, help it in this order:
#
# | what you do | what it does | what is lost |
# |:--|:--|:--|
# | **■** Interrupt | stops the running cell | nothing |
# | **⟳** Restart, in the menu *Kernel* | ends the kernel and starts an empty one | all names; not your text, your answers or your progress |
# | Restart Kernel and Run All Cells | the same, then every cell from the top | the same, and the order is the page's again |
#
# A kernel that dies by itself may have run out of memory: choose *Shut Down All Kernels* in the same menu and start again.
# If something still seems wrong, put `!dlcourse doctor` in a new cell (the **+** above the page), or type it in a terminal
# without the `!`. It looks at Python, packages, widgets, data, disk and memory, and says what to do about each fault. And a
# lesson spoilt beyond repair? Rename its file and start `dlcourse lab` again: it brings a fresh copy, and never overwrites
# yours.
#
# **Exercise 0.4.** A cell has shown `[*]` for five minutes. What do you do first?
#
# - a) restart the kernel
# - b) press ■, Interrupt
# - c) close the page and open it again
# - d) run the cell once more

# %%
check("0.4", ...)

# %% [markdown]
# ## How much of a picture is paper?
#
# Back to the digits, all 60,000 of them that lesson 1 trains on.

# %%
predict(
    "0.b",
    "What share of the numbers in the handwritten digits is exactly 0?",
    options=["about one in ten", "about one in three", "about half", "about four in five"],
    guess=...,
)

# %%
share = (images == 0).mean()
claim("more than three quarters of all numbers in the digits are 0", share > 0.75, f"{share:.1%}")
claim("so are more than three quarters of our one digit", (digit == 0).mean() > 0.75, f"{(digit == 0).mean():.1%}")
distances = [abs(share - option) for option in (1 / 10, 1 / 3, 1 / 2, 4 / 5)]
predict("0.b", happened="abcd"[distances.index(min(distances))])

# %% [markdown]
# We look at the ink, and the paper around it is most of the picture. To know, we count: one line.
#
# ## A model is a row of steps
#
# What does a network do with these numbers? It takes them through one step after the other, until an answer comes out. A
# **model** is a row of steps that takes numbers in and gives an answer out. Here are three steps, and a function that
# takes a picture through them.

# %%
def scale(image):  # 0 to 255 -> 0 to 1
    return image / 255

def to_row(image):  # 28 rows -> one long row
    return image.ravel()

def count_dark(row):  # how many of a row are over 0.5
    return sum(number > 0.5 for number in row)

def run(model, image):
    for step in model:
        image = step(image)
    return image

# %% [markdown]
# **Exercise 0.5.** Build a model from the three steps that says how many pixels of a picture are darker than half ink. The
# list holds the names of the functions, without brackets behind them. Leave a step out first, or try a wrong order.

# %%
model = [
    ...,
]

check("0.5", model)

# %% [markdown]
# When it is right, ask it about our digit, in a new cell: `print(run(model, digit))`. This model counts, and nothing in it
# was learned. In lesson 1 the steps have numbers of their own, and the network finds them by itself.
#
# **Exercise 0.6.** One day a cell of this course stops in red: `ClaimError: this does not hold here`. What does it mean?
#
# - a) I solved an exercise wrongly.
# - b) One of my guesses was wrong.
# - c) A sentence of the course did not come true on this machine.
# - d) Something is broken in Python.

# %%
check("0.6", ...)

# %% [markdown]
# ## Something to move
#
# An **explorer** is a picture that answers while you move something. This one is from lesson 2, which explains all of it.
# For now, move the sliders, or drag the line, until no point is on the wrong side.

# %%
explore.neuron()

# %% [markdown]
# ## The road ahead
#
# Nineteen lessons in five stages. Each builds on those before it, so take them in order the first time.

# %%
plots.road()

# %% [markdown]
# First you see a network work. Then you build one from nothing, until no part of it is a secret; then with Keras, the
# library of this course, measured against simpler methods. The last stages lead to a project of your own.
#
# ## To take with you
#
# - The order in which cells ran counts, not their order on the page.
# - A check answers *your* mistake: answer wrongly, and you learn what it saw.
# - Interrupt first; restart if that does not help. A restart loses names, never text or progress.
# - A claim was measured here, a moment ago. A guess is yours and is not judged.
#
# **New words**
#
# - **notebook**: a page in which text and program stand side by side.
# - **cell**: one box of a notebook, with text or with Python in it.
# - **output**: what a cell shows below itself when it has run.
# - **claim**: a sentence of the course that is measured when its cell runs, on your machine.
# - **pixel**: one number of a picture, here from 0 for empty paper to 255 for full ink.
# - **exercise**: a task that ends with a call of `check`, which tells you what your answer does.
# - **kernel**: the program behind a notebook that carries out its cells and remembers their names.
# - **model**: a row of steps that takes numbers in and gives an answer out.
# - **explorer**: a picture that answers while you move something.
#
# **Common mistakes**
#
# - A cell was changed and not run again: the page shows one thing, the kernel knows another.
# - `check("0.2", ink(51))`: the check wants the function itself, not what it returns once.
#
# **Next:** [Lesson 1: What is deep learning?](01_what_is_deep_learning.ipynb) trains a network on these digits and looks at
# the ones it gets wrong.
#
# Below is your own record. It lies in a file on this machine (on Colab and Binder it ends with the session), and `dlcourse`
# sends nothing anywhere.

# %%
progress()
