"""What there is stands in the docs (as in datasette's tests): commands, options, fields, classes, rules, reasons."""

import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from vigie.cli import app
from vigie.extraction.pack_tables import classes, features, rule_words
from vigie.values import schemas

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import check_docs  # noqa: E402 - a script, found by its folder

WAIVED: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "waived.toml").read_text(encoding="utf-8"))


@cache
def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@cache
def all_pages() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in check_docs.pages())


@cache
def code_words() -> frozenset[str]:
    """Every word that some page has between backticks, or in a fenced block."""
    spans = re.findall(r"`([^`\n]+)`", all_pages()) + re.findall(r"```\w*\n(.*?)```", all_pages(), re.DOTALL)
    return frozenset(word for span in spans for word in re.findall(r"[\w-]+", span))


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    yield name, command
    for sub, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{name} {sub}")


COMMANDS = list(commands(get_command(app), "vigie"))


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_is_on_the_page_of_commands(name: str) -> None:
    assert f"\n$ {name} --help\n" in page("commands.md")


@pytest.mark.parametrize(
    ("name", "option"),
    [(name, max(p.opts, key=len)) for name, c in COMMANDS for p in c.params if p.opts[0].startswith("-")],
)
def test_every_option_is_under_its_command(name: str, option: str) -> None:
    section = page("commands.md").partition(f"\n$ {name} --help\n")[2].partition("```")[0]
    assert option in section


FIELDS = sorted(
    {
        (definition, field)
        for schema in schemas().values()
        for definition, described in schema.get("$defs", {}).items()
        for field in described.get("properties", {})
    }
)


@pytest.mark.parametrize(("definition", "field"), FIELDS)
def test_every_field_is_explained(definition: str, field: str) -> None:
    assert field in code_words() or f"{definition}.{field}" in WAIVED["fields"]


@pytest.mark.parametrize("code", sorted({one.code for one in classes()}))
def test_every_class_is_on_the_page_of_rules(code: str) -> None:
    assert f"| `{code}` |" in page("rules.md")


@pytest.mark.parametrize("name", sorted({one.name for one in (*features(), *rule_words())}))
def test_every_feature_and_setting_is_on_the_page_of_rules(name: str) -> None:
    assert f"`{name}`" in page("rules.md")


def test_every_rule_is_on_the_page_of_rules() -> None:
    missing = [name for name in check_docs.rule_names() if f"`{name}`" not in page("rules.md")]
    assert not missing, "scripts/check_docs.py --update writes them"


def codes() -> list[str]:
    reasons = files("vigie.vocabulary") / "data" / "intake" / "reasons.toml"
    return sorted(tomllib.loads(reasons.read_text(encoding="utf-8")))


@pytest.mark.parametrize("code", codes())
def test_every_reason_of_a_problem_is_explained(code: str) -> None:
    assert f"`{code}`" in page("intake.md") or code in WAIVED["codes"]


def targets() -> list[str]:
    return re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("target", targets())
def test_every_target_of_make_is_told(target: str) -> None:
    assert f"`make {target}`" in all_pages() or target in WAIVED["targets"]


def test_no_waiver_is_needless() -> None:
    names = {f"{definition}.{field}" for definition, field in FIELDS}
    assert set(WAIVED["fields"]) <= names
    assert set(WAIVED["codes"]) <= set(codes())
    assert set(WAIVED["targets"]) <= set(targets())
    assert all(reason for group in WAIVED.values() for reason in group.values())


def test_the_readme_is_short_and_has_one_picture() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) < 130
    assert readme.count("![") == 1
    assert readme.index("$ make run") < readme.index("$ vigie explain") < readme.index("![")


def test_no_page_shows_a_path_of_a_machine() -> None:
    assert not re.findall(r"(?:/home/|/work/|/tmp/|C:\\)\S*", all_pages())


@pytest.mark.parametrize(
    ("old", "printed", "new"),
    [
        ("$ a\nold\n", "one\ntwo\nthree", "$ a\none\ntwo\nthree\n"),
        ("$ a\nold\n…\n", "one\ntwo\nthree", "$ a\none\n…\n"),
        ("$ a\n…\n", "one", "$ a\n…\n"),
        ("$ a\nold\nold\nold\n…\n", "one", "$ a\none\n"),
        ("$ a\n$ b\n", "", "$ a\n$ b\n"),
    ],
)
def test_a_block_shows_what_its_commands_print_cut_where_it_was_cut(old: str, printed: str, new: str) -> None:
    class Printing(check_docs.Playground):
        def __init__(self) -> None:
            self.outputs = {"a": printed, "b": printed}

    assert check_docs.shown_again(old, Printing()) == new


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    text = "# Here\n[b](b.md) [a](a.md#here) [c](a.md#there) [w](https://x.org/y)"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert check_docs.broken_links(tmp_path / "a.md") == ["a.md: no b.md", "a.md: no a.md#there"]
