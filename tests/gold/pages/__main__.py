"""Print the score of each layout: `python -m tests.gold.pages [NAME]`."""

from __future__ import annotations

import sys

from tests.gold.pages import document, pages, score


def say(line: str) -> None:
    """One line on stdout."""
    sys.stdout.write(line + "\n")


def main(arguments: list[str]) -> None:
    """The figures of all pages, or the blocks of the pages that are named."""
    total = 0.0
    for page in pages():
        found = document(page)
        got = score(page, found)
        total += got.f1
        day = found.published.from_ if found.published else None
        stated = [
            f"{name} {was!r}, not {is_!r}"
            for name, was, is_ in (("author", found.author, page.author), ("date", day, page.date),
                                   ("title", found.title, page.title))
            if was != is_
        ]  # fmt: skip
        say(f"{page.name:22} F1 {got.f1:.3f}  P {got.precision:.3f}  R {got.recall:.3f}  {'; '.join(stated)}")
        for block in found.blocks if page.name in arguments else ():
            mark = "+" if found.in_body(block.start, block.end) else "-"
            say(f"    {mark} {block.kind} {found.text[block.start : block.end][:110]!r}")
    say(f"{len(pages())} pages, mean F1 {total / len(pages()):.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
