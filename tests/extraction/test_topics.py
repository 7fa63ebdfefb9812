"""Stories of crime, films, old wars, disasters, ballots and trade tell no claims; news told beside them does."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from vigie.extraction import extract
from vigie.values import Claim, Diplomacy, Document, Event, Harm, Interval

STORIES = [json.loads(line) for line in (Path(__file__).parent / "peace_stories.jsonl").read_text().splitlines()]
LOUD = "a fighter falls"  # soldiers from end to end: silent only at the price of silencing stories of war with a fire


def claims(text: str, date: str = "2019-05-14") -> list[Claim]:
    day = dt.date.fromisoformat(date)
    return extract(
        Document(
            document="x",
            id="x",
            text=text,
            sha256="",
            text_sha256="",
            origin="t",
            language="fr",
            published=Interval(start=day, end=day),
        )
    )


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(story, id=story["name"], marks=[pytest.mark.xfail(strict=True)] if story["name"] == LOUD else [])
        for story in STORIES
    ],
)
def test_a_story_of_peace_is_silent(story: dict[str, str]) -> None:
    assert claims(story["text"], story["date"]) == []


def test_a_title_apart_from_the_text_tells_its_topic() -> None:
    text = "Des démineurs ont mis au jour mercredi les restes de trois soldats, tués en juin 1916 par un obus. Deux grenades gisaient à côté. Trois "
    text += "hommes ont été arrêtés. Le village, pris seize fois, avait été rasé. Un caporal de 24 ans est identifié."
    title = "Varn: les restes de trois poilus exhumés près du mémorial"
    document = Document(
        document="x", id="x", text=text, title=title, sha256="", text_sha256="", origin="t", language="fr"
    )
    assert extract(document) == []


NEWS = {
    "a robbery by jihadists": "Des jihadistes braquent une banque à Djibo\n\nDes jihadistes ont braqué mardi une banque de Djibo et une bijouterie, "
    "tuant deux vigiles.",
    "unrest about a film": "Trois morts dans une manifestation contre un film au Caire\n\nDes manifestants ont protesté mardi contre le film d'un "
    "réalisateur américain. La police a tué trois manifestants. Les acteurs du film ont reçu des menaces.",
    "a raid beside a memory": "Cérémonie à Varsovie\n\nLa commémoration de l'insurrection de 1944 contre les nazis, en présence de vétérans, a "
    "été interrompue: mardi, un drone a tué deux soldats à la frontière.",
    "soldiers in an accident, others before": "Mali: un soldat français tué dans un accident\n\nUn soldat français est mort dans un accident de la "
    "route mardi. L'armée française combat les jihadistes au Mali. Lundi, six soldats de l'armée ont été tués par des jihadistes à Ménaka, dans "
    "une attaque contre une base militaire.",
}


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS.keys())
def test_news_beside_such_words_is_told(text: str) -> None:
    assert any(isinstance(claim, Harm) and claim.outcome == "killed" for claim in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Un pneu a éclaté mardi à Gao. «J'ai cru à une bombe», raconte un soldat de l'armée malienne.",
        "Mardi à Gao, on aurait dit une attaque. Le bruit venait d'un pneu. L'armée malienne est à Gao.",
        "Mardi à Gao, un chien a attaqué deux soldats de l'armée malienne, puis trois éléphants ont été massacrés.",
        "Le général a attaqué mardi l'armée malienne en justice. Le ministre a été bombardé de questions par des soldats maliens.",
        "Mardi à Gao, la tempête a frappé le camp des soldats maliens, tuant deux d'entre eux.",
    ],
)
def test_what_only_seems_an_act_is_none(text: str) -> None:
    told = [claim for claim in claims(text) if isinstance(claim, Event)]
    assert not [event for event in told if event.weapon == ["ied"] or event.type == "Attack"]


WAR_BESIDE = [
    # «montant», «contrat» and «livraison» in a war; a pilot of an air raid; the sick of a siege; a trial of war crimes
    "Cinq morts dans un raid à Idleb\n\nL'aviation russe a tué mardi cinq civils à Idleb. Un contrat de livraison de missiles d'un montant de 3 "
    "milliards d'euros a été signé lundi.",
    "Pakistan: deux policiers tués\n\nDeux policiers qui escortaient une équipe de vaccination ont été tués mardi par des hommes armés à "
    "Peshawar. Le vaccin contre la polio est suspect aux yeux des talibans.",
    "Procès du massacre de Kisanga\n\nLe procès de onze miliciens accusés du massacre de Kisanga s'est ouvert mardi. En 2009, 43 habitants de "
    "Kisanga avaient été tués par des miliciens. Le procureur et les avocats ont été entendus par le tribunal.",
    "Braconnage: trois gardes tués dans les Virunga\n\nDes miliciens ont tué mardi trois gardes du parc des Virunga, où vivent éléphants et lions "
    "menacés par les braconniers.",
    "Neuf soldats tués en marge d'un exercice\n\nDes jihadistes ont tué mardi neuf soldats maliens de retour d'un exercice à Gao. Les manœuvres, "
    "au scénario fictif, réunissaient 400 participants.",
]


@pytest.mark.parametrize("text", WAR_BESIDE)
def test_war_is_told_beside_words_of_trade_health_courts_beasts_and_drill(text: str) -> None:
    assert any(isinstance(claim, Harm) and claim.outcome == "killed" for claim in claims(text))


BESIDE = [json.loads(line) for line in (Path(__file__).parent / "war_beside.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("story", BESIDE, ids=[story["text"][:40] for story in BESIDE])
def test_what_befalls_matches_trials_polls_or_is_told_plainly_in_a_brief_is_told(story: dict[str, Any]) -> None:
    found = claims(story["text"], story["date"])
    killed = {c.count for c in found if isinstance(c, Harm) and c.outcome == "killed"}
    assert set(story.get("killed", ())) <= killed
    assert set(story.get("events", ())) <= {c.type for c in found if isinstance(c, Event)}
    assert set(story.get("harm", ())) <= {c.outcome for c in found if isinstance(c, Harm)}
    assert set(story.get("diplomacy", ())) <= {c.act for c in found if isinstance(c, Diplomacy)}


def test_an_accident_raises_the_toll_of_a_war() -> None:
    text = (
        "Deux soldats belges sont morts mardi dans un accident de la route à Gao, au Mali. Leur véhicule a quitté la "
        "piste et s'est renversé. Cet accident porte à 9 le nombre de soldats belges tués au Mali depuis 2013."
    )
    assert [claim.count for claim in claims(text) if isinstance(claim, Harm)] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "Le caporal Luc Darcy est mort au combat lundi au Mali.",
        "L'opposant Luc Darcy est mort en détention lundi à Minsk.",
        "Le colonel Luc Darcy est mort lundi dans une embuscade au Mali.",
        "Le maire de Djibo est décédé lundi des suites de ses blessures après l'attaque de sa maison.",
        "Un troisième policier turc est mort lundi à Alep, en Syrie.",
    ],
)
def test_who_dies_in_a_war_or_a_prison_did_not_die_of_age(text: str) -> None:
    assert [c.count for c in claims(text) if isinstance(c, Harm)] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Trois agronomes ont été enlevés lundi à Maiduguri.",
        "Un géologue roumain a été enlevé mardi au Burkina Faso.",
        "Vingt femmes ont été tuées lundi à Chibok et douze autres ont été enlevées.",
    ],
)
def test_people_of_any_trade_are_abducted(text: str) -> None:
    assert any(isinstance(c, Harm) and c.outcome == "abducted" for c in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "L'armée syrienne larguait mardi des barils d'explosifs sur Alep.",
        "L'aviation a largué mardi deux bombes sur le village d'Orès, en Syrie.",
        "L'armée de l'air a largué mardi un baril d'explosifs sur un immeuble d'Alep.",
    ],
)
def test_bombs_are_no_help(text: str) -> None:
    assert not [c for c in claims(text) if isinstance(c, Diplomacy)]


@pytest.mark.parametrize(
    "text",
    [
        "Washington a largué mardi des armes aux combattants kurdes de Kobané.",
        "L'armée israélienne a largué mardi des tracts sur Gaza.",
    ],
)
def test_help_and_leaflets_are_no_strike(text: str) -> None:
    assert not [c for c in claims(text) if isinstance(c, Event)]


@pytest.mark.parametrize(
    "text",
    [
        "Les supporteurs ont pris d'assaut les guichets du stade lundi à Lagos.",
        "Des visiteurs ont pris d'assaut les stands du salon lundi à Lagos.",
    ],
)
def test_a_rush_of_guests_is_no_assault(text: str) -> None:
    assert not claims(text)


def test_supporters_who_storm_a_police_station_do_assault_it() -> None:
    text = "Les supporteurs ont pris d'assaut le commissariat lundi à Lagos."
    assert any(isinstance(claim, Event) for claim in claims(text))


@pytest.mark.parametrize(
    "since",
    [
        "depuis le début des violences en 2015",
        "enregistrée depuis le début des violences en 2015",
        "recensée depuis la reprise des combats",
    ],
)
def test_an_attack_without_like_is_told_whatever_it_is_measured_by(since: str) -> None:
    text = f"Cent civils ont été tués vendredi à Solhan, au Burkina Faso, dans l'attaque la plus meurtrière {since}."
    assert [claim.type for claim in claims(text) if isinstance(claim, Event)] == ["Attack"]
