"""What `make compiled` builds, without building it: the modules, what mypyc would refuse in them, how results are compared."""

import ast
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import compiled  # noqa: E402 - a script, found by its folder


def refused(tree: ast.AST) -> Iterator[str]:
    """What mypyc 2.4 has no code for, though it is good Python."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for operator, literal in zip(node.ops, node.comparators, strict=True):
                if isinstance(operator, ast.In | ast.NotIn) and isinstance(literal, ast.Tuple | ast.List | ast.Set):
                    yield from (ast.unparse(node) for one in literal.elts if isinstance(one, ast.Starred))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (ascii(node.value) for letter in node.value if "\ud800" <= letter <= "\udfff")


def test_the_rules_are_compiled_and_their_linters_are_not() -> None:
    modules = compiled.modules()
    assert {"vigie/extraction/units.py", "vigie/places/find.py", "vigie/times/find.py"} <= set(modules)
    assert not [name for name in modules if "lint" in name]
    assert set(compiled.AS_PYTHON).isdisjoint(modules)
    assert all((ROOT / "src" / name).is_file() for name in compiled.AS_PYTHON)


@pytest.mark.parametrize("name", compiled.modules())
def test_a_module_has_nothing_that_mypyc_refuses(name: str) -> None:
    assert not list(refused(ast.parse((ROOT / "src" / name).read_text(encoding="utf-8"))))


def test_what_mypyc_refuses_is_seen() -> None:
    assert list(refused(ast.parse("x in (*a, *b)"))) == ["x in (*a, *b)"] * 2
    assert list(refused(ast.parse('"[\\ud800]"')))
    assert not list(refused(ast.parse("x in (a, b)\nfor y in (*a, *b): pass")))


def test_only_the_moment_of_reading_may_differ(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, moment, claim in ((one, "1", "a"), (other, "2", "b")):
        folder.mkdir()
        (folder / "documents.jsonl").write_text(f'{{"id":"x","retrieved":"{moment}","sha256":"y"}}\n', encoding="utf-8")
        (folder / "claims.jsonl").write_text(claim, encoding="utf-8")
    (other / "problems.jsonl").touch()
    assert compiled.differing(one, other) == ["claims.jsonl", "problems.jsonl"]


def test_a_missing_compiler_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sysconfig, "get_config_var", lambda _: "gcc-of-nowhere -pthread")
    assert "gcc-of-nowhere is not there" in (compiled.missing() or "")
    monkeypatch.setattr(sys, "argv", ["compiled.py", "--possible"])
    with pytest.raises(SystemExit, match="All works without"):
        compiled.main()
