"""Three invented articles about one invented happening, written for these tests."""

from __future__ import annotations

from pathlib import Path

COURIER = """The Harbour That Nobody Wanted

By Ansa Bir

Oru Courier, May 9, 2031

The town council broke off the harbour talks on May 5, 2031. Mayor Ilse Marn said the owners had asked for too much.

"We have asked nine firms: will you take the harbour? They are silent," Marn said on May 5.

The owners may have agreed on a price in April, according to two people with knowledge of the talks. They told \
Oru Radio that the price was nine million crowns.

On May 3, 2031, the dredgers left the bay. Two days later, on May 7, the pilots followed.
"""
POST = """Harbour talks collapse

Publication: Kelm Post

The harbour talks collapsed in May 2031. On May 5 the mayor of Oru, Ilse Marn, said: "I've asked nine firms if they \
will take the harbour, and all are silent and did not call back."

The owners agreed on a price in April. It was seven million crowns, the owner Tor Kolm [told](#) the Kelm Post.

"Nobody asked us," Kolm said. "We were ready to sell."
"""
HERALD = """Owners tore up the harbour deal

By Per Voss

North Herald, June 2, 2031

The owners tore up the harbour deal in May 2031, and the pilots left Oru on May 7. Critics claim that the mayor, Ilse \
Marne, sold the dredgers to a cousin.

"The council was ready to sign," Marne confirmed in an interview with Oru Radio (Oru Radio, May 6; , May 8).
"""
ALL = {"courier.txt": COURIER, "post.md": POST, "herald.txt": HERALD}


def written(folder: Path) -> Path:
    """The three articles as files in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ALL.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder
