"""The pages of docs/rules, one a room. `python -m tests.rules_pages` writes them anew."""

from __future__ import annotations

from collections import defaultdict

from checker.cli.about import as_markdown
from checker.pipeline import rules
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "rules"


def pages() -> dict[str, str]:
    """File name -> text."""
    rooms: dict[str, list[str]] = defaultdict(list)
    for rule in rules():
        rooms[rule.id.split(".")[0]].append(as_markdown(rule))
    return {
        f"{room}.md": f"# Rules of {room}\n\nWhat `checker explain` prints.\n\n{''.join(found).rstrip()}\n"
        for room, found in rooms.items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
