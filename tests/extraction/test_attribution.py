"""Who says it: French sentences written for the test, with the claimant that a coder would give."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vigie.extraction.actors import find_actors
from vigie.extraction.attribution import Attribution, attribute, said_by_at
from vigie.extraction.attribution_blame import responsibility
from vigie.extraction.attribution_forms import lint_speech
from vigie.extraction.sentences import sentences


def told(text: str, country: str | None = "SYR") -> list[Attribution]:
    spans = [(s.start, s.end) for s in sentences(text)]
    return attribute(text, spans, find_actors(text, country, None))


def said(text: str, words: str, country: str | None = "SYR") -> tuple[str, ...]:
    """The claimants that hold for some words of a text."""
    start = text.index(words)
    found = said_by_at(told(text, country), start, start + len(words))
    return found.said_by if found else ()


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Selon l'OSDH, neuf civils ont péri à Binnich.", "SOHR"),
        ("neuf civils ont péri à Binnich, d'après l'Observatoire syrien des droits de l'Homme.", "SOHR"),
        ("Toujours selon Moscou, neuf civils ont péri.", "RUS"),
        ("Pour l'OSDH, il s'agit du pire raid du mois: neuf civils ont péri.", "SOHR"),
        ("neuf civils ont péri, selon l'OSDH, cité par l'AFP.", "SOHR"),
        ("neuf civils ont péri, a-t-on appris de source médicale.", "MEDICAL"),
        ("De source hospitalière, neuf civils ont péri.", "MEDICAL"),
        ("neuf civils ont péri, indique-t-on de source policière.", "SYR"),
        ("neuf civils ont péri, selon une source sécuritaire irakienne.", "IRQ"),
        ("neuf civils ont péri, selon des sources concordantes.", "ANONYMOUS"),
        ("neuf civils ont péri, selon plusieurs habitants.", "WITNESS"),
        ("neuf civils ont péri, raconte un habitant joint par téléphone.", "WITNESS"),
        ("neuf civils ont péri, a indiqué à l'AFP un médecin de l'hôpital.", "MEDICAL"),
        ("neuf civils ont péri, a déclaré à la presse le maire de la commune.", "LOCAL"),
        ("neuf civils ont péri, a affirmé mardi dans un communiqué l'état-major français.", "FRA"),
        ("neuf civils ont péri, a annoncé, sous couvert d'anonymat, un responsable local.", "LOCAL"),
        ("neuf civils ont péri, précise l'ONU.", "UN"),
        ("L'ONU a annoncé que neuf civils ont péri.", "UN"),
        ("La Croix-Rouge fait état de neuf civils ont péri.", "RED-CROSS"),
        ("Les rebelles affirment que neuf civils ont péri.", "SYR-REB"),
        ("Le porte-parole de la police, Ali Hamdan, a confirmé que neuf civils ont péri.", "SYR"),
        ("L'OSDH, qui s'appuie sur un réseau de sources dans le pays, a recensé: neuf civils ont péri.", "SOHR"),
        ("Les Casques blancs, secouristes en zone rebelle, ont dit que neuf civils ont péri.", "WHITE-HELMETS"),
        ("Médecins sans frontières (MSF) a indiqué que neuf civils ont péri.", "NGO"),
        ("Le Guardian rapporte que neuf civils ont péri.", "MEDIA"),
        ("L'agence officielle Sana a rapporté que neuf civils ont péri.", "SANA"),
        ("Les médias d'Etat ont annoncé que neuf civils ont péri.", "SYR-MEDIA"),
        ("Un correspondant de l'AFP a vu que neuf civils ont péri.", "AFP"),
        ("neuf civils ont péri, a constaté une journaliste de l'AFP.", "AFP"),
        ("« neuf civils ont péri », a déploré Rami Abdel Rahmane, directeur de l'OSDH.", "SOHR"),
        ("Le Pentagone reconnaît que neuf civils ont péri.", "USA"),
        ("«neuf civils ont péri», a lâché un médecin joint par téléphone.", "MEDICAL"),
        ("« neuf civils ont péri », s'est indigné le maire.", "LOCAL"),
        ("neuf civils ont péri, précisera plus tard un médecin de l'hôpital.", "MEDICAL"),
        ("neuf civils ont péri, accusent les rebelles.", "SYR-REB"),
        ("Les rebelles, maîtres de la ville depuis l'hiver, assurent que neuf civils ont péri.", "SYR-REB"),
        ("Un élu de la région, pour qui neuf civils ont péri, réclame une enquête.", "LOCAL"),
        ("L'ONU, selon laquelle neuf civils ont péri, réclame une enquête.", "UN"),
        ("L'OSDH, lui, compte 9 morts: neuf civils ont péri.", "SOHR"),
        ("L'OSDH a compté vingt morts: neuf civils ont péri.", "SOHR"),
        ("La police a livré ses comptes: neuf civils ont péri.", "SYR"),
        ("L'armée syrienne a fini par admettre mardi que neuf civils ont péri.", "SYR"),
        ("L'ONU vient d'annoncer que neuf civils ont péri.", "UN"),
        ("neuf civils ont péri, d'après les partenaires humanitaires.", "NGO"),
        ("Bilan de source hospitalière: neuf civils ont péri.", "MEDICAL"),
        ("Le décompte établi par l'OSDH est clair: neuf civils ont péri.", "SOHR"),
        ("L'hôpital a arrêté son décompte mardi: neuf civils ont péri.", "MEDICAL"),
        ("Communiqué de l'état-major français – neuf civils ont péri.", "FRA"),
        ("Le raid a frappé la ville. Le bilan de l'attaque est lourd: neuf civils ont péri.", None),
        ("Les rebelles ont lancé une offensive, neuf civils ont péri.", None),
        ("Le communiqué est clair. Neuf maisons ont brûlé et neuf civils ont péri.", None),
        ("neuf civils ont péri lors d'une visite du ministre de la Défense.", None),
        ("neuf civils ont péri, a-t-on dit à l'AFP.", None),
        ("neuf civils ont péri, selon nos informations.", None),
    ],
)
def test_the_claimant_of_one_sentence(text: str, claimant: str | None) -> None:
    assert said(text, "neuf civils ont péri") == ((claimant,) if claimant else ())


@pytest.mark.parametrize(
    ("text", "words", "claimants"),
    [
        ("Six morts, ont indiqué la police et des témoins.", "Six morts", ("SYR", "WITNESS")),
        ("Six morts, selon les médias officiels et l'OSDH.", "Six morts", ("SYR-MEDIA", "SOHR")),
        ("Six morts, selon des sources médicales et sécuritaires.", "Six morts", ("MEDICAL", "SYR")),
        ("Quarante morts selon l'OSDH, trente selon l'agence Sana.", "Quarante morts", ("SOHR",)),
        ("Quarante morts selon l'OSDH, trente selon l'agence Sana.", "trente", ("SANA",)),
        ("L'armée annonce dix morts mais des habitants affirment que ce sont des civils.", "dix morts", ("SYR",)),
        ("L'armée annonce dix morts mais des habitants affirment que ce sont des civils.", "civils", ("WITNESS",)),
        ("Six morts, a rapporté l'AFP, citant un médecin.", "Six morts", ("MEDICAL",)),
        ("Six civils sont morts, a dit l'OSDH, précisant que deux sont des enfants.", "deux sont", ("SOHR",)),
    ],
)
def test_several_claimants(text: str, words: str, claimants: tuple[str, ...]) -> None:
    assert said(text, words) == claimants


FIRST = "L'OSDH a annoncé mardi la mort de dix civils. "


@pytest.mark.parametrize(
    ("following", "words", "claimant"),
    [
        ("Selon lui, deux enfants sont blessés.", "deux enfants", "SOHR"),
        ("« Deux enfants sont blessés », a-t-il ajouté.", "Deux enfants", "SOHR"),
        ("Deux enfants sont blessés, ajoute-t-il.", "Deux enfants", "SOHR"),
        ("Deux enfants sont blessés, a précisé l'ONG.", "Deux enfants", "SOHR"),
        ("De même source, deux enfants sont blessés.", "deux enfants", "SOHR"),
        ("Selon cette source, deux enfants sont blessés.", "deux enfants", "SOHR"),
        ("Le communiqué ajoute que deux enfants sont blessés.", "deux enfants", "SOHR"),
        ("« Deux enfants sont blessés. »", "Deux enfants", "SOHR"),
        ("Deux enfants ont également été blessés dans ce village voisin situé plus à l'est.", "Deux enfants", "SOHR"),
        ("Deux enfants ont été blessés.", "Deux enfants", "SOHR"),
        ("Deux enfants auraient péri dans un autre village, plus loin vers la frontière turque.", "Deux", None),
        ("Depuis 2011, la guerre a fait plus de 300.000 morts.", "300.000 morts", None),
        ("La ville est tenue depuis des mois par des factions venues de la province voisine.", "La ville", None),
        ("Lundi, deux enfants ont été tués.", "deux enfants", None),
    ],
)
def test_a_claimant_carries_over_only_where_words_say_so(following: str, words: str, claimant: str | None) -> None:
    assert said(FIRST + following, words) == ((claimant,) if claimant else ())


def test_a_family_name_stands_for_the_office() -> None:
    text = "Le porte-parole du parquet, Sami Khalil, a parlé. Six suspects ont été arrêtés, a précisé M. Khalil."
    assert said(text, "Six suspects", "TUN") == ("TUN",)


@pytest.mark.parametrize(
    ("text", "certainty", "denied"),
    [
        ("Le ministère prétend que dix rebelles se sont rendus.", "hedged", False),
        ("Moscou dément avoir frappé un hôpital.", "stated", True),
        ("Damas rejette ces accusations.", "stated", True),
        ("L'armée a annoncé la mort de dix rebelles.", "stated", False),
    ],
)
def test_distance_and_denial(text: str, certainty: str, denied: bool) -> None:
    (found,) = told(text)
    assert (found.certainty, found.denied) == (certainty, denied)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'attaque, revendiquée par l'EI, a fait six morts.", [(("IS",), ("IS",), "claimed")]),
        ("Les talibans ont revendiqué l'attentat.", [(("TALIBAN",), ("TALIBAN",), "claimed")]),
        ("L'attaque n'a pas été revendiquée.", []),
        ("L'attaque attribuée aux ADF a fait six morts, selon un maire.", [(("ADF",), ("LOCAL",), "blamed")]),
        ("Le tir, attribué par Kiev à l'armée russe, a touché une gare.", [(("RUS",), ("UKR",), "blamed")]),
        ("L'ONG accuse l'armée d'avoir brûlé le village.", [(("SYR",), ("NGO",), "accused")]),
    ],
)
def test_responsibility(text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], str]]) -> None:
    spans = [(s.start, s.end) for s in sentences(text)]
    actors = find_actors(text, "SYR", None)
    found = responsibility(text, spans, actors, attribute(text, spans, actors))
    assert [(r.ids, r.said_by, r.rule) for r in found] == expected


@pytest.mark.parametrize(
    ("text", "words", "claimant"),
    [
        ("Les autorités turques affirment détenir 1.200 jihadistes.", "1.200 jihadistes", ("TUR",)),
        ("Les Etats-Unis disent ne pas retenir 30 civils.", "30 civils", ("USA",)),
        ("L'armée syrienne assure contrôler la route.", "la route", ("SYR",)),
        ("L'OSDH déclare en compter 48.", "48", ("SOHR",)),
        ("L'armée syrienne déclare hier la guerre.", "la guerre", ()),
    ],
)
def test_what_is_claimed_in_an_infinitive(text: str, words: str, claimant: tuple[str, ...]) -> None:
    assert said(text, words) == claimant


def test_the_pack_is_clean() -> None:
    assert lint_speech("fr") == []


_VOCABULARY = (
    "selon l' OSDH , . « » a indiqué l'armée que ajoute-t-il citant M. leurs de source médicale revendiqué par X - : et"
)
_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=50).map(" ".join)))
@example("a revendiqué source ajoute-t-il l a indiqué s")
def test_no_text_breaks_it(text: str) -> None:
    spans = [(s.start, s.end) for s in sentences(text)]
    actors = find_actors(text, "SYR", None)
    found = attribute(text, spans, actors)
    assert all(0 <= a.start <= a.end <= len(text) and a.said_by for a in found)
    responsibility(text, spans, actors, found)


def test_a_line_at_the_head_tells_whose_the_text_is() -> None:
    text = (
        "Communiqué de l'armée turque, mardi 3 mai.\n1. Huit soldats sont blessés.\n2. Selon l'OSDH, un pont a sauté."
    )
    assert said(text, "Huit soldats") == ("TUR",)
    assert said(text, "un pont") == ("SOHR",)
    assert said("Le communiqué de l'armée turque a été lu mardi.\nHuit soldats sont blessés.", "Huit soldats") == ()


def test_rivals_without_a_verb() -> None:
    text = "La mairie avait d'abord parlé de vingt morts, l'ONU de soixante-dix."
    assert said(text, "vingt morts") == ("LOCAL",)
    assert said(text, "soixante-dix") == ("UN",)


def test_two_speakers_and_a_paragraph_of_one() -> None:
    both = "D'après des médecins de la province et un porte-parole de l'ONU, neuf civils ont péri."
    assert said(both, "neuf civils ont péri") == ("MEDICAL", "UN")
    paper = "Communiqué de l'armée turque – Le raid a réussi. Huit soldats sont blessés.\nUn pont est détruit."
    assert said(paper, "Huit soldats") == ("TUR",)
    assert said(paper, "Un pont") == ()
