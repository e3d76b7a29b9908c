"""Print the figures of a file of the set, over all and by family; errors of an open file where asked for."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from tests.gold.attribution.cases import cases
from tests.gold.attribution.scoring import count, figures


def main() -> None:
    """`python -m tests.gold.attribution [--errors] [SET]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "file",
        nargs="?",
        choices=(
            "open",
            "more",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "sealed",
            "sealed2",
            "sealed3",
        ),
        default="open",
    )
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    families: dict[str, list[Counter[str]]] = defaultdict(list)
    errors: list[str] = []
    for case in cases(asked.file):
        families[case.family].append(count(case, errors))
    if asked.errors and not asked.file.startswith("sealed"):
        print("\n".join(errors))  # noqa: T201
    for name, values in figures(c for counts in families.values() for c in counts).items():
        print(f"{name:28}", *values)  # noqa: T201
    for family, counts in families.items():
        made = figures(counts)
        row = (made["attributions P R F1"][2], made["chains P R F1"][2], *made["speaker names P R"])
        print(f"{family:14}", *row, *made["speaker pronouns P R"])  # noqa: T201


if __name__ == "__main__":
    main()
