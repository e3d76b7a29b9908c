"""What a text cites, against unseen cases: `python -m tests.gold.citation [SET] [--cases]`."""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker import citation, extract, parse
from checker.model import Citation, Document, Manifest, Snapshot

HERE = Path(__file__).parent
MEDIA = {"md": "text/markdown", "txt": "text/plain", "html": "text/html"}
SAME = {
    "live_link": "link", "dead_link": "link", "bare": "bare_url", "parenthetical_outlet": "parenthetical",
    "parenthetical_stripped": "stripped", "told_outlet": "told", "image_source": "image_credit",
    "screenshot": "image_credit", "original_source": "republished", "outlet_in_prose": "according_to",
}  # fmt: skip
"""The product's word for a form -> the word that the cases have."""
BESIDE = re.compile(
    r"(?:(?:the|an?|its|see|also|as|in|on|under|by|per|according to|study|paper|report)\b|[\s()\[\]{}<>*_.,;:“”\"'’])*",
    re.IGNORECASE,
)
"""What a span may have, or lack, beside the words of the case: an article, a preposition, a closing mark."""


@dataclass(slots=True)
class Tally:
    """Citations of one family; `wrong` says in words what was missed or made up."""

    expected: int = 0
    found: int = 0
    right: int = 0
    claims: int = 0
    claims_right: int = 0
    authors: int = 0
    authors_right: int = 0
    trapped: int = 0
    wrong: list[str] = field(default_factory=list)

    def f1(self) -> float:
        """In percent; 100 where nothing was to be found and nothing was."""
        return (
            round(200 * self.right / (self.expected + self.found), 1) if self.expected + self.found else 100.0
        )


def score(name: str) -> dict[str, Tally]:
    """A tally for each family, and for `all`."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for case in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["case"]:
        document, found = cited(case)
        one = _judged(case, document, found)
        for family in (case["family"], "all"):
            _add(tallies[family], one)
    return tallies


def figures(name: str) -> dict[str, float]:
    """F1 over place, form, outlet and date; shares of claims and authors right; citations found in traps."""
    total = score(name)["all"]
    return {
        "expected": total.expected, "f1": total.f1(), "trapped": total.trapped,
        "claims": round(100 * total.claims_right / max(1, total.claims), 1),
        "authors": round(100 * total.authors_right / max(1, total.authors), 1),
    }  # fmt: skip


def cited(case: dict[str, Any]) -> tuple[Document, Sequence[Citation]]:
    """The case as a document, with its citations."""
    data = case["text"].encode()
    path = f"{case['id']}.{case['media']}"
    manifest = Manifest(path, date=case.get("date"), outlet=case.get("outlet"))
    snapshot = Snapshot(
        case["id"], path, data, hashlib.sha256(data).hexdigest(), MEDIA[case["media"]], manifest
    )
    document = extract.run(snapshot)
    return document, citation.run(document, parse.run(document))


def _judged(case: dict[str, Any], document: Document, found: Sequence[Citation]) -> Tally:
    tally = Tally()
    left = list(found)
    for gold in case.get("citation", ()):
        tally.expected += 1
        start, end = _place(document.text, gold["quote"], gold.get("nth", 1))
        near = [c for c in left if c.span.start < end and start < c.span.end]
        hit = next((c for c in near if not _faults(document, gold, start, end, c)), None)
        tally.right += hit is not None
        tally.found += bool(near)
        left = [c for c in left if c not in near or (c is not hit and _is_of_other(case, document, gold, c))]
        _further(tally, case, document, gold, hit)
        if hit is None:
            told = [(c.form, document.quote(c.span), _faults(document, gold, start, end, c)) for c in near]
            tally.wrong.append(f"{case['id']}: {gold['form']} {gold['quote']!r}: {told or 'missed'}")
    tally.found += len(left)
    tally.trapped = len(left) if case["family"].startswith("trap") else 0
    tally.wrong += [f"{case['id']}: made up: {c.form} {document.quote(c.span)!r} {c.target}" for c in left]
    return tally


def _is_of_other(case: dict[str, Any], document: Document, gold: dict[str, Any], found: Citation) -> bool:
    """Whether what is found lies in another citation of the case too, which shares words with the first."""
    others = [other for other in case.get("citation", ()) if other is not gold]
    places = [_place(document.text, other["quote"], other.get("nth", 1)) for other in others]
    return any(found.span.start < end and start < found.span.end for start, end in places)


def _further(
    tally: Tally, case: dict[str, Any], document: Document, gold: dict[str, Any], hit: Citation | None
) -> None:
    if "claim" in gold:
        claim = document.quote(hit.claim) if hit and hit.claim else ""
        right = _alike(claim, gold["claim"])
        tally.claims += 1
        tally.claims_right += right
        if hit and not right:
            tally.wrong.append(f"{case['id']}: claim {claim!r}, not {gold['claim']!r}")
    if "author" in gold:
        tally.authors += 1
        tally.authors_right += hit is not None and hit.author == gold["author"]


def _faults(document: Document, gold: dict[str, Any], start: int, end: int, found: Citation) -> list[str]:
    """What is wrong. The authors differ on whether a document or note that the text does not name has an outlet,
    and whether the year in the name of a law is its date: either will do.
    """
    target = found.target
    forms = {
        "according_to" if form == "reported" else form
        for form in (gold["form"], *gold.get("accept_forms", ()))
    }
    faults = [] if found.form in forms or SAME.get(found.form) in forms else [f"form {found.form}"]
    if not _holds(document.text, gold, start, end, found):
        faults.append("place")
    nameless = "outlet" not in gold and gold["form"] in ("document", "footnote")
    if not nameless and not _same_outlet(document, gold.get("outlet"), target.outlet if target else None):
        faults.append(f"outlet {target and target.outlet}")
    date = target.date if target else None
    in_title = "date" not in gold and len(date or "") == 4 and (date or "") in gold["quote"]
    of_note = nameless and gold["form"] == "footnote"
    if date != gold.get("date") and not in_title and not of_note:
        faults.append(f"date {target and target.date}")
    if (
        gold.get("url")
        and not gold.get("dead")
        and _address(target.url if target else None) != _address(gold["url"])
    ):
        faults.append(f"url {target and target.url}")
    return faults


def _holds(text: str, gold: dict[str, Any], start: int, end: int, found: Citation) -> bool:
    """Whether the span covers the core and stays within the citation."""
    core = start + gold["quote"].index(gold.get("core", gold["quote"]))
    low, high = found.span.start, found.span.end
    last = core + len(gold.get("core", gold["quote"]))
    beside = (text[low:start], text[end:high], text[core:low], text[high:last])
    return low < last and core < high and all(BESIDE.fullmatch(words) for words in beside)


def _same_outlet(document: Document, wanted: str | None, have: str | None) -> bool:
    """Whether both name one outlet. The authors of the cases differ on whether `report`, `joint communiqué` names
    anything, and on whether a series goes by its initials: either counts as the same."""
    if (
        document.outlet
        and have == document.outlet
        and wanted == "".join(re.findall(r"\b[A-Z]", document.outlet))
    ):
        return True
    named = [_plain(name) if name and not name.islower() else "" for name in (wanted, have)]
    return named[0] == named[1]


def _address(url: str | None) -> str:
    return re.sub(r"^https?://(?=www\.)", "", url or "")


def _plain(name: str | None) -> str:
    plain = re.sub(
        r"^(?:1[5-9]|20)\d\d (?=\D)|(?<=\D) (?:of )?(?:1[5-9]|20)\d\d$", "", (name or "").casefold()
    )
    return " ".join(plain.split()).removeprefix("the ")


def _alike(claim: str, wanted: str) -> bool:
    """Whether two passages share nearly all their words."""
    a, b = _words(claim), _words(wanted)
    return len(a & b) >= 0.8 * len(a | b)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _place(text: str, quote: str, nth: int) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def _add(total: Tally, one: Tally) -> None:
    for name in Tally.__slots__:
        setattr(total, name, getattr(total, name) + getattr(one, name))


def _lines(tallies: dict[str, Tally]) -> Iterator[str]:
    for family, t in tallies.items():
        yield (
            f"{family:14} F1 {t.f1():5}  {t.right}/{t.expected} right, {t.found} found, {t.trapped} in traps; "
            f"claims {t.claims_right}/{t.claims}, authors {t.authors_right}/{t.authors}"
        )


if __name__ == "__main__":
    names = [word for word in sys.argv[1:] if not word.startswith("-")]
    scored = score(names[0] if names else "open")
    print(*_lines(scored), sep="\n")  # noqa: T201
    if "--cases" in sys.argv:
        print(*scored["all"].wrong, sep="\n")  # noqa: T201
