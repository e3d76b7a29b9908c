"""Titles written short, and which roles are kinds of another (a colonel is an officer)."""

from __future__ import annotations

_SHORT = {
    "adm": "admiral",
    "amb": "ambassador",
    "capt": "captain",
    "cllr": "councillor",
    "cmdr": "commander",
    "col": "colonel",
    "cpl": "corporal",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "insp": "inspector",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
    "supt": "superintendent",
}
_KINDS = {
    "tycoon": "magnate billionaire",
    "composer": "songwriter",
    "commander": "admiral colonel general",
    "climber": "alpinist mountaineer",
    "mountaineer": "alpinist climber",
    "trainer": "coach",
    "educator": "teacher headteacher headmaster headmistress",
    "aristocrat": "baron duke earl count countess viscount lord lady baroness duchess",
    "nobleman": "baron duke earl count viscount",
    "landowner": "earl duke lord",
    "chairman": "chair president",
    "seafarer": "captain cook sailor skipper",
    "minister": "parson pastor",
    "preacher": "minister parson pastor",
    "prosecutor": "attorney counsel",
    "activist": "campaigner",
    "campaigner": "activist",
    "executive": "boss chairman chief director",
    "trader": "broker dealer",
    "fraudster": "swindler conman forger",
    "hotelier": "innkeeper",
    "entrepreneur": "founder",
    "leader": "boss chair chairman chairwoman chief head president premier secretary-general",
    "diplomat": "ambassador attache consul envoy",
    "envoy": "ambassador diplomat emissary representative consul",
    "peer": "lord lady baron baroness viscount viscountess earl marquess duke",
    "actress": "actor",
    "academic": "anthropologist archaeologist biologist chemist economist geographer historian lecturer linguist"
    " philosopher physicist professor psychologist reader scholar scientist sociologist",
    "artist": "illustrator painter sculptor",
    "athlete": "boxer cyclist decathlete gymnast hurdler jumper marathoner rower runner skater skier sprinter"
    " swimmer thrower",
    "author": "biographer essayist novelist playwright poet writer",
    "barrister": "counsel",
    "boss": "coach manager",
    "businessman": "entrepreneur industrialist magnate tycoon",
    "captain": "skipper",
    "chair": "chairman chairwoman president",
    "clergyman": "archbishop bishop canon chaplain curate deacon dean minister parson pastor priest rector reverend"
    " vicar",
    "cleric": "abbot archbishop bishop canon cardinal deacon imam priest rabbi rector vicar",
    "doctor": "cardiologist gp oncologist paediatrician physician psychiatrist surgeon",
    "footballer": "defender fullback goalkeeper midfielder striker winger",
    "forward": "striker winger",
    "goalkeeper": "keeper",
    "hierarch": "archbishop bishop metropolitan patriarch",
    "journalist": "columnist correspondent editor reporter",
    "judge": "justice",
    "keeper": "goalkeeper",
    "lawmaker": "congressman congresswoman deputy representative senator",
    "lawyer": "attorney barrister counsel solicitor",
    "legislator": "congressman congresswoman deputy representative senator",
    "monarch": "emperor empress king queen sultan",
    "musician": "accordionist baritone bassist bassoonist cellist clarinettist composer conductor drummer fiddler"
    " flautist guitarist harpist hornist keyboardist oboist organist percussionist pianist rapper saxophonist singer"
    " songwriter soprano tenor trombonist trumpeter violinist violist",
    "novelist": "author writer",
    "charity": "foundation trust",
    "company": "airline brewer builder carrier firm maker manufacturer operator producer retailer supplier",
    "firm": "airline brewer builder carrier company maker manufacturer operator producer retailer supplier",
    "newspaper": "daily tabloid weekly",
    "paper": "daily newspaper tabloid weekly",
    "officer": "admiral captain colonel commander constable corporal detective general inspector lieutenant major"
    " policeman policewoman sergeant superintendent",
    "physician": "cardiologist doctor surgeon",
    "player": "batsman bowler defender forward fullback goalkeeper guard keeper lock midfielder pitcher prop"
    " quarterback scrum-half striker winger",
    "policeman": "constable inspector officer sergeant",
    "politician": "chancellor governor mayor minister premier president senator councillor deputy lawmaker mp",
    "prelate": "archbishop bishop cardinal",
    "priest": "canon father vicar rector",
    "racer": "cyclist driver",
    "royal": "duchess duke king prince princess queen",
    "rider": "cyclist jockey",
    "researcher": "astronomer biochemist biologist botanist chemist climatologist ecologist epidemiologist geneticist"
    " geologist glaciologist historian hydrologist oceanographer physicist psychologist scientist"
    " seismologist virologist volcanologist zoologist",
    "scientist": "astronomer biochemist biologist botanist chemist climatologist ecologist epidemiologist geneticist"
    " geologist glaciologist hydrologist neurologist oceanographer ornithologist physicist professor"
    " researcher seismologist virologist volcanologist zoologist",
    "singer": "alto baritone bass contralto mezzo rapper songwriter soprano tenor vocalist",
    "skipper": "captain",
    "soldier": "colonel corporal general lieutenant major sergeant",
    "writer": "author columnist essayist novelist playwright poet",
    "teacher": "headmaster headmistress headteacher lecturer schoolmaster schoolteacher",
    "actor": "comedian",
    "sailor": "boatswain bosun captain helmsman skipper yachtsman yachtswoman",
    "sportsman": "boxer cyclist footballer jockey runner swimmer",
    "nun": "abbess prioress sister",
    "monk": "abbot brother friar prior",
    "driver": "cabbie chauffeur motorist trucker",
    "scholar": "historian linguist philologist philosopher professor theologian",
    "farmer": "crofter grower rancher shepherd smallholder",
    "medic": "doctor nurse paramedic physician surgeon",
    "dancer": "ballerina choreographer",
    "official": "commissioner inspector registrar",
    "detective": "constable inspector sergeant superintendent",
}


def in_full(title: str) -> str:
    """A title in small letters as it is written in full (`col.` as `colonel`)."""
    word = title.removesuffix(".")
    return _SHORT.get(word, word)


def roles_within(role: str) -> tuple[str, ...]:
    """The roles that are kinds of this one, or other words for it; none for most."""
    return tuple(_KINDS.get(role, "").split())
