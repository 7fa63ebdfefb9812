"""Every text that is shown may come from an enemy: none may become markup, script, a link that runs, or a formula."""

import csv
import io
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from world import DAY, TEXTS, claims, document, incidents, problems

from vigie import values as v
from vigie.publishing import Values, write_site
from vigie.publishing.downloads import cell

ATTACKS = [
    "<script>pwned()</script>",
    "</script><script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    "\"><svg onload=pwned()>",
    "' onmouseover='pwned()' x='",
    "\" autofocus onfocus=pwned() x=\"",
    "javascript:pwned()",
    "data:text/html,<script>pwned()</script>",
    "</title><script>pwned()</script>",
    "</textarea></style></template><iframe srcdoc='<script>pwned()</script>'>",
    "<!--><script>pwned()</script>",
    "]]><script>pwned()</script>",
    "<math><mtext><table><mglyph><style><img src=x onerror=pwned()>",
    "<a href='jAvAsCrIpT:pwned()'>x</a>",
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "&#x3c;script&#x3e;pwned()&#x3c;/script&#x3e;",
    "{{ 7|add:7 }}{% include 'x' %}${pwned()}<%= pwned() %>",
    "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
    "\u2028pwned()\u2029//",
    "');pwned();//",
    "\";pwned();//\\",
    "\x00<scr\x00ipt>pwned()</script>",
    "\u202egpj.exe<script>pwned()</script>",
    "＜script＞pwned()＜/script＞",
    "=cmd|'/C calc'!A0",
    "../../../../etc/passwd",
]  # fmt: skip
KEPT = {"id", "document", "claim", "incident", "claims", "kind", "text"}  # ids tie things together; see ATTACKED below


def poison(value, attack, key=""):
    """The value with `attack` put into every free text, however deep; words of closed lists stay as they are."""
    if isinstance(value, dict):
        return {name: inner if name in KEPT else poison(inner, attack, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [poison(inner, attack, key) for inner in value]
    return attack + value if isinstance(value, str) and not closed(value) else value


def closed(word):
    return word in WORDS or word[:4].isdigit()


WORDS = {
    "harm", "events", "control", "diplomacy",
    "relative", "stated", "hedged", "occurred", "metadata", "event", "summary",
    "state", "town", "site", "province", "exactly", "at_least", "about", "persons", "strikes", "incident", "several",
    "besieges", "part", "third", "unknown", "claimants", "captured", "holds", "enemy_loss_claim",
}  # fmt: skip


def poisoned(rows, kind, attack):
    return [msgspec.convert(poison(msgspec.to_builtins(row), attack), kind) for row in rows]


def hostile(attack):
    """The small world with the attack in front of every text; the documents' own text carries it too, at its end."""
    docs = [
        msgspec.structs.replace(doc, text=doc.text + "\n" + attack, url=attack, document=attack + doc.document)
        for doc in poisoned([document(key) for key in TEXTS], v.Document, attack)
    ]
    return Values(
        docs, poisoned(claims().values(), v.Claim, attack), poisoned(incidents(), v.Incident, attack),
        poisoned(problems(), v.Problem, attack), {docs[1].id: docs[0].id},
    )  # fmt: skip


class Shape(HTMLParser):
    """The bare structure of a page: tags and the names of their attributes."""

    def __init__(self, html):
        super().__init__()
        self.shape, self.links = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value for name, value in attrs if name in ("href", "src", "xlink:href", "action") and value]

    def handle_endtag(self, tag):
        self.shape.append(("/" + tag, ()))


def shapes(folder):
    return {
        path.relative_to(folder).as_posix(): Shape(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")
    }


@pytest.fixture(scope="module")
def harmless(tmp_path_factory):
    """Pages of harmless text; with `True` those whose documents have an address that can be followed."""
    found = {}
    for linked in (False, True):
        folder = tmp_path_factory.mktemp("harmless")
        write_site(hostile("https://zz" if linked else "zz"), folder, today=DAY)
        found[linked] = {name: page.shape for name, page in shapes(folder).items()}
    return found


KNOWN = [line for line in Path(__file__).with_name("xss.txt").read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.parametrize("attack", [*ATTACKS, *(pytest.param(line, marks=pytest.mark.torture) for line in KNOWN)])
def test_no_text_changes_the_structure_of_a_page(tmp_path, harmless, attack):
    write_site(hostile(attack), tmp_path, today=DAY)
    found = shapes(tmp_path)
    expected = harmless[attack.startswith(("http://", "https://"))]
    assert found.keys() == expected.keys()
    for name, page in found.items():
        assert page.shape == expected[name], name
        assert not [link for link in page.links if link.lower().lstrip().startswith(("javascript:", "data:"))], name


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_index_for_the_script_is_one_statement_of_plain_data(tmp_path, attack):
    write_site(hostile(attack), tmp_path, today=DAY)
    for path in (tmp_path / "data").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        head = re.match(r'window\.vigie(Index|Atlas)=JSON\.parse\((?=")', text)
        assert head
        assert text.endswith('");\n')
        assert not set(text) & set("<>&\u2028\u2029")
        data = msgspec.json.decode(msgspec.json.decode(text[head.end() : -len(");\n")]))
        assert data["status"] == "machine_draft_unreviewed"


@pytest.mark.parametrize("identifier", ["../../up", "a/b", "CON", "x" * 300, "<b>", "é", ".", "", " "])
def test_ids_never_choose_a_file_outside(tmp_path, identifier):
    doc = msgspec.structs.replace(document("levant"), id=identifier)
    claim = msgspec.structs.replace(claims()["dead25"], document=identifier)
    incident = v.Incident(incident=identifier, kind="event", claims=[claim.id])
    write_site(Values([doc], [claim], [incident]), tmp_path / "deep" / "site")
    assert {path.name for path in tmp_path.iterdir()} == {"deep"}
    assert {path.name for path in (tmp_path / "deep").iterdir()} == {"site"}
    assert len(list((tmp_path / "deep/site/incidents").iterdir())) == 1


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/C calc'!A0"])
def test_no_cell_of_a_spreadsheet_runs(start):
    assert cell(start) == "'" + start
    assert cell([start, "b"]) == "'" + start + "; b"


def test_numbers_in_cells_stay_numbers(tmp_path):
    place = v.Place(name="Sud", id="s", lat=-33.5, lon=-70.25, km=8, level="town")
    write_site(Values([], [], [v.Incident(incident="i", kind="event", claims=[], place=place)]), tmp_path)
    (row,) = csv.DictReader(io.StringIO((tmp_path / "data/incidents.csv").read_text(encoding="utf-8-sig")))
    assert (row["lat"], row["lon"]) == ("-33.5", "-70.25")


@pytest.mark.parametrize(
    "strange",
    [
        v.Place(name="hors du monde", id="x", lat=999.0, lon=-999.0, km=1e9, level="town"),
        v.Place(name="pôle", id="x", lat=90.0, lon=180.0, km=8, level="town"),
        v.Place(name="", id="", lat=0.0, lon=0.0, km=0.0, level="region"),
        v.Place(name="rien", id="x", lat=float("nan"), lon=float("inf"), km=float("nan"), level="town"),
    ],
    ids=lambda place: place.name,
)
def test_impossible_places_leave_the_map_and_nothing_else(tmp_path, strange):
    claim = msgspec.structs.replace(claims()["dead25"], place=strange, start=-5, end=10**9)
    incident = v.Incident(incident="i", kind="event", claims=[claim.id, "lost"], place=strange, when=claim.when)
    write_site(Values([document("levant")], [claim], [incident]), tmp_path)
    for name in ("index.html", "incidents/i.html"):
        assert "nan" not in (tmp_path / name).read_text(encoding="utf-8").split("<svg", 1)[-1].split("</svg>")[0]


PAGES = (
    "index.html", "incidents/raid.html", f"documents/{document('levant').id}.html",
    f"documents/{document('atlas').id}.html", "documents.html", "sources.html", "control.html", "diplomacy.html",
    "tallies.html", "problems.html",
)  # fmt: skip


def look(page, site):
    """Open every kind of page, every row, every place of the map and what it tells."""
    for name in PAGES:
        page.goto((site / name).as_uri())
        assert page.evaluate("window.ran") == 0
    page.goto((site / "index.html").as_uri() + "#topic=all")
    page.wait_for_selector("#rows > .row")
    assert page.locator("#rows > .row").count() == 8
    for spot in page.locator("a.spot:not(.none):visible, #atlas .pin").all():
        spot.focus()
    if page.locator("#atlas .pin").count():
        page.locator("#atlas .pin").first.press("Enter")
    assert page.evaluate("window.ran") == 0


@pytest.mark.browser
@pytest.mark.parametrize("attacks", [ATTACKS, pytest.param(KNOWN, marks=pytest.mark.torture)], ids=["short", "long"])
def test_a_browser_runs_none_of_it(tmp_path, browser, attacks):
    page = browser.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("window.ran = 0; window.pwned = () => { window.ran += 1; };")
    for number, attack in enumerate(attacks):
        site = tmp_path / str(number)
        write_site(hostile(attack), site, today=DAY)
        look(page, site)
        shutil.rmtree(site)
        assert errors == [], attack
        assert all(url.startswith("file://") for url in asked), attack
    page.close()
