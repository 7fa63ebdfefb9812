"""The draft site: everything shown leads back to words, and everything says that it is a draft."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import jsonschema
import msgspec
import pytest
from world import DAY, HOSPITAL, TEXTS, claims, document, incidents, world

from vigie import values as v
from vigie.publishing import Values, read_policy, write_site

STATUS = "machine_draft_unreviewed"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    assert write_site(world(), folder, today=DAY) == folder / "index.html"
    return folder


class Page(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.words = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.words).replace("\u202f", " "))


def page(site, name):
    return Page((site / name).read_text(encoding="utf-8"))


def pages(site):
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_every_page_exists_in_both_languages_and_says_that_it_is_a_draft(site):
    french = {name for name in pages(site) if not name.startswith("en/")}
    assert {f"en/{name}" for name in french} == set(pages(site)) - french
    for name in pages(site):
        assert STATUS in page(site, name).text, name
        assert ("A machine’s draft" if name.startswith("en/") else "Brouillon d’une machine") in page(site, name).text


def test_every_link_leads_to_a_page_of_the_site_and_every_anchor_exists(site):
    for name in pages(site):
        here = page(site, name)
        ids = {attrs["id"] for _, attrs in here.tags if "id" in attrs}
        assert len(ids) == sum("id" in attrs for _, attrs in here.tags), name
        for tag, attrs in here.tags:
            link = attrs.get("href") or attrs.get("src")
            if not link or link.startswith("https://example.org/"):
                continue
            target, _, anchor = link.partition("#")
            path = (site / name).parent / unquote(target) if target else site / name
            assert path.is_file(), f"{name}: {tag} {link}"
            if anchor and "=" not in anchor:
                there = ids if not target else {a.get("id") for _, a in Page(path.read_text("utf-8")).tags}
                assert anchor in there, f"{name}: {link}"


def test_no_page_asks_anybody_for_anything_or_runs_inline_code(site):
    for name in pages(site):
        for tag, attrs in page(site, name).tags:
            loaded = attrs.get("src") or (attrs.get("href") if tag == "link" else None)
            assert not (loaded or "").startswith(("http", "//")), name
            assert not any(attr.startswith("on") or attr == "style" for attr in attrs), name
        html = (site / name).read_text(encoding="utf-8")
        assert "default-src 'none'" in html
        assert not re.search(r"<script(?![^>]*\bsrc=)", html)


def test_an_incident_shows_rival_figures_contradictions_and_who_blames_whom(site):
    told = page(site, "incidents/raid.html").text
    for words in (
        "Frappe aérienne", "Ourba (Alep)", "11 octobre 2016", "25–28+", "au moins 25", "Casques blancs", "≠",
        "Des chiffres qui s’excluent", "L’accusé le nie oui", "2 médias, 2 origines",
        "Au moins 25 civils", "harm.passive.3", "levant.txt",
        "au conditionnel", "Titre", "Agence du Levant", "du plus bas au plus haut", "à 8 km près",
    ):  # fmt: skip
        assert words.lower() in told.lower(), words
    assert "the lowest and the highest" in page(site, "en/incidents/raid.html").text.lower()


def test_what_a_party_counts_among_its_enemies_stands_apart(tmp_path):
    raid = incidents()[0]
    boast = msgspec.structs.replace(raid.figures[0], marks=["enemy_loss_claim"], said_by=["SYR"])
    write_site(
        Values([document("levant")], claims().values(), [msgspec.structs.replace(raid, figures=[boast])]), tmp_path
    )
    assert "chez l’ennemi : hors de tout total" in page(tmp_path, "incidents/raid.html").text.replace("\u00a0", " ")
    assert "chez l’ennemi" not in page(tmp_path, "incidents/raid.html").text.split("hors de tout total")[1]


def test_the_words_are_marked_in_their_sentence(site):
    html = (site / "incidents/raid.html").read_text(encoding="utf-8")
    assert '<p><mark class="harm">Au moins 25 civils</mark>, dont quatre enfants, ont été tués' in html
    assert "28 civils sont morts</mark> à Ourba.</p>" in html


def test_an_act_that_nobody_is_blamed_for_says_so(site):
    assert "personne, dans ces mots" in page(site, "incidents/hospital.html").text


def test_who_holds_a_town_is_not_told_as_blamed(site):
    siege = page(site, "incidents/siege.html").text
    assert "Siège : Daraya-Nord (Alep), par Syrie" in siege
    assert "Tenu pour responsable" not in siege
    assert 'actor=SYR"' not in (site / "tallies.html").read_text(encoding="utf-8")


def titles(site, name):
    html = (site / name).read_text(encoding="utf-8")
    return re.findall(r'<div class="what"><a href="[^"]*">([^<]*)</a>', html)


def test_violence_control_and_diplomacy_are_lists_of_their_own(site):
    assert sorted(titles(site, "index.html")) == [
        "", "Affrontement armé — Ourba (Alep)", "Frappe aérienne ou de drone — Alep",
        "Frappe aérienne ou de drone — Ourba (Alep)", "Tués — province d&#39;Alep",
    ]  # fmt: skip
    assert titles(site, "diplomacy.html") == ["Demande : Russie → États-Unis"]
    assert titles(site, "en/diplomacy.html") == ["Calls for: Russia → United States"]
    head = page(site, "index.html").text
    assert "4 incidents violents · 3 prises ou états de contrôle · 1 acte de diplomatie" in head


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("incidents/qasr.html", "Prise : Qasr-Bina (Homs), par Syrie"),
        ("en/incidents/qasr.html", "Capture: Qasr-Bina (Homs), by Syria"),
        ("incidents/shares.html", "Contrôle : Daraya-Nord (Alep), lieu tenu par rebelles (Syrie)"),
        ("en/incidents/truce.html", "Calls for: Russia → United States"),
    ],
)
def test_control_and_diplomacy_are_named_in_words(site, name, title):
    assert f"<h1>{title}</h1>" in (site / name).read_text(encoding="utf-8")


def test_control_shows_who_held_a_place_and_which_claim_moved_it(site):
    html = (site / "control.html").read_text(encoding="utf-8")
    qasr = Page(next(part for part in html.split('<section class="place"') if "<h2>Qasr-Bina (Homs)</h2>" in part))
    for words in (
        "6 mars 2016 → 2 avril 2016", "L'armée a repris Qasr-Bina", "selon Agence syrienne (Sana), Agence du Levant",
        "Lieu tenu par rebelles (Syrie), selon son seul camp", "Inconnu : rien depuis six mois",
    ):  # fmt: skip
        assert words in qasr.text, words
    assert sum(tag == "rect" for tag, _ in qasr.tags) == 3
    links = {attrs.get("href") for _, attrs in qasr.tags}
    assert f"incidents/qasr.html#c-{claims()['took'].id}" in links


def test_shares_are_a_range_with_everybody_who_says_it(site):
    html = (site / "control.html").read_text(encoding="utf-8")
    daraya = Page(next(part for part in html.split('<section class="place"') if "<h2>Daraya-Nord (Alep)</h2>" in part))
    for words in ("rebelles (Syrie) 70–75 %", "70 % « contrôlent 70 % de Daraya-Nord »", "75 % « 75 % »"):
        assert words in daraya.text.replace("\u00a0", " "), words


def test_an_incident_leads_to_the_history_of_its_place(site):
    links = {attrs.get("href") for _, attrs in page(site, "incidents/qasr.html").tags}
    assert any(link and link.startswith("../control.html#p-") for link in links)
    assert not any(
        "control.html#p-" in (attrs.get("href") or "") for _, attrs in page(site, "incidents/raid.html").tags
    )


def test_opposed_sources_that_agree_are_the_strongest_support(site):
    told = page(site, "incidents/raid.html").text
    assert "Appui le plus fort : des sources de camps opposés s’accordent sur un point au moins." in told
    assert "du camp opposé, et d’accord sur un point au moins avec Casques blancs" in told


def test_why_claims_are_one_incident_is_told_in_the_words_of_the_linker(site):
    told = page(site, "incidents/raid.html").text.split("Pourquoi ces affirmations sont tenues pour un seul incident")[
        1
    ]
    assert "2 + 1" in told
    assert "même ville (Ourba)" in told


def test_a_figure_that_was_replaced_stays_and_names_what_replaced_it(tmp_path):
    raid, c = incidents()[0], claims()
    old = msgspec.structs.replace(raid.figures[0], superseded_by=c["dead28"].id)
    changed = msgspec.structs.replace(raid, figures=[old, raid.figures[1]])
    write_site(Values([document("levant"), document("atlas")], c.values(), [changed]), tmp_path)
    html = (tmp_path / "incidents/raid.html").read_text(encoding="utf-8")
    row = next(part for part in html.split("<tr") if part.startswith(' class="old"'))
    assert f'href="#c-{c["dead28"].id}">remplacé ensuite par la même source</a>' in row


@pytest.mark.parametrize(
    ("name", "figure"),
    [("tallies.html", "25–28"), ("tallies-third.html", "25–28"), ("tallies-parties.html", None)],
)
def test_totals_are_asked_from_anybody_third_parties_or_parties(site, name, figure):
    sums = page(site, name).text.split("Pertes de l’ennemi, selon les belligérants Ce qu")[0]
    assert (figure in sums) if figure else ("Rien à additionner" in sums)
    assert {"tallies.html", "tallies-third.html", "tallies-parties.html"} <= {
        attrs.get("href") for _, attrs in page(site, name).tags
    }


def test_totals_are_by_nine_things_and_say_what_they_come_from(site):
    told = page(site, "tallies.html")
    assert {attrs["id"] for _, attrs in told.tags if attrs.get("id", "").startswith("t-")} == {
        f"t-{by}" for by in ("month", "week", "day", "admin1", "place", "actor", "victims", "claimant", "type")
    }
    assert "25–281 · 2 · 2" in told.text
    assert {row["computed"] for row in rows(site, "totals.csv")} == {DAY.isoformat()}
    assert {row["rule"] for row in rows(site, "totals.csv")} == {"claimants"}


def test_what_parties_count_among_their_enemies_has_a_panel_and_enters_no_total(site):
    sums, panel = page(site, "tallies.html").text.split("Ce qu’un belligérant dit avoir infligé")
    assert "rebelles (Syrie)30" in panel
    assert not re.search(r"\b(30|55|58)\b", sums.split("Bilans cumulés")[0])


def test_a_document_shows_its_copies_and_its_versions(tmp_path):
    first, second = document("levant"), document("atlas")
    copy = msgspec.structs.replace(document("bilan"), origin=first.origin)
    later = msgspec.structs.replace(second, text=first.text.replace("25 civils", "27 civils"), url=first.url)
    write_site(Values([first, later, copy], [], [], version_ties={later.id: first.id}), tmp_path)
    told = page(tmp_path, f"documents/{first.id}.html")
    assert "Copies du même originalTitre bilan" in told.text
    assert "Autres versions de ce documentTitre atlas" in told.text
    html = (tmp_path / f"documents/{first.id}.html").read_text(encoding="utf-8")
    assert "<del>Au moins 27 civils" in html
    assert "<ins>Au moins 25 civils" in html
    assert "hôpital" not in "".join(re.findall(r"<(?:ins|del)>(.*?)</", html))


def test_of_thousands_of_copies_a_page_lists_fifty_and_says_where_the_others_are(tmp_path):
    first = document("levant")
    copies = [
        msgspec.structs.replace(document("bilan"), id=f"{number:016x}", document=f"copie-{number}", origin=first.origin)
        for number in range(60)
    ]
    write_site(Values([*copies, first], [], [], version_ties={}), tmp_path)
    for one in (first, copies[0], copies[59]):
        html = (tmp_path / f"documents/{one.id}.html").read_text(encoding="utf-8")
        listed = html.split('id="copies"')[1].split("</section>")[0]
        assert listed.count("<li>") == 50
        assert "Non listés ici : 10 documents" in listed.replace("\xa0", " ")
        assert f"documents/{one.id}.html" not in listed


def test_a_total_names_what_it_contains_and_the_other_way_round(site):
    links = {attrs.get("href") for _, attrs in page(site, "incidents/total.html").tags}
    back = {attrs.get("href") for _, attrs in page(site, "incidents/raid.html").tags}
    assert "../incidents/raid.html" in links
    assert "../incidents/total.html" in back


def test_a_document_shows_its_whole_text_with_every_claim_numbered(site):
    doc = document("levant")
    html = (site / f"documents/{doc.id}.html").read_text(encoding="utf-8")
    body = html.split('<div class="body">')[1].split("</div>")[0]
    plain = Page(re.sub(r"<sup>.*?</sup>", "", body))
    assert "".join(plain.words) == doc.text
    assert body.count("<sup>") == 4


@pytest.mark.parametrize("name", ["index", "control", "diplomacy", "tallies", "documents", "sources", "problems"])
def test_every_list_can_be_downloaded_and_says_that_nobody_reviewed_it(site, name):
    text = (site / f"en/{name}.html").read_text(encoding="utf-8")
    files_named = re.findall(r'href="\.\./data/([\w.]+)" download', text)
    assert files_named
    assert all((site / "data" / one).exists() for one in files_named)
    assert "draft, not reviewed" in text.split('class="take"')[1]


def test_every_page_lets_nothing_run_and_nothing_be_asked_of_others(site):
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)[1]
        assert policy.startswith("default-src 'none';"), path
        assert "unsafe" not in policy
        assert "http:" not in policy
        assert 'content="machine_draft_unreviewed"' in text
        assert 'class="draft"' in text


def test_rival_figures_stand_beside_their_words_and_outlets(site):
    text = " ".join(page(site, "incidents/raid.html").text.split())
    assert "→ Agence du Levant" in text
    assert "Au moins 25 civils" in text.split("Contradictions")[0]


def test_problems_stand_by_file_in_the_order_of_their_places(tmp_path):
    told = [v.Problem(file="b.jsonl", place=place, reason="cassé") for place in ("10", "2")]
    write_site(Values([], [], [], [*told, v.Problem(file="a.txt", place="", reason="vide")]), tmp_path, today=DAY)
    text = (tmp_path / "problems.html").read_text(encoding="utf-8")
    assert text.index("a.txt") < text.index("b.jsonl") < text.index(">2<") < text.index(">10<")
    assert text.count("b.jsonl") == 1
    assert "3 problèmes · 2 fichiers" in text


def test_problems_name_file_place_and_reason(site):
    assert all(words in page(site, "problems.html").text for words in ("rapport.pdf", "page 3", "tronqué"))


def test_totals_add_single_events_only(site):
    sums, tolls = page(site, "tallies.html").text.split("Totaux que les textes donnent eux-mêmes")
    assert "25–28" in sums
    assert not re.search(r"\b(85|88|60)\b", sums)
    assert "60" in tolls


def rows(site, name):
    return list(csv.DictReader(io.StringIO((site / "data" / name).read_text(encoding="utf-8-sig"))))


def test_every_row_of_every_download_says_that_it_is_a_draft(site):
    for name in ("claims.jsonl", "incidents.jsonl"):
        lines = [json.loads(line) for line in (site / "data" / name).read_text(encoding="utf-8").splitlines()]
        assert {line["status"] for line in lines} == {STATUS}
    for name, count in (
        ("claims.csv", 13),
        ("incidents.csv", 9),
        ("control.csv", 4),
        ("enemy_losses.csv", 1),
        ("tolls.csv", 1),
        ("diplomacy.csv", 1),
        ("documents.csv", 4),
        ("problems.csv", 1),
    ):
        assert [row["status"] for row in rows(site, name)] == [STATUS] * count
    features = json.loads((site / "data/incidents.geojson").read_text(encoding="utf-8"))
    assert {f["properties"]["status"] for f in features["features"]} == {STATUS} == {features["status"]}


@pytest.mark.parametrize(("name", "schema"), [("claims.jsonl", "claim"), ("incidents.jsonl", "incident")])
def test_downloads_are_after_the_published_schema(site, name, schema):
    check = jsonschema.Draft202012Validator(v.schemas()[schema])
    for line in (site / "data" / name).read_text(encoding="utf-8").splitlines():
        check.validate(json.loads(line))


def test_a_struck_hospital_is_nowhere_more_exact_than_its_district(site):
    hidden = (str(HOSPITAL.lat), str(HOSPITAL.lon), "geo:hôpital")
    for path in [p for p in site.rglob("*") if p.is_file()]:
        text = path.read_bytes().decode("utf-8", "replace")
        assert not any(exact in text for exact in hidden), path
    (row,) = [row for row in rows(site, "incidents.csv") if row["incident"] == "hospital"]
    assert float(row["radius_km"]) == 25
    assert abs(float(row["lat"]) - HOSPITAL.lat) <= 0.125
    told = page(site, "incidents/hospital.html")
    assert "rendu flou" in told.text
    assert "— Alep" in told.text


def test_other_claims_of_the_text_about_the_place_are_coarse_too(tmp_path):
    dead = v.Harm(
        id="near", document=document("levant").id, quote="al-Amal", start=0, end=7, outcome="killed", place=HOSPITAL
    )
    write_site(Values([document("levant")], [*claims().values(), dead], incidents()), tmp_path)
    assert str(HOSPITAL.lat) not in (tmp_path / "data/claims.jsonl").read_text(encoding="utf-8")


def test_a_policy_may_show_only_the_sentences_that_carry_claims(tmp_path):
    policy = (read_policy_text()).replace('text = "full"', 'text = "sentences"')
    (tmp_path / "policy.toml").write_text(policy, encoding="utf-8")
    write_site(world(), tmp_path / "site", policy=read_policy(tmp_path / "policy.toml"))
    html = (tmp_path / f"site/documents/{document('levant').id}.html").read_text(encoding="utf-8")
    assert "Au moins 25 civils" in html
    assert "massacre" not in html


def read_policy_text():
    from importlib.resources import files

    return files("vigie.publishing").joinpath("data/policy.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[coarsen]\nstruck=['camp']", "[documents]\ntext='part'\n[coarsen]\nstruck=[]"])
def test_no_whole_policy_no_site(tmp_path, text):
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"policy|full or sentences"):
        read_policy(tmp_path / "policy.toml")


def test_pages_that_are_no_more_go_and_other_files_stay(tmp_path):
    write_site(world(), tmp_path)
    (tmp_path / "incidents/mine.html").write_text("à moi", encoding="utf-8")
    write_site(Values([], [], []), tmp_path)
    assert [path.name for path in (tmp_path / "incidents").iterdir()] == ["mine.html"]


def test_a_forged_list_of_pages_removes_nothing_outside(tmp_path):
    precious = tmp_path / "precious.txt"
    precious.write_text("x", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / ".vigie-site").write_text("../precious.txt\n", encoding="utf-8")
    write_site(Values([], [], []), site)
    assert precious.exists()


def test_nothing_read_is_a_site_too(tmp_path):
    write_site(Values([], [], []), tmp_path)
    assert "Aucun incident n’a été trouvé" in page(tmp_path, "index.html").text


def test_the_same_values_give_the_same_bytes(tmp_path, site):
    write_site(world(), tmp_path, today=DAY)
    for path in site.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / path.relative_to(site)).read_bytes(), path


def test_progress_counts_up_to_the_whole(tmp_path):
    seen = []
    write_site(world(), tmp_path, progress=lambda done, of: seen.append((done, of)))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] == 24


def test_a_site_of_a_record_shows_where_merged_incidents_went(tmp_path):
    from vigie.record import open_record

    with open_record(tmp_path / "vigie.db") as record:
        for key in TEXTS:
            record.add_documents([document(key)])
            record.add_claims(document(key).id, [c for c in claims().values() if c.document == document(key).id])
        raid, *others = incidents()
        parts = [v.Incident(incident=c, kind="event", claims=[c]) for c in raid.claims]
        record.apply([*parts, *others])
        record.apply([raid])
        (dead, living), *_ = record.tombstones().items()
        write_site(record, tmp_path / "site")
    assert f"{living}.html" in (tmp_path / f"site/incidents/{dead}.html").read_text(encoding="utf-8")
