"""Changes of the right answers to exercise 8.7 that make another network, as good for the task: label -> reason."""

from __future__ import annotations

_THREE = (
    "layers.Conv2D(8, 3, strides=2, activation='relu'), layers.Conv2D(16, 3, strides=2, activation='relu'), "
)
_END = "layers.Flatten(), layers.Dense(10, activation='softmax')]"
_INPUT = "keras.Input(shape=(28, 28, 1)), "
_WHOLE = f"[{_INPUT}{_THREE}{_END}"
_FIRST = "layers.Conv2D(8, 3, strides=2, activation='relu')"
_SECOND = "layers.Conv2D(16, 3, strides=2, activation='relu')"
_COMPILED = "model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])"
_SGD = "keras.optimizers.SGD(0.1)"
_SAME_16 = "layers.Conv2D(16, 3, padding='same', activation='relu')"
_SAME_32 = "layers.Conv2D(32, 3, padding='same', activation='relu')"
_FOURS = "layers.Conv2D(8, 3, strides=4, activation='relu')"

_BY_REASON = {
    "some more or fewer filters, within 30,000 parameters": (
        *("8 -> 9", "8 -> 7", "16 -> 17", "16 -> 15", "32 -> 33", "32 -> 31"),
    ),
    "kernels, strides or pools of another size; the maps stay large enough and the parameters few enough": (
        *("3 -> 4", "3 -> 2", "3 -> 4 #2", "3 -> 2 #2"),
        *("2 -> 3", "2 -> 1", "2 -> 3 #2", "2 -> 1 #2", "4 -> 5", "4 -> 3"),
        f"{_FIRST} -> layers.Conv2D(8, 3, activation='relu')",
        f"{_SECOND} -> layers.Conv2D(16, 3, activation='relu')",
        "layers.MaxPooling2D(2) -> layers.MaxPooling2D(1)",
        "layers.MaxPooling2D(2) -> layers.MaxPooling2D(3)",
        "layers.MaxPooling2D(2) -> layers.MaxPooling2D(1) #2",
        "layers.MaxPooling2D(2) -> layers.MaxPooling2D(3) #2",
    ),
    "few filters with large kernels: unusual, and a convolution": (
        f"{_FIRST} -> layers.Conv2D(3, 8, strides=2, activation='relu')",
        f"{_SAME_16} -> layers.Conv2D(3, 16, padding='same', activation='relu')",
        f"{_FOURS} -> layers.Conv2D(3, 8, strides=4, activation='relu')",
    ),
    "no padding: the maps are a little smaller": (
        "'same' -> 'valid'",
        "'same' -> 'valid' #2",
        f"{_SAME_16} -> layers.Conv2D(16, 3, activation='relu')",
        f"{_SAME_32} -> layers.Conv2D(32, 3, activation='relu')",
    ),
    "one convolution is left": (
        f"{_WHOLE} -> [{_INPUT}layers.Conv2D(16, 3, strides=2, activation='relu'), {_END}",
        f"{_WHOLE} -> [{_INPUT}layers.Conv2D(8, 3, strides=2, activation='relu'), {_END}",
        "deleted: x = layers.MaxPooling2D(2)(layers.Conv2D(32, 3, padding='same', activation='relu')(x))",
    ),
    "the other convolution still bends": (
        f"{_FIRST} -> layers.Conv2D(8, 3, strides=2)",
        f"{_SECOND} -> layers.Conv2D(16, 3, strides=2)",
        f"{_SAME_16} -> layers.Conv2D(16, 3, padding='same')",
        f"{_SAME_32} -> layers.Conv2D(32, 3, padding='same')",
    ),
    "bends as well, though it learns more slowly": ("'relu' -> 'sigmoid'", "'relu' -> 'sigmoid' #2"),
    "the shape is taken from the first pictures": (f"{_WHOLE} -> [{_THREE}{_END}",),
    "another optimizer, or another rate, with which it learns": (
        f"{_COMPILED} -> model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])",
        f"model.compile(optimizer={_SGD}, loss=loss) -> model.compile(loss=loss)",
        "'adam' -> 'sgd'",
        f"{_SGD} -> keras.optimizers.SGD(0.125)",
        f"{_SGD} -> keras.optimizers.SGD(0.05)",
    ),
    "no metric is asked for": (
        f"{_COMPILED} -> model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')",
        "['accuracy'] -> ['mse']",
    ),
}

AS_GOOD = {label: reason for reason, labels in _BY_REASON.items() for label in labels}
