"""The road of lessons: number, title, question, minutes and stage of each. Nothing here draws or reads a file."""

from __future__ import annotations

from dataclasses import dataclass

STAGES = (
    "First steps",
    "Built by hand, understood to the last number",
    "Built with Keras, measured against the rest",
    "Words, series, and pictures that never were",
    "Out in the world",
)


@dataclass(frozen=True)
class Lesson:
    """One lesson of the road.

    title: as in its notebook. question: what it answers. minutes: to read and do it. stage: index into STAGES.
    written: can it be opened already? Setting this is the last step of writing a lesson; a test holds it to
    notebooks/, and lesson 0, which shows the road, is then built again.
    """

    number: int
    title: str
    question: str
    minutes: int
    stage: int
    written: bool = False


LESSONS = (
    Lesson(0, "Welcome: how this course works", "How do I work with these pages, and where do they lead?", 25, 0, True),
    Lesson(1, "What is deep learning?", "What does it mean that a network learns, and what is it good for?", 45, 0, True),
    Lesson(2, "The neuron", "What does one neuron compute, how does it learn, and what can it never do?", 75, 1, True),
    Lesson(3, "Activation functions", "Why does a network need a bend between its layers?", 75, 1, True),
    Lesson(4, "Layers and the forward pass", "How do many neurons turn an input into an output?", 60, 1, True),
    Lesson(5, "Loss and gradient descent", "How does a network find out in which direction better is?", 80, 1, True),
    Lesson(6, "Backpropagation", "How does every weight get its share of the blame?", 90, 1, True),
    Lesson(7, "A Keras model from start to end", "How do I say all that in ten lines?", 90, 2, True),
    Lesson(8, "Images: convolutional networks", "How does a network see?", 90, 2, True),
    Lesson(9, "Overfitting, and five ways to fight it", "Why is a network good at home and bad outside?", 70, 2, True),
    Lesson(10, "Machine learning versus deep learning", "When is something simpler the better choice?", 75, 2, True),
    Lesson(11, "Sequences: recurrent networks", "How does a network deal with what comes one after another?", 50, 3),
    Lesson(12, "Attention and transformers", "What is inside a language model?", 60, 3),
    Lesson(13, "Autoencoders", "What is left when a network must say it shorter?", 45, 3),
    Lesson(14, "Generative adversarial networks", "How do two networks learn to draw what never was?", 50, 3),
    Lesson(15, "Deep learning at work", "What does it look like in cars, clinics, banks and phones?", 60, 4),
    Lesson(16, "Best practice and limits", "How do I do it well, and what can't it do?", 60, 4),
    Lesson(17, "Capstone", "Can I do it on my own?", 90, 4),
    Lesson(18, "Questions, words and references", "Where do I find that word, that answer, that paper?", 30, 4),
)  # fmt: skip
