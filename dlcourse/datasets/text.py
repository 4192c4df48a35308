"""Loaders of language: rated sentences, mails, plays, names, and words as vectors."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from dlcourse.datasets.files import arrays, read, table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


def movie_reviews() -> pd.DataFrame:
    """Return 10,605 sentences from film reviews, each with the mean rating of 15 to 29 people.

    Columns: text, rating (-4 = extremely negative to 4 = extremely positive; above 0 for 49.4 %). The order is
    shuffled, so the last rows are as good a sample as any.

    C. J. Hutto, E. Gilbert: VADER (2014), ICWSM; sentences from B. Pang, L. Lee (2004). MIT.
    """
    return table("movie_reviews.csv.gz")


def spam() -> pd.DataFrame:
    """Return 5,681 e-mails of 2002 and before, 28.2 % of them spam, as a frame of 2 columns.

    text (subject and beginning, at most 600 characters, one line), spam (1, else 0). In place of addresses, links and long
    numbers stand the words emailaddress, weblink and longnumber. The order is shuffled. Many of the good mails come
    from a few mailing lists, and their names in the subject are easy to learn: real mail is harder.

    SpamAssassin public corpus (2002 to 2005), prepared by the Stdlib authors. PDDL-1.0 and CC0.
    """
    return table("spam.csv.gz")


def shakespeare() -> str:
    """Return seven plays by William Shakespeare as one text of 956,305 ASCII characters.

    Hamlet, Macbeth, Romeo and Juliet, Othello, King Lear, Julius Caesar, Twelfth Night; each speaker on a line alone.

    Project Gutenberg's texts as collected by Open Shakespeare (Open Knowledge Foundation). Public domain.
    """
    return gzip.decompress(read("shakespeare.txt.gz")).decode("ascii")


def surnames() -> pd.DataFrame:
    """Return 7,151 family names of 11 languages, 16 % of them Italian, as a frame of 2 columns.

    name, language (Croatian, Dutch, English, Finnish, French, German, Italian, Polish, Portuguese, Spanish, Swedish): where
    people of that name live, which is not always where the name is from. No name is in two languages. The order is
    shuffled.

    Faker (D. Faraglia and contributors), from public name statistics. MIT.
    """
    return table("surnames.csv.gz")


def word_vectors() -> tuple[list[str], np.ndarray]:
    """Return 15,000 frequent English words and what the company they keep says of them, as `words, vectors`.

    vectors: float32, (15000, 100), row i belongs to words[i], length 1, most frequent word first. Learned from
    100 billion words of news with word2vec; 300 numbers a word there, 100 here (PCA).

    T. Mikolov, K. Chen, G. Corrado, J. Dean: word2vec (2013), Apache-2.0; the choice of words from T. Bolukbasi et al.
    (2016).
    """
    import numpy as np

    packed = arrays("word_vectors.npz")
    vectors = packed["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return packed["words"].tobytes().decode("utf-8").split("\n"), vectors
