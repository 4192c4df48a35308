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
# - read what a check answers and what a red block says, and get from a wrong answer to a right one;
# - stop a cell that does not end, restart the kernel, and bring back what the restart took;
# - build a small model from three steps;
# - find the lesson that answers a question of yours.
#
# **On Colab or Binder?** On Colab, run the cell below first: it installs the course. Everywhere else it does nothing. On both
# you see what the cells showed when the authors ran them; clear all outputs in the menu *Edit*, and no guess is spoilt. Your
# work lasts there as long as the session; *File*, then *Save a copy in Drive* or *Download*, keeps it.

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
# text or with Python in it. Click into the next cell and press **Shift + Enter**: it runs, and the cell after it is chosen.
#
# It prints nothing. It fetches the tools of this lesson from `dlcourse`, the course's own package. But the brackets on its
# left hold a number now. These numbers count up and show in which order the cells ran.

# %%
from dlcourse import check, claim, datasets, explore, hint, plots, predict, progress, solution

# %%
name = "reader"

# %%
greeting = f"Hello, {name}!"
print(greeting)

# %% [markdown]
# The **output** is what a cell shows below itself when it has run. Put your own name in place of `reader` and run both
# cells again. You may change every cell of the course; Ctrl + S (on a Mac, Cmd + S) saves this page.
#
# ## The order in which cells ran counts
#
# Before something surprising, the course asks for a guess. It is set beside what happened, and nobody judges it. Put the
# letter of your guess in place of the dots, in quotation marks: `guess="a"`. Run the cell, and only then the one after it.

# %%
predict(
    "0.a",
    "The next cell sets name to Ada and touches nothing else. What does greeting say then?",
    options=["it greets Ada", "it stays as it was", "nothing: it has to be set again"],
    guess=...,
)

# %%
before = greeting
name = "Ada"
print("before:", before)
print("after: ", greeting)
predict("0.a", happened="b" if greeting == before else "a")

# %% [markdown]
# In a spreadsheet the greeting would have followed. Here its line was carried out once: `greeting` got a text, and no rule
# for later.
#
# Now run the cell with `greeting =` again. It greets Ada, though the cell above it still holds your name. **What counts is
# the order in which cells ran, not their order on the page.** Then run the last cell again: Ada before, Ada after. Once
# more it left `greeting` as it was.
#
# Its last line uses a short form that you will meet in many cells: `x if condition else y` is `x` where the condition is true,
# and `y` where it is not. Another one, `{word: f(word) for word in words}`, makes a dictionary: each
# word, and what `f` makes of it.

# %%
letters = {word: len(word) for word in ("Ada", "Grace")}
print(letters)
print("long" if letters["Grace"] > 4 else "short")

# %% [markdown]
# ## A picture is a table of numbers
#
# A *network* is a program with many numbers in it that nobody typed in. Training finds them, from examples. *Deep
# learning* means building and training such networks. Lesson 1 trains one on handwritten digits, from a collection called
# MNIST. Here is the first.

# %%
(images, labels), _ = datasets.mnist()  # _ takes what this lesson does not use
digit = images[0]
print("all pictures:", images.shape, " this one:", digit.shape, " its largest number:", digit.max())
plots.pixels(digit, corner=(4, 11))

# %% [markdown]
# 60,000 pictures, and each is an *array*: a table of numbers that Python can compute with all at once. A **pixel** is one
# small square of a picture; here one number says how dark it is, from 0 for empty paper to 255 for full ink. On the right
# are the numbers inside the frame. Rows and columns are counted from 0, as always in Python, so that the last of the 28
# has the number 27.
#
# ## A check says what it saw
#
# An **exercise** is a task that ends with a call of `check`, which tells you what your answer does. It must stay the last
# line of its cell. Do this one in three steps, and do not leave out the second. Run the cell as it is. Then put in a *wrong*
# number, say 28 or 56, and read what the check makes of it. Then the right one.
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
# | ↻ | Not yet | the first thing that is wrong, shown with numbers: yours, or an example the check brings along |
# | ○ | Not attempted | the cell is as you found it, a `...` is left in it, or nothing came (`None`) |
# | ⚠ | Your code raised an error | your line, and the reason in plain words |
# | ◷ | Took too long | your code did not end and was stopped |
# | ✕ | The check itself failed | our fault, not yours; go on |
#
# And there is the red block: Python could not read the cell, met a name that it does not know, or could not carry out a
# line, *before* it came to `check`. Read its **last line** first; an arrow points at the place. Try it: write `nmubers` in the
# brackets of the check above, run, and read `NameError: name 'nmubers' is not defined`. Then put `numbers` back.
#
# ## A hint comes in three steps, a solution waits
#
# Lesson 1 feeds its network numbers from 0 to 1 instead of 0 to 255, and shows what happens otherwise.
#
# **Exercise 0.2.** Write a function that turns a pixel's number into its share of full ink: 255 becomes 1, 0 stays 0, 51
# becomes 0.2. Divide by 100 first and see what you are told. Then write `nunber` in place of `number` in the second line.

# %%
def ink(number):
    ...

check("0.2", ink)

# %%
# hint("0.2")
# solution("0.2")

# %% [markdown]
# Stuck? Take away the `#` before `hint` and run that cell: a nudge. Run it again: where to look. Once more: the answer with
# blanks. The solution opens when your answer is right or after two tries (you have just had them).
#
# ## When a cell does not come to its end
#
# Lesson 1 shows a network its pictures in portions. 100 pictures in portions of 32 are four: three full ones and a last one
# with 4. The function below should count them, and never comes to its end.
#
# **Exercise 0.3.** Find what is missing. First change only `count + 1` to `count + 2`, so that the cell is not as you found
# it: the check calls the function, stops it after two seconds and says where it was.

# %%
def portions(how_many, size):
    count = 0
    seen = 0
    while seen < how_many:
        count = count + 1
    return count

check("0.3", portions)

# %% [markdown]
# A check stops by itself, a cell of your own does not. While one runs, its brackets show a star, `[*]`, and other cells wait
# with a star of their own. Practise the way out. `time.sleep` does nothing for that many seconds: set `seconds` to 600, run
# the cell, and stop it with the **■** button above the page (on Colab and in VS Code: beside the cell). It ends in a red
# block whose last line says `KeyboardInterrupt`: stopped by hand. Then **set `seconds` to 0 again**, or it will keep you
# waiting later.

# %%
import time

seconds = 0
time.sleep(seconds)

# %% [markdown]
# ## What a restart takes, and how to bring it back
#
# The **kernel** is the program behind a notebook that carries out its cells and remembers their names. Restart it: menu
# *Kernel* (on Colab *Runtime*), *Restart Kernel…*, and confirm. Run the next cell: `NameError`. The page still shows
# everything, the kernel knows nothing, not even `check`.
#
# Now click into that cell, choose *Run All Above Selected Cell* in the menu *Run* (on Colab: *Run before*), and run it once
# more. The greeting is back, with the name that stands on the page: this time the cells ran in their order.

# %%
print(greeting)

# %% [markdown]
# When something hangs, help it in this order:
#
# | what you do | what it does | what is lost |
# |:--|:--|:--|
# | **■** Interrupt | stops the running cell | nothing |
# | Restart Kernel, then Run All Above | an empty kernel, then the cells in their order | names; not your text, answers or progress |
# | Shut Down All Kernels, in the same menu | frees the memory, when a kernel dies by itself | the same |
# | `!dlcourse doctor` in a new cell (**+** above the page) | looks for faults, up to half a minute, and says what to do | nothing |
# | rename the lesson's file, start the course again | brings a fresh copy beside yours | nothing |
#
# **Exercise 0.4.** A cell has shown `[*]` for five minutes. What do you do first? Answer with the letter in quotation marks,
# like `check("0.4", "a")`.
#
# - a) restart the kernel
# - b) press ■, Interrupt
# - c) close the page and open it again
# - d) run the cell once more

# %%
check("0.4", ...)

# %% [markdown]
# ## A model takes numbers in and gives an answer out
#
# Let us count ink first, and then build something that counts it.

# %%
predict(
    "0.b",
    "How many of the pixels of our digit are darker than half ink?",
    options=["about one in seven", "about one in three", "about half", "about four in five"],
    guess=...,
)

# %%
dark = digit > 127  # True or False for every pixel; True counts as 1
print(dark.sum(), "of", dark.size)
claim("less than a fifth of our digit is darker than half ink", dark.mean() < 0.2, f"{dark.mean():.1%}")
everywhere = (images > 127).mean()
claim("less than a fifth of all 60,000 pictures is, too", everywhere < 0.2, f"{everywhere:.1%}")
predict("0.b", happened="a" if dark.mean() < 0.2 else "b")

# %% [markdown]
# We look at the ink, and most of a picture is paper.
#
# The lines with a tick are **claims**. A claim is a sentence of the course that is measured when its cell runs, on your
# machine. Were it not true here, the cell would stop in red.
#
# A **model** is a program that takes numbers in and gives an answer out; ours will be a row of steps. Here are three steps,
# and a function that takes a picture through them.

# %%
def count_dark(row):  # how many numbers of a row are over 0.5
    return sum(number > 0.5 for number in row)

def scale(image):  # 0 to 255 -> 0 to 1
    return image / 255

def to_row(image):  # 28 rows -> one long row
    return image.ravel()

def ask(model, image):
    for step in model:
        image = step(image)
    return image

# %% [markdown]
# **Exercise 0.5.** Build a model from the three steps that says how many pixels of a picture are darker than half ink. The
# list holds the names of the functions, without brackets behind them. Leave a step out first, or try a wrong order: of the
# six orders, two are right. The check brings a small picture of its own.

# %%
model = [
    ...,
]

check("0.5", model)

# %% [markdown]
# When it is right, ask it about our digit, in a new cell: `print(ask(model, digit))`. It gives the number counted above.
# A network is a model whose steps contain numbers that are learned.
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
# An **explorer** is a picture that answers while you move something. This one is from lesson 2, which explains its letters;
# do not mind them yet. Run the cell first: what stands there before is a photograph, or nothing. Then move the sliders or
# drag the line until it says 0 mistakes.

# %%
explore.neuron(movable=False)

# %% [markdown]
# ## The road ahead
#
# Lessons with a filled disc are ready, the others are still to be written. Each builds on those before it, so take them in
# order the first time.

# %%
plots.road()

# %% [markdown]
# **Exercise 0.7.** "My network is nearly always right on the pictures it learned from, and often wrong on new ones." Which
# lesson asks about that? Give its number.

# %%
lesson = ...

check("0.7", lesson)

# %% [markdown]
# ## To take with you
#
# - The order in which cells ran counts, not their order on the page.
# - A check answers *your* mistake. In a red block, read the last line first.
# - Interrupt first; restart if that does not help, and run the cells above again.
#
# **New words**
#
# - **notebook**: a page in which text and program stand side by side.
# - **cell**: one box of a notebook, with text or with Python in it.
# - **output**: what a cell shows below itself when it has run.
# - **pixel**: one small square of a picture; here one number says how dark it is, from 0 for empty paper to 255 for full ink.
# - **exercise**: a task that ends with a call of `check`, which tells you what your answer does.
# - **kernel**: the program behind a notebook that carries out its cells and remembers their names.
# - **claim**: a sentence of the course that is measured when its cell runs, on your machine.
# - **model**: a program that takes numbers in and gives an answer out.
# - **explorer**: a picture that answers while you move something.
#
# **Common mistakes**
#
# - A cell was changed and not run again: the page shows one thing, the kernel knows another.
# - `check("0.2", ink(51))`: the check wants the function itself, not what it returns once.
# - `check("0.4", b)`: without quotation marks `b` is a name, and nobody gave it a value.
#
# **Next:** [Lesson 1: What is deep learning?](01_what_is_deep_learning.ipynb) trains a network on these digits and looks at
# the ones it gets wrong.
#
# Below is your own record. It lies in a file on this machine (on Colab and Binder it ends with the session), and `dlcourse`
# sends nothing anywhere.

# %%
progress()
