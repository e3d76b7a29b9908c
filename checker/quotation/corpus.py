"""Documents in their order, each with what is said in it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.model import Attribution, Document, Parse, TimeExpression
from checker.quotation.moments import Clock, Moment
from checker.quotation.pieces import Utterance, utterances
from checker.quotation.retelling import Retelling, Retellings


class Corpus:
    """Finds by number what belongs to a document; numbers follow the order of the documents' ids."""

    def __init__(
        self,
        documents: Iterable[Document],
        attributions: Iterable[Attribution],
        parses: Iterable[Parse],
        times: Iterable[TimeExpression],
    ) -> None:
        self.documents = tuple(sorted(documents, key=lambda d: d.doc))
        self._parses = {p.doc: p for p in parses}
        self._said: dict[str, list[Attribution]] = {}
        for attribution in attributions:
            self._said.setdefault(attribution.doc, []).append(attribution)
        self._times: dict[str, list[TimeExpression]] = {}
        for time in times:
            self._times.setdefault(time.span.doc, []).append(time)

    def parse(self, number: int) -> Parse | None:
        """The parse of a document; None where there is none."""
        return self._parses.get(self.documents[number].doc)

    def said(self, number: int, shortest: int) -> Iterator[tuple[Utterance, Moment]]:
        """The utterances of a document, in order of place, each with its moment."""
        document = self.documents[number]
        said = self._said.get(document.doc, ())
        by_id = {a.id: a for a in said}
        clock = Clock(document, self.parse(number), self._times.get(document.doc, ()))
        for utterance in utterances(number, document, said, shortest):
            yield utterance, clock.moment(utterance.span, by_id.get(utterance.attribution or ""))

    def retold(self, number: int, retellings: Retellings) -> Iterator[Retelling]:
        """The passages of a document that have words of others without quotation marks."""
        document, parse = self.documents[number], self.parse(number)
        if parse is not None:
            yield from retellings.of(number, document, parse, self._said.get(document.doc, ()))
