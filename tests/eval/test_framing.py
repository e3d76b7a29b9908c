"""The narrator's voice, against articles whose attributions people marked."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from checker import attribution, framing, parse
from checker.model import Block, Document, Range

DEV = Path(__file__).resolve().parents[3] / "shared" / "eval" / "attribution" / "dev"
EVERY = 4
"""One article of so many is read, to be quick."""


def _document(path: Path) -> Document:
    text = path.read_bytes().decode("utf-8")
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        path.name, str(path), sha, sha, "eval", "text/plain", None, None, None, None, "en", "secondary",
        ((0, len(text)),), (), text, blocks=blocks,
    )  # fmt: skip


@pytest.mark.skipif(not DEV.exists(), reason="the evaluation articles are not on this machine")
def test_what_is_called_the_narrators_is_seldom_said_by_others() -> None:
    """Share of narrator's cues outside marked speech, and of quoted cues inside marked contents."""
    narrator: list[bool] = []
    quoted: list[bool] = []
    for line in (DEV / "gold.jsonl").read_text(encoding="utf-8").splitlines()[::EVERY]:
        gold = json.loads(line)
        document = _document(DEV / "text" / f"{gold['doc']}.txt")
        parsed = parse.run(document)
        speech: list[Range] = [r for a in gold["attributions"] if a["speech"] for r in a["content"]]
        contents: list[Range] = [*gold["ignore"], *(r for a in gold["attributions"] for r in a["content"])]
        for record in framing.run(document, parsed, attribution.run(document, parsed), ()):
            if record.device == "prominence":
                continue
            if record.voice == "narrator":
                narrator.append(not _inside(record.cue, speech))
            elif record.voice == "quoted":
                quoted.append(_inside(record.cue, contents))
    assert sum(narrator) / len(narrator) >= NARRATOR
    assert sum(quoted) / len(quoted) >= QUOTED


NARRATOR, QUOTED = 0.91, 0.96


def _inside(cue: Range, ranges: list[Range]) -> bool:
    return any(low <= cue[0] and cue[1] <= high for low, high in ranges)
