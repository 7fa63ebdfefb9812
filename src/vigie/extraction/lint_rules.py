"""The linter of the rule files: expressions, macros, groups, settings, class characters, the cost of a repetition."""

import importlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .pack_tables import Finding, RuleWord, allowed, close, letters, rule_words
from .rules import expand_macros

# What reads an expression as a tree is the module that `re` itself compiles with.
_PARSER = importlib.import_module("re._parser")
_MACRO = re.compile(r"\{([A-Z_]+)\}")
_LEAVES = ("LITERAL", "NOT_LITERAL")


class _File(NamedTuple):
    """A rule file as its findings need it: its name, its lines, the kind of its rules."""

    name: str
    text: list[str]
    kind: str

    def finding(self, key: str, spot: str, **words: object) -> Finding:
        """A finding on the first line that has `spot`."""
        line = next((n for n, text in enumerate(self.text, 1) if spot in text), 0)
        return Finding(self.name, line, key, words)


def lint_rules(name: str, text: str) -> Iterator[Finding]:
    """What is wrong in `rules_<kind>.toml`."""
    kind = name.removeprefix("rules_").removesuffix(".toml")
    file = _File(name, text.splitlines(), kind)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield Finding(name, 0, "toml", {"error": error})
        return
    seen: set[str] = set()
    for rule in data.get("rule", []):
        yield from _rule(file, rule, data.get("macros", {}), seen)
    yield from _macros(file, data)
    yield from _borrowed(file, data.get("borrow", []))
    yield from _lists(file, data.get("lists", {}))
    yield from _pairs(file, data.get("pairs", {}))


def _rule(file: _File, rule: dict[str, Any], macros: dict[str, str], seen: set[str]) -> Iterator[Finding]:
    name, pattern = str(rule.get("name", "")), str(rule.get("pattern", ""))
    if name.partition(".")[0] not in (file.kind, *_words(file, "prefix")) or name in seen:
        yield file.finding("rule.name", f'"{name}"', name=name, kind=file.kind)
    seen.add(name)
    unknown = [macro for macro in _MACRO.findall(pattern) if macro not in macros]
    for macro in unknown:
        yield file.finding("rule.macro", f'"{name}"', name=name, macro=macro)
    if not unknown:
        yield from _pattern(file, name, pattern, macros)
    for setting, value in rule.items():
        if setting not in ("name", "pattern"):
            yield from _setting(file, name, setting, value)


def _words(file: _File, *what: str) -> dict[str, RuleWord]:
    return {one.name: one for one in rule_words() if one.kind == file.kind and one.what in what}


def _pattern(file: _File, name: str, pattern: str, macros: dict[str, str]) -> Iterator[Finding]:
    spot = f'"{name}"'
    try:
        whole = expand_macros(pattern, macros)
        groups = re.compile(whole).groupindex
    except (re.error, ValueError, KeyError, OverflowError) as error:
        yield file.finding("rule.pattern", spot, name=name, error=error)
        return
    known = _words(file, "must", "group")
    for group in groups:
        if group not in known:
            yield file.finding("rule.group", spot, name=name, group=group, hint=close(group, known))
    for group in _words(file, "must"):
        if group not in groups:
            yield file.finding("rule.must", spot, name=name, group=group)
    yield from _tree(file, name, whole)


def _tree(file: _File, name: str, whole: str) -> Iterator[Finding]:
    """Characters that are no class, repetitions that cost more than the length of the text."""
    leaves: set[str] = set()
    nested = [_walk(_PARSER.parse(whole), leaves, False)]
    strange = leaves - letters(file.kind if file.kind in ("control", "diplomacy") else "text")
    if strange:
        yield file.finding("rule.char", f'"{name}"', name=name, chars="".join(sorted(strange)))
    if any(nested):
        yield file.finding("rule.nested", f'"{name}"', name=name)


def _walk(tree: Iterable[Any], leaves: set[str], repeated: bool) -> bool:
    """Collect the characters of an expression; whether a repetition without a bound stands inside a repetition."""
    nested = False
    for operation, value in tree:
        name = str(operation)
        if name in _LEAVES:
            leaves.add(chr(value))
        elif name == "IN":
            nested |= _walk(value, leaves, repeated)
        elif name.endswith("_REPEAT"):
            _, high, inner = value
            nested |= repeated and high == _PARSER.MAXREPEAT
            nested |= _walk(inner, leaves, repeated or high > 1)
        elif name in ("BRANCH", "SUBPATTERN", "ASSERT", "ASSERT_NOT"):
            inside = value[1] if name == "BRANCH" else [value[-1]]
            nested |= sum(_walk(part, leaves, repeated) for part in inside) > 0  # all of them: they collect
    return nested


def _setting(file: _File, name: str, setting: str, value: Any) -> Iterator[Finding]:
    spot, known = f'"{name}"', _words(file, "setting")
    if setting not in known:
        yield file.finding("rule.setting", spot, name=name, setting=setting, hint=close(setting, known))
        return
    spec = known[setting].values
    for part in _wrong_parts(spec, value):
        hint = close(str(part), (allowed(spec) or ()) if spec not in ("flag", "pattern") else ())
        yield file.finding("rule.setting.value", spot, name=name, setting=setting, value=part, hint=hint)


def _wrong_parts(spec: str, value: Any) -> list[Any]:
    """The parts of a setting's value that it cannot have."""
    if spec == "flag":
        return [] if value is True else [value]
    if spec == "pattern":
        return [] if isinstance(value, str) and _compiles(value) else [value]
    parts = value if isinstance(value, list) else str(value).split("|")
    known = allowed(spec)
    return [] if known is None else [part for part in parts if part not in known]


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError):
        return False
    return True


def _macros(file: _File, data: dict[str, Any]) -> Iterator[Finding]:
    macros = data.get("macros", {})
    patterns = [str(rule.get("pattern", "")) for rule in data.get("rule", [])]
    used = {
        name
        for text in (*patterns, *macros.values(), *data.get("objects", {}).values())
        for name in _MACRO.findall(text)
    }
    for name in macros:
        if name not in used:
            yield file.finding("rule.macro.unused", f"{name} =", name=name)


def _lists(file: _File, lists: dict[str, list[str]]) -> Iterator[Finding]:
    """Lists of words: none empty, no word twice, none with a capital, since texts are read in small letters."""
    for name, words in lists.items():
        spot = f"{name} ="
        if not words:
            yield file.finding("rule.list.empty", spot, name=name)
        for word in dict.fromkeys(words):
            if words.count(word) > 1:
                yield file.finding("rule.list.twice", spot, name=name, word=word)
            if word != word.lower() and not word.isupper():
                yield file.finding("rule.list.capital", spot, name=name, word=word)


def _pairs(file: _File, pairs: dict[str, dict[str, list[str]]]) -> Iterator[Finding]:
    """What a word must act on, by the act that it then is."""
    for name, acts in pairs.items():
        known = allowed("@acts") or ()
        for act in acts:
            if act not in known:
                yield file.finding("rule.pair.act", f"{name} =", name=name, act=act, hint=close(act, known))
        yield from _lists(file, {name: [word for words in acts.values() for word in words]})


def _borrowed(file: _File, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    for row in rows:
        letter, forms = str(row.get("letter", "")), row.get("forms", [])
        if letter not in letters(file.kind):
            yield file.finding("rule.borrow", f'letter = "{letter}"', forms=", ".join(forms), letter=letter)
