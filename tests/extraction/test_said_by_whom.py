"""Who says it: speakers far before their verb, several of them, officials by their office, those who are pointed at."""

import pytest
from events_told import DAY, figure

DEAD = "dix civils ont été tués au Mali"


def said(text: str, count: int = 10) -> list[str]:
    return sorted(figure(text, count, DAY).said_by)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Des habitants du village de Bara, dans le cercle de Gao, affirment que {DEAD}.", "WITNESS"),
        (f"Les habitants d'un hameau du nord-est attaqué par le GSIM ont annoncé que {DEAD}.", "WITNESS"),
        (f"Des témoins présents sur le marché de la ville de Bara, dans le nord, ont rapporté que {DEAD}.", "WITNESS"),
        (f"Un responsable de la police de la ville de Bara, dans le nord, a indiqué que {DEAD}.", "MLI"),
        ("Interrogé par nos confrères de RFI, le procureur du pôle de lutte contre les trafics, Omar Sall, a évoqué dix morts au Mali.", "MLI"),
        ("Joint au téléphone par l'AFP, un habitant de Bara a parlé de dix morts au Mali.", "WITNESS"),
        ("L'Observatoire syrien des droits de l'Homme (OSDH), qui dispose d'un réseau de militants, médecins et avocats, a fait état de dix morts à Alep en Syrie.", "SOHR"),
    ],
)  # fmt: skip
def test_far_before_the_verb(text: str, who: str) -> None:
    assert said(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"Les habitants de Bara ont fui la ville et le petit hameau de Kara pour Dori, Omar Sall affirme que {DEAD}.",
        f"Les soldats de la ville de Bara et du petit hameau de Kara partis, Omar Sall affirme que {DEAD}.",
        f"La police de Bara recherche deux hommes armés venus du petit hameau de Kara, mais Omar Sall affirme que {DEAD}.",
        f"La police de Bara recherche deux hommes armés venus du petit hameau de Kara et Omar Sall affirme que {DEAD}.",
        f"La police de Bara recherche deux hommes armés venus du petit hameau de Kara qui affirment que {DEAD}.",
        f"La police de Bara est en retraite vers le petit hameau de Kara près de Dori, Omar Sall affirme que {DEAD}.",
    ],
)
def test_somebody_else_has_the_verb(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("a appris l'AFP auprès du maire d'une commune des environs et d'une source de sécurité malienne", "LOCAL MLI"),
        ("a-t-on appris de source sécuritaire et auprès d'un élu local", "LOCAL MLI"),
        ("selon l'armée et d'après un élu local", "LOCAL MLI"),
        ("selon l'armée et selon un médecin", "MEDICAL MLI"),
        ("selon la Croix-Rouge malienne (CRM) et des habitants", "RED-CROSS WITNESS"),
        ("ont rapporté le maire de Bara (Gao) et l'armée", "LOCAL MLI"),
        ("selon le maire de la ville", "LOCAL"),
        ("selon le maire de la ville, l'armée et ses alliés ayant fui", "LOCAL"),
    ],
)
def test_several_of_them(told: str, who: str) -> None:
    assert said(f"D{DEAD[1:]}, {told}.") == who.split()


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("a affirmé sur place le ministre de l'Intérieur", "MLI"),
        ("a indiqué un responsable du gouvernorat", "MLI"),
        ("a précisé le communiqué de la préfecture de Bara", "MLI"),
        ("a indiqué Omar Sall, le chef de la région de Bara", "MLI"),
        ("a dit le chef du conseil de la province, Omar Sall", "LOCAL"),
        ("a dit Awa Diop, présidente du réseau des organisations de la société civile de Bara", "NGO"),
        ("selon le chef des opérations humanitaires de l'ONU Omar Sall", "UN"),
        ("selon la directrice du bureau régional de l'Unicef", "UN"),
        ("selon un membre d'un autre groupe d'auto-défense actif dans la ville", "MLI-MIL"),
    ],
)
def test_by_their_office(told: str, who: str) -> None:
    assert said(f"D{DEAD[1:]}, {told}.") == [who]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Une source militaire a parlé d'une attaque. «Dix civils ont été tués», a expliqué cet habitant.", "WITNESS"),
        ("Une source militaire a parlé d'une attaque. Dix civils ont été tués, selon cet élu.", "LOCAL"),
        ("Une source militaire a parlé d'une attaque. Dix civils ont été tués, selon ce médecin.", "MEDICAL"),
        ("Des soldats attaquent, a dit la Croix-Rouge. Dix civils ont été tués, a dit ce médecin.", "RED-CROSS"),
        ("Deux blessés, a dit la Croix-Rouge. Dix civils ont été tués, a dit le chef de cette ONG.", "RED-CROSS"),
        ("Deux blessés, a dit un habitant. Dix civils ont été tués, a dit le chef de cette organisation.", ""),
        ("L'armée a attaqué, apprend-on de source policière. Dix civils sont morts, ajoute-t-on de même source.", "MLI"),
    ],
)  # fmt: skip
def test_pointed_at(told: str, who: str) -> None:
    assert said(f"Au Mali, une attaque a eu lieu à Bara. {told}") == who.split()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dix civils ont été tués au Mali par le GSIM. Ces statistiques ont été communiquées à la presse par Omar Sall, de la société civile.", "NGO"),
        ("Deux blessés, selon la police. À l'en croire, dix civils ont été tués au Mali.", "MLI"),
        ("Des sources médicales avaient dans un premier temps indiqué que l'attaque avait fait dix morts au Mali.", "MEDICAL"),
        ("Des sources locales ont établi un bilan de dix morts au Mali.", "LOCAL"),
        ("«Le bilan établi par un poste de Bara (commune de Gao), en présence du maire de la ville, fait état de dix morts», annonce un communiqué du gouvernement malien.", "MLI"),
        ("Dix civils ont été tués au Mali. L'armée a revu le bilan à la baisse, à huit morts.", ""),
    ],
)  # fmt: skip
def test_ways_of_telling(text: str, who: str) -> None:
    assert said(text) == who.split()


def test_to_go_forward_is_not_to_say() -> None:
    text = (
        "Les forces fidèles au gouvernement yéménite ont avancé vers Marib. Dix civils sont morts, selon ces sources."
    )
    assert said(f"Des combats ont eu lieu, selon des élus locaux. {text}") == ["LOCAL"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Le Tchad voisin a annoncé que dix civils ont été tués à Bara.", "TCD"),
        ("L'armée du pays voisin a dit que dix civils ont été tués au Mali.", "MLI"),
        ("Dix civils ont été tués au Mali, ont indiqué des voisins.", "WITNESS"),
        ("Son voisin a dit que dix civils ont été tués au Mali.", "WITNESS"),
    ],
)
def test_a_land_nearby_is_no_neighbour(text: str, who: str) -> None:
    assert said(text) == [who]


def test_the_same_sources_are_those_of_the_name() -> None:
    before = "En Libye, un drone fourni par les Emirats arabes unis a été abattu, selon le GNA."
    assert said(f"{before} D'après les mêmes sources, dix miliciens ont été tués à Syrte.") == ["GNA"]


@pytest.mark.parametrize(
    ("behind", "who"),
    [
        ("C'est un massacre, a dit un responsable militaire. Dix civils sont morts, selon les mêmes sources.", "LOCAL"),
        ("C'est un massacre, a dit l'ONU. Dix civils sont morts, selon les mêmes sources.", "UN"),
        ("C'est un massacre, ont dit des officiers. Dix civils sont morts, selon les mêmes sources.", "YEM"),
        ("C'est un massacre, a dit un officier. Dix civils sont morts, selon la même source.", "YEM"),
    ],
)
def test_the_same_sources_are_several(behind: str, who: str) -> None:
    assert said(f"Vingt soldats ont été tués au Yémen, selon des responsables locaux. {behind}") == [who]


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("qu'ils n'avaient rien à voir avec cette attaque, qui a fait dix morts à Kaboul", ""),
        ("n'être pas responsables du raid qui a fait dix morts à Kaboul", ""),
        (
            "qu'ils n'avaient aucune part dans l'attaque de mardi, mais que dix soldats étaient morts à Kaboul",
            "TALIBAN",
        ),
        ("que cette attaque, qui a fait dix morts à Kaboul, visait des soldats", "TALIBAN"),
    ],
)
def test_who_had_no_part_in_it_does_not_count_its_dead(told: str, who: str) -> None:
    assert said(f"En Afghanistan, les talibans ont affirmé {told}.") == who.split()
