"""Verbs by which documents and persons state something."""

from __future__ import annotations

import re

from checker.citation.dates import WEEKDAY

SAYING = (
    r"(?:said|says?|had this to say|wrote|writes|written|argue[sd]?|conclude[sd]?|warn(?:s|ed)|f(?:ind|inds|ound)|"
    r"estimate[sd]?|report(?:s|ed)?|"
    r"state[sd]?|note[sd]?|claim(?:s|ed)|show(?:s|ed|n)?|describe[sd]?|call(?:s|ed)|predict(?:s|ed)|"
    r"admit(?:s|ted)|suggest(?:s|ed)|"
    r"recall(?:s|ed)|explain(?:s|ed)|insist(?:s|ed)|recommend(?:s|ed)|promise[sd]?|declare[sd]?|"
    r"announce[sd]?|confirm(?:s|ed)|"
    r"denie[sd]|accuse[sd]?|ruled|held|holds|urge[sd]?|ask(?:s|ed)|complain(?:s|ed)|put|puts|calculate[sd]?|"
    r"acknowledge[sd]?|count(?:s|ed)|list(?:s|ed)|"
    r"documents|documented|rank(?:s|ed)|blame[sd]?|advise[sd]?|propose[sd]?|demand(?:s|ed)|reject(?:s|ed)|"
    r"oppose[sd]?|"
    r"condemn(?:s|ed)|criticise[sd]?|praise[sd]?|apologise[sd]?|identif(?:ies|ied)|defend(?:s|ed))"
)
"""What a person does in a document."""
STATES = re.compile(
    r"(?: (?:also |clearly |explicitly |now |already |only )?(?:stipulates?|earmarks?|allocates?|exempts?|devotes|"
    r"advises|had this to say|has this to say|"
    r"states?|stated|says?|said|"
    r"provides?|provided|requires?|"
    r"required|demands?|demanded|prohibits?|forbids?|bans?|guarantees?|obliges?|defines?|concludes?|"
    r"concluded|"
    r"notes?|noted|"
    r"finds?|found|warns?|warned|specif(?:y|ies)|specified|recommends?|recommended|calls? for|called for|"
    r"shows?|showed|speaks? of|calls|describes?|described|recogni[sz]es?|recogni[sz]ed|guaranteed|"
    r"obliged|lists|allows?|"
    r"permits?|punishes|protects?|entitles?|makes it|argues?|argued|estimates?|estimated|suggests?|"
    r"suggested|reveals?|"
    r"revealed|predicts?|predicted|puts?|gives|gave|names|banned|forbade|prohibited|sets?|regulates|"
    r"grants?|commits?|committed|promise[sd]?|pledge[sd]?|declare[sd]?|propose[sd]?|count(?:s|ed)|list(?:s|ed)|"
    r"blame[sd]|identif(?:y|ies|ied)|rank(?:s|ed)|urge[sd]?|acknowledge[sd]?|accuse[sd]?|indicate[sd]?|"
    r"document(?:s|ed)|lays? down|laid down|records?|recorded|projects|projected|links|linked|empowers?|admits?|"
    r"admitted|traces|traced|ties|tied)\b(?! by\b))"
)
"""What a document does."""
HELD = re.compile(
    r",? (?:held|holds|ruled|rejects?|rejected|ordered|quashed|upheld|abolished|compared|contains?|covers?|"
    r"reads?|reports?|"
    r"reported|claims?|claimed|confirms?|confirmed|contradicts?|attributes|attributed|cites|details|"
    r"detailed|outlines|outlined|mentions?|asks?|asked|"
    r"insists?|expects?|leaves?|places?|imposes?|limits|tells?|told|does not|do not|did not|says nothing|"
    r"makes?|offers?|points?|maps|mapped|tracks|tracked|"
    r"examined|looked|followed|measured|assigns|covers|excludes|includes|obliged|introduced|created|granted|"
    r"had (?:warned|found|shown|put|called|estimated|predicted))\b"
    rf"(?! (?:on|in|by|at|last|this|from|for|to|as|under|during|before|after|until|{WEEKDAY})\b)"
)
"""What else a document that is known by its name does."""
