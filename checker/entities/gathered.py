"""Which of the names of one text are one person, body or place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.entities.cluster import Cluster
from checker.entities.kinds import form_of
from checker.entities.local import gather
from checker.entities.mention import Mentions, Voted
from checker.model import Alias, Catalogue, Parse

NAME = "gathered"
VERSION = "2"
REQUIRES = ("parses", "mentions", "votes", "catalogue")


def run(
    parse: Parse, texts: Sequence[Mentions], votes: Sequence[Voted], catalogue: Catalogue
) -> tuple[Cluster, ...]:
    """What one text has of each person, body and place; `votes` are those of all texts about its forms."""
    mentions = [mention for text in texts for mention in text.found]
    everywhere = {form: Counter((kind,)) for voted in votes for form, kind in voted.kinds.items()}
    return tuple(gather(parse, mentions, everywhere, _aliases(catalogue)).clusters)


def _aliases(catalogue: Catalogue) -> dict[str, Alias]:
    return {form_of(s): alias for alias in catalogue.aliases for s in (alias.name, *alias.spellings)}
