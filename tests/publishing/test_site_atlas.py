"""The map with Leaflet: what it shows, that it is linked with the list, keyboard, colours, no request to anybody."""

import json
import re

import pytest
from playwright.sync_api import expect
from world import DAY, world

from vigie.publishing import atlas, write_site

pytestmark = pytest.mark.usefixtures("drawn_by_leaflet")


@pytest.fixture(scope="module")
def site(tmp_path_factory, drawn_by_leaflet):  # noqa: ARG001
    return write_site(world(), tmp_path_factory.mktemp("site"), today=DAY).parent


@pytest.fixture
def tab(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    page = context.new_page()
    page.complaints, page.asked = [], []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.wait_for_selector("#atlas .pin")
    yield page
    assert page.complaints == []
    assert all(url.startswith("file://") for url in page.asked)
    context.close()


def pins(tab):
    return sorted(tab.locator("#atlas .pin").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))"))


def test_leaflet_stands_in_the_site_with_its_licence(site):
    assert {"leaflet.js", "leaflet.css", "LICENSE"} <= {path.name for path in (site / "assets/leaflet").iterdir()}
    assert "Agafonkin" in (site / "assets/leaflet/LICENSE").read_text(encoding="utf-8")


def test_the_base_map_is_whole_near_places_and_closed_elsewhere(site):
    text = (site / "data/atlas.js").read_text(encoding="utf-8")
    data = json.loads(json.loads(re.fullmatch(r"window\.vigieAtlas=JSON\.parse\((.*)\);\n", text)[1]))
    whole = atlas._packed("basemap")["arcs"]
    ends = [tuple(map(sum, (arc[::2], arc[1::2]))) for arc in data["arcs"]]
    assert ends == [tuple(map(sum, (arc[::2], arc[1::2]))) for arc in whole]  # thinned arcs end where they did
    assert 0 < sum(map(len, data["arcs"])) < sum(map(len, whole)) / 2
    assert [36.21, 37.11, 8.0, "Ourba"] in data["spots"]


@pytest.mark.browser
def test_the_map_shows_what_the_list_shows(tab):
    assert tab.locator("figure.plate:visible").count() == 0
    assert "Ourba · 2" in pins(tab)
    tab.locator("#filters [name=topic][value=control]").check(force=True)
    tab.wait_for_selector("#atlas .pin[data-place=Qasr-Bina]")
    assert pins(tab) == ["Daraya-Nord · 2", "Qasr-Bina · 1"]


@pytest.mark.browser
def test_a_place_opens_by_keyboard_says_that_nobody_reviewed_it_and_filters(tab):
    tab.locator("#filters [name=text]").fill("ourba")
    tab.locator("#atlas .pin[data-place=Ourba]").focus()
    tab.keyboard.press("Enter")
    told = tab.locator("#atlas .told")
    assert "± 8 km" in told.inner_text()
    assert "brouillon, non relu" in told.inner_text()
    assert tab.evaluate("document.activeElement.getAttribute('href')") in (
        "incidents/raid.html",
        "incidents/boast.html",
    )
    tab.keyboard.press("Escape")
    assert told.count() == 0
    assert tab.evaluate("document.activeElement.dataset.place") == "Ourba"
    tab.keyboard.press("Enter")
    told.locator("a[data-place]").click()
    expect(tab).to_have_url(re.compile("#text=ourba&place=Ourba$"))  # the other filter stays


@pytest.mark.browser
def test_a_filtered_map_comes_back_from_its_address(tab):
    tab.goto(tab.url.split("#")[0] + "#topic=control&place=Qasr-Bina")
    tab.reload()
    tab.wait_for_selector("#atlas .pin[data-place=Qasr-Bina]")
    assert pins(tab) == ["Qasr-Bina · 1"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_stays_within_its_window(browser, site, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="dark")
    page = context.new_page()
    page.goto((site / "en/index.html").as_uri())
    page.wait_for_selector("#atlas .leaflet-bar")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
