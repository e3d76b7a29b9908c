"""From an answer of the network to a verdict. Nothing is `gone` that could be there."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from checker.model import CitationVerdict
from checker.online.page import Page, is_html, read
from checker.online.phrases import is_path, said, titled
from checker.online.records import Answer
from checker.web import Failure, Hop, Reply

THIN = 120
"""Words in running paragraphs below which a page may be a notice rather than an article."""
_COMPARED = 3000
"""Words from the start of a page that are compared."""
_CLOSED = {401: "asks for a login", 402: "asks for payment", 403: "refuses programs", 407: "asks for a login",
           451: "is closed for legal reasons", 999: "refuses programs"}  # fmt: skip
_GONE = {404, 410}
_FOR_GOOD = {301, 308}
_LOST = {"dns", "connect", "unreachable"}


def failed(failure: Failure) -> Answer:
    """The verdict where no answer came."""
    verdict: CitationVerdict = "rate_limited" if failure.kind == "limited" else "unchecked"
    asked = failure.kind not in ("scheme", "address")
    reason = f"{'It could not be opened' if asked else 'It was not opened'}: {failure.why}."
    return Answer(verdict, reason, failure.url, chain=chain(failure.hops), fact=False,
                  lost=failure.kind in _LOST)  # fmt: skip


def judged(cited: str, reply: Reply) -> tuple[Answer, Page | None]:
    """The verdict on an answer to GET, and the page in it."""
    page = read(reply) if is_html(reply) and reply.body else None
    answer = (
        _walled(cited, reply, page)
        or _limited(reply)
        or _missing(reply, page)
        or _broken(reply)
        or _soft(cited, reply, page)
        or present(reply)
    )
    chained = replace(
        answer, url=reply.url, status=reply.status, chain=chain(reply.hops), public=reply.public
    )
    return chained, page


def settled(cited: str, head: Reply | Failure) -> Answer | None:
    """The verdict where an answer to HEAD is enough: files that are no pages, and hosts that cannot be asked."""
    if isinstance(head, Failure):
        final = head.kind in ("dns", "address", "scheme", "limited", "unreachable")
        return failed(head) if final else None
    if head.asks_to_wait or (200 <= head.status < 300 and head.media_type and not is_html(head)):
        return judged(cited, replace(head, body=b""))[0]
    return None


def present(reply: Reply) -> Answer:
    """The verdict on a page that is there: `moved` where it has a new address for good."""
    for_good = any(hop.status in _FOR_GOOD for hop in reply.hops)
    if for_good:
        return Answer("moved", f"It has moved for good, to {reply.url}.", reply.url)
    sent = f", after being sent on to {reply.url}" if reply.hops else ""
    return Answer("ok", f"It answered ({reply.status}){sent}.", reply.url)


def chain(hops: tuple[Hop, ...]) -> tuple[str, ...]:
    """Redirects as they are shown: `301 https://…`."""
    return tuple(f"{hop.status} {hop.url}" for hop in hops)


def is_thin(page: Page) -> bool:
    """Whether a page has next to no running text."""
    return page.prose < THIN


def _walled(cited: str, reply: Reply, page: Page | None) -> Answer | None:
    if reply.status in _CLOSED:
        return Answer("blocked", f"The host {_CLOSED[reply.status]} ({reply.status}).", reply.url)
    if reply.headers.get("cf-mitigated") or reply.headers.get("x-amzn-waf-action") or _is_wall(reply, page):
        return Answer("blocked", f"The host shows programs a check for humans ({reply.status}).", reply.url)
    login = is_path("login", urlsplit(reply.url).path) and not is_path("login", urlsplit(cited).path)
    if login and reply.status < 400:
        return Answer("blocked", "It leads to a login page.", reply.url)
    return None


def _is_wall(reply: Reply, page: Page | None) -> bool:
    if page is None or not is_thin(page):
        return False
    if reply.status not in _GONE and said("wall", "markup", reply.body[:50_000].decode("latin-1")):
        return True
    short = len(page.text.split()) < 200
    return any(titled("wall", h) for h in page.headings) or (short and said("wall", "sentence", page.text))


def _limited(reply: Reply) -> Answer | None:
    if not reply.asks_to_wait:
        return None
    wait = reply.headers.get("retry-after", "").strip()[:40]
    asks = (
        f" and asks to wait ({wait} s)"
        if wait.isdigit()
        else f" and asks to wait until {wait}"
        if wait
        else ""
    )
    return Answer(
        "rate_limited", f"The host wants fewer requests ({reply.status}){asks}.", reply.url, fact=False
    )


def _missing(reply: Reply, page: Page | None) -> Answer | None:
    if reply.status not in _GONE:
        return None
    if page and not is_thin(page) and not any(titled("missing", h) for h in page.headings):
        reason = f"It answered {reply.status}, but with a whole article: only a reader can tell."
        return Answer("unchecked", reason, reply.url)
    meant = "was taken away" if reply.status == 410 else "was not found"
    where = f" It had sent on to {reply.url}." if reply.hops else ""
    return Answer("gone", f"The page {meant} ({reply.status}).{where}", reply.url)


def _broken(reply: Reply) -> Answer | None:
    if 200 <= reply.status < 300 or reply.status == 304:
        return None
    if 300 <= reply.status < 400:
        return Answer("unchecked", f"It sends on ({reply.status}), but to no address.", reply.url)
    whose = "The host has an error" if reply.status >= 500 else "The host did not take the request"
    return Answer("unchecked", f"{whose} ({reply.status}).", reply.url, fact=False)


def _soft(cited: str, reply: Reply, page: Page | None) -> Answer | None:
    """A page that says "200 OK" and means "not found"."""
    if reply.hops and is_deep(cited) and is_front(reply.url):
        return Answer("soft_404", f"It leads to a front page instead of a text: {reply.url}.", reply.url)
    if page is None or not is_thin(page):
        return None
    named = any(titled("missing", h) for h in page.headings)
    if named or (len(page.text.split()) < 120 and said("missing", "sentence", page.text)):
        return Answer(
            "soft_404", f"It answered {reply.status}, but the page says that there is none.", reply.url
        )
    return None


def is_front(url: str) -> bool:
    """Whether an address is that of a front page."""
    parts = urlsplit(url)
    return is_path("front", parts.path) and not parts.query


def is_deep(url: str) -> bool:
    """Whether an address is that of one text: no front page, and more than the name of a section."""
    parts = urlsplit(url)
    steps = [step for step in parts.path.split("/") if step]
    told = bool(steps) and (len(steps) >= 2 or steps[0].count("-") >= 2 or any(c.isdigit() for c in steps[0]))
    return not is_front(url) and (told or "." in (steps[-1] if steps else "") or bool(parts.query))


def is_doubtful(cited: str, reply: Reply, page: Page | None) -> bool:
    """Whether a page should be compared with one that cannot exist: a notice, or a front page in its place."""
    if page is None:
        return False
    return is_thin(page) or (is_deep(cited) and _calls_itself_front(reply, page))


def _calls_itself_front(reply: Reply, page: Page) -> bool:
    try:
        return bool(page.canonical) and is_front(urljoin(reply.url, page.canonical or ""))
    except ValueError:
        return False


def compared(answer: Answer, page: Page, other: frozenset[str] | None) -> Answer:
    """The verdict beside the `words` that an address shows which cannot exist; None: the host said that it does not."""
    if other is None or not _alike(words(page), other):
        return answer
    if said("missing", "hint", " ".join((*page.headings, page.text))) or not is_thin(page):
        reason = "It answered, but with the page that this host gives for any address."
        return replace(answer, verdict="soft_404", reason=reason)
    caution = (
        " This host answers any address so: whether it is the page that was cited, only a reader can tell."
    )
    return replace(answer, reason=answer.reason + caution)


def words(page: Page) -> frozenset[str]:
    """The words of a page, as far as pages are compared."""
    return frozenset(page.text.casefold().split()[:_COMPARED])


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two pages share nine of ten of their words."""
    return len(a & b) >= 0.9 * len(a | b)
