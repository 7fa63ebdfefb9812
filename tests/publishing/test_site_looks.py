"""How the site behaves in a browser, whether its colours can be read, and whether its French is whole."""

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import expect
from world import DAY, world

from vigie.publishing import write_site

ROOT = Path(__file__).parents[2]


def test_french_is_whole_and_compiled():
    pytest.importorskip("babel")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts/messages.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def palette(scheme):
    css = files("vigie.publishing").joinpath("assets/site.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block.split("@media")[0]))
        for block in css.split("color-scheme: dark)")[:2]
    )
    return {**light, **(dark if scheme == "dark" else {})}


def luminance(colour):
    """Relative luminance of WCAG 2.1."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground"),
    [
        ("ink", "paper"), ("ink", "panel"), ("soft", "paper"), ("soft", "panel"), ("accent", "paper"),
        ("accent", "panel"), ("warn", "paper"), ("warn", "warn-ground"), ("draft-ink", "draft"), ("ink", "harm"),
        ("ink", "events"), ("ink", "control"), ("ink", "diplomacy"), ("harm-ink", "harm"), ("events-ink", "events"),
        ("control-ink", "control"), ("diplomacy-ink", "diplomacy"), ("ink", "land"), ("ink", "warn-ground"),
    ],
)  # fmt: skip
def test_every_colour_can_be_read_on_its_ground(scheme, front, ground):
    colours = palette(scheme)
    light, dark = sorted((luminance(colours[front]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2.1 AA for text


@pytest.fixture(scope="module")
def site(tmp_path_factory, drawn_by_server):  # noqa: ARG001
    return write_site(world(), tmp_path_factory.mktemp("site"), today=DAY).parent


@pytest.fixture
def tab(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto((site / "index.html").as_uri())
    page.wait_for_selector("#found:not(:empty)")
    yield page
    assert page.complaints == []
    context.close()


def titles(tab):
    return tab.locator("#rows > .row .what > a").all_text_contents()


@pytest.mark.browser
def test_the_script_draws_the_list_that_the_server_wrote(tab, browser, site):
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto((site / "index.html").as_uri())
    assert tab.inner_html("#rows").replace("\n", "").replace(" ", "") == plain.inner_html("#rows").replace(
        "\n", ""
    ).replace(" ", "")
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("fill", "address", "left"),
    [
        ({"text": "massacre"}, "#text=massacre", 0),
        ({"topic": "diplomacy"}, "#topic=diplomacy", 1),
        ({"topic": "control"}, "#topic=control", 3),
        ({"topic": "all"}, "#topic=all", 8),
        ({"topic": "all", "type": "REQUEST"}, "#topic=all&type=REQUEST", 1),
        ({"text": "OURBA frappe"}, "#text=OURBA+frappe", 1),
        ({"text": "casques"}, "#text=casques", 1),
        ({"place": "alep"}, "#place=alep", 1),
        ({"place": "(alep"}, "#place=%28alep", 2),
        ({"from": "2016-10-12"}, "#from=2016-10-12", 0),
        ({"to": "2016-10-11"}, "#to=2016-10-11", 4),
        ({"type": "Air/drone strike"}, "#type=Air%2Fdrone+strike", 2),
        ({"claimant": "WHITE-HELMETS"}, "#claimant=WHITE-HELMETS", 1),
        ({"actor": "RUS"}, "#actor=RUS", 1),
        ({"outcome": "killed"}, "#outcome=killed", 3),
        ({"disputed": True}, "#disputed=1", 1),
        ({"outcome": "killed", "disputed": True}, "#disputed=1&outcome=killed", 1),
    ],
)
def test_filters_narrow_the_list_and_live_in_the_address(tab, fill, address, left):
    for name, value in fill.items():
        field = tab.locator(f"#filters [name={name}]")
        if name == "topic":
            tab.locator(f"#filters [name=topic][value={value}]").check(force=True)
        elif value is True:
            field.check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    assert len(titles(tab)) == left
    assert tab.evaluate("location.hash") == address
    tab.reload()
    tab.wait_for_selector("#found:not(:empty)")
    assert len(titles(tab)) == left
    assert tab.evaluate("document.querySelector('.lang').hash") == address
    tab.click("#reset")
    tab.wait_for_selector("#rows > .row:nth-child(4)")


@pytest.mark.browser
def test_places_on_the_map_and_bars_of_the_time_line_filter(tab):
    tab.locator(".spot[data-place=Ourba]").first.click(force=True)
    tab.wait_for_selector("#rows > .row:nth-child(2):last-child")
    assert tab.locator("figure.plate.main .spot:not(.none)").count() == 1
    tab.evaluate("location.hash = ''")
    tab.wait_for_selector("#rows > .row:nth-child(4)")
    tab.locator(".bar:not(.none)").first.click(force=True)
    tab.wait_for_selector("#reset:not([hidden])")
    assert len(titles(tab)) == 4


@pytest.mark.browser
def test_keys_lead_through_the_list_and_back(tab):
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.name") == "text"
    tab.keyboard.type("ourba frappe")
    tab.keyboard.press("Escape")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("article.claim")
    assert tab.url.endswith("incidents/raid.html")
    tab.keyboard.press("u")
    tab.wait_for_selector("#rows > .row")
    assert len(titles(tab)) == 1


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_is_wider_than_its_window(browser, site, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in sorted(site.glob("*.html")) + sorted(site.glob("*/*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def window(tab):
    return [float(part) for part in tab.get_attribute("figure.main svg.map", "viewBox").split()]


@pytest.mark.browser
def test_a_map_is_moved_and_drawn_closer_by_keys_buttons_wheel_and_hand(tab):
    whole = window(tab)
    tab.locator("figure.main svg.map").focus()
    tab.keyboard.press("+")
    closer = window(tab)
    assert closer[2] == pytest.approx(whole[2] / 1.5)
    assert closer[0] == pytest.approx((whole[2] - closer[2]) / 2)
    tab.keyboard.press("ArrowRight")
    assert window(tab)[0] == pytest.approx(min(closer[0] + 0.2 * closer[2], whole[2] - closer[2]))
    tab.keyboard.press("0")
    assert window(tab) == whole
    tab.click("figure.main [data-zoom=in]")
    assert window(tab)[2] < whole[2]
    before = window(tab)
    box = tab.locator("figure.main svg.map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x - 60, y - 40, steps=4)
    tab.mouse.up()
    assert window(tab)[0] > before[0]
    assert window(tab)[1] > before[1]
    view = tab.get_attribute("figure.main svg.map", "viewBox") or ""
    tab.keyboard.down("Control")
    tab.mouse.wheel(0, 240)
    tab.keyboard.up("Control")
    expect(tab.locator("figure.main svg.map")).not_to_have_attribute("viewBox", view)
    assert window(tab)[2] > before[2]


@pytest.mark.browser
def test_marks_and_names_keep_their_size_when_a_map_is_drawn_closer(tab):
    size = "() => document.querySelector('figure.main .spot[data-place=Ourba] .dot').getBoundingClientRect().width"
    before = tab.evaluate(size)
    tab.click("figure.main [data-zoom=in]")
    assert tab.evaluate(size) == pytest.approx(before, rel=0.02)


@pytest.mark.browser
def test_a_place_on_the_map_tells_its_incidents_to_eye_and_keyboard(tab):
    tab.locator("figure.main .spot[data-place=Ourba]").focus()
    tip = tab.locator("figure.main .tip")
    assert "Ourba · 2" in tip.inner_text()
    assert "Frappe aérienne ou de drone" in tip.inner_text()
    tab.keyboard.press("/")
    assert tip.is_hidden()


@pytest.mark.browser
def test_the_map_and_the_time_line_show_what_the_list_shows(tab):
    tall = "() => [...document.querySelectorAll('.bar:not(.none)')].length"
    assert tab.evaluate(tall) == 1
    tab.locator("#filters [name=topic][value=control]").check(force=True)
    places = tab.locator("figure.plate:not([hidden]) .spot:not(.none)").evaluate_all(
        "all => all.map((one) => one.dataset.place)"
    )
    assert sorted(places) == ["Daraya-Nord", "Qasr-Bina"]
    assert tab.evaluate(tall) == 2
    assert tab.locator("[data-topic=diplomacy]").inner_text() == "1"


@pytest.mark.browser
def test_the_list_as_it_is_filtered_can_be_taken_away(tab):
    tab.locator("#filters [name=text]").fill("ourba frappe")
    with tab.expect_download() as taken:
        tab.click("#take")
    lines = Path(taken.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith('"machine_draft_unreviewed","incidents/raid.html"')
