"""A small world made by hand: rival figures about one raid, a struck hospital, a total, a siege, an appeal, a town
that two sides say they hold, two shares of another, a party's count of its enemy's dead."""

import datetime as dt

from vigie import values as v
from vigie.publishing import Values

DAY = dt.date(2016, 10, 11)
TEXTS = {
    "levant": (
        "Au moins 25 civils, dont quatre enfants, ont été tués mardi à Ourba dans des raids aériens russes, selon "
        "l'Observatoire. «C'est un massacre», a dit un médecin. L'hôpital al-Amal de Tell Sama a été bombardé.",
        "Agence du Levant",
    ),
    "atlas": (
        "Une source militaire russe a démenti. D'après les Casques blancs, 28 civils sont morts à Ourba. "
        "L'armée assiège toujours Daraya-Nord. Moscou a appelé à une trêve.",
        "La Dépêche de l'Atlas",
    ),
    "bilan": ("Mardi, 60 personnes ont péri dans les différents raids de la province.", None),
    "front": (
        "L'armée a repris Qasr-Bina, a annoncé l'agence officielle. Un chef rebelle a affirmé tenir Qasr-Bina. Les "
        "rebelles contrôlent 70 % de Daraya-Nord, selon l'Observatoire, et 75 %, selon un chef rebelle. L'armée dit "
        "avoir abattu 30 rebelles à Ourba.",
        "Agence du Levant",
    ),
}


def place(name, lat, lon, km=8.0, level="town", admin1="Alep"):
    return v.Place(name=name, id=f"geo:{name}", lat=lat, lon=lon, km=km, level=level, country="SYR", admin1=admin1)


OURBA = place("Ourba", 36.21, 37.11)
HOSPITAL = place("hôpital al-Amal", 35.1234, 36.7654, 4.0, "site")
QASR = place("Qasr-Bina", 34.55, 38.27, admin1="Homs")
DARAYA = place("Daraya-Nord", 33.45, 36.23)
PROVINCE = place("province d'Alep", 36.2, 37.2, 70.0, "province", None)


def document(key):
    text, outlet = TEXTS[key]
    return v.Document(
        document=f"{key}.txt", id=v.document_id(key, text), text=text, outlet=outlet, title=f"Titre {key}",
        url=f"https://example.org/{key}", published=v.Interval.day(DAY), published_basis="metadata",
        sha256=v.sha256(text.encode()), text_sha256=v.sha256(text.encode()), origin=f"origine-{key}",
    )  # fmt: skip


def said(kind, key, quote, /, **fields):
    """A claim of `kind` about the words `quote` of a text."""
    doc = document(key)
    start = doc.text.index(quote)
    shared = {
        "id": v.claim_id(doc.id, kind.__name__, (quote,)), "document": doc.id, "quote": quote, "start": start,
        "end": start + len(quote), "when": v.Interval.day(DAY), "when_basis": "relative", "stated_on": DAY,
        "rule": "harm.passive.3", "pack": "fr 1.0",
    }  # fmt: skip
    return kind(**{**shared, **fields})


def claims():
    return {
        "dead25": said(v.Harm, "levant", "Au moins 25 civils", outcome="killed", victims="civilians", count=25, low=25,
                       qualifier="at_least", said_by=["SOHR"], by=["RUS"], by_said_by=["SOHR"], place=OURBA,
                       by_certainty="hedged", words="Au moins 25", weapon=["air_dropped"]),
        "children": said(v.Harm, "levant", "quatre enfants", outcome="killed", victims="children", count=4, low=4,
                         high=4, said_by=["SOHR"], place=OURBA),
        "raid": said(v.Event, "levant", "raids aériens russes", type="Air/drone strike", by=["RUS"], place=OURBA,
                     said_by=["SOHR"], target="civilians", count=4, unit="strikes", qualifier="about"),
        "dead28": said(v.Harm, "atlas", "28 civils sont morts", outcome="killed", victims="civilians", count=28, low=28,
                       high=28, said_by=["WHITE-HELMETS"], place=OURBA, certainty="hedged"),
        "hospital": said(v.Event, "levant", "L'hôpital al-Amal de Tell Sama a été bombardé", type="Air/drone strike",
                         struck="hospital", place=HOSPITAL),
        "siege": said(v.Control, "atlas", "L'armée assiège toujours Daraya-Nord", change="besieges", actor="SYR",
                      loser="SYR-REB", share=70.0, extent="part", place=DARAYA),
        "truce": said(v.Diplomacy, "atlas", "Moscou a appelé à une trêve", act="REQUEST", actor="RUS", target="USA"),
        "sixty": said(v.Harm, "bilan", "60 personnes ont péri", outcome="killed", victims="people", count=60, low=60,
                      high=60, scope="several", place=PROVINCE),
        "took": said(v.Control, "front", "L'armée a repris Qasr-Bina", change="captured", actor="SYR", loser="SYR-REB",
                     place=QASR, said_by=["SANA"], when=v.Interval.day(dt.date(2016, 3, 6))),
        "kept": said(v.Control, "front", "tenir Qasr-Bina", change="holds", actor="SYR-REB", place=QASR,
                     said_by=["SYR-REB"], when=v.Interval.day(dt.date(2016, 4, 2))),
        "seventy": said(v.Control, "front", "contrôlent 70 % de Daraya-Nord", change="holds", actor="SYR-REB",
                        share=70.0, place=DARAYA, said_by=["SOHR"]),
        "three": said(v.Control, "front", "75 %", change="holds", actor="SYR-REB", share=75.0, place=DARAYA,
                      said_by=["SYR-REB"]),
        "boast": said(v.Harm, "front", "30 rebelles", outcome="killed", victims="armed", side="SYR-REB", count=30,
                      low=30, high=30, said_by=["SYR"], place=OURBA),
    }  # fmt: skip


def figure(claim, **fields):
    return v.Figure(
        claim=claim.id, document=claim.document, outcome=claim.outcome, victims=claim.victims, said_by=claim.said_by,
        stated_on="2016-10-11", count=claim.count, low=claim.low, high=claim.high, words=claim.words, by=claim.by,
        certainty=claim.certainty, **fields,
    )  # fmt: skip


def spread(low, high, victims, ids, is_open=False):
    text = f"{low}–{high}: the lowest and the highest"
    return v.Range(
        outcome="killed", victims=victims, low=low, high=high, open=is_open, rule="claimants", explanation=text,
        explanation_fr=f"{low}–{high} : du plus bas au plus haut", claims=ids,
    )  # fmt: skip


def incidents():
    c = claims()
    raid = [c[name] for name in ("dead25", "children", "raid", "dead28")]
    ids = [claim.id for claim in raid]
    when = v.Interval.day(DAY)
    origins = [
        v.Origin(
            id="o1", claimants=["SOHR"], claims=ids[:3], outlets=["Agence du Levant"], stake="third", opposes=["o2"]
        ),
        v.Origin(
            id="o2", claimants=["WHITE-HELMETS"], claims=ids[3:], outlets=["La Dépêche de l'Atlas"], opposes=["o1"]
        ),
    ]
    rival = v.Contradiction(claims=(ids[0], ids[3]), about="figure", values=("25", "28"), between="claimants")
    return [
        v.Incident(incident="raid", kind="event", claims=ids, when=when, place=OURBA, type="Air/drone strike",
                   actors=["RUS"], targets=["civilians"], figures=[figure(c["dead25"]), figure(c["dead28"])],
                   ranges=[spread(25, 28, "people", ids, True), spread(4, 4, "children", ids[1:2])],
                   contradictions=[rival], outlets=["Agence du Levant", "La Dépêche de l'Atlas"], origins=origins,
                   facts=v.Facts(origins=2, outlets=2, denied=True)),
        v.Incident(incident="hospital", kind="event", claims=[c["hospital"].id], when=when, place=HOSPITAL,
                   type="Air/drone strike"),
        v.Incident(incident="siege", kind="state", claims=[c["siege"].id], actors=["SYR"],
                   when=when, place=c["siege"].place),
        v.Incident(incident="total", kind="summary", claims=[c["sixty"].id], when=when, place=PROVINCE,
                   figures=[figure(c["sixty"])], ranges=[spread(60, 60, "people", [c["sixty"].id])], contains=["raid"]),
        v.Incident(incident="truce", kind="event", claims=[c["truce"].id], type="REQUEST", actors=["RUS"]),
        v.Incident(incident="qasr", kind="event", claims=[c["took"].id, c["kept"].id], type="captured", place=QASR,
                   when=c["took"].when, actors=["SYR", "SYR-REB"]),
        v.Incident(incident="shares", kind="state", claims=[c["seventy"].id, c["three"].id], type="holds",
                   place=DARAYA, when=when, actors=["SYR-REB"]),
        v.Incident(incident="boast", kind="event", claims=[c["boast"].id], when=when, place=OURBA, type="Armed clash",
                   figures=[figure(c["boast"], side="SYR-REB", marks=["enemy_loss_claim"])]),
    ]  # fmt: skip


def problems():
    return [v.Problem(file="rapport.pdf", place="page 3", reason="le fichier est tronqué")]


def world():
    return Values([document(key) for key in TEXTS], claims().values(), incidents(), problems())
