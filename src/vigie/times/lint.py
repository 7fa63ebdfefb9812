"""The linter of the tables of times: what a person who edits them can get wrong."""

import re
from collections import Counter
from collections.abc import Iterator

from .data import rows
from .find import LEVEL2
from .grammar import GIVES, TRIGGERS, TYPES, all_rules, words
from .patterns import symbols
from .spans import ACTIONS


def _words() -> Iterator[str]:
    """Forms are met in small letters, once in a class; a class that no rule names is never asked for."""
    table = rows("packs/fr/times_words.tsv")
    asked = {symbol for rule in all_rules() for symbol in symbols(rule.pattern)} | set(TRIGGERS)
    for kind in words():
        if kind not in asked:
            yield f"times_words.tsv: no rule asks for the class {kind}"
    for (kind, form), count in Counter((row["class"], row["form"]) for row in table).items():
        if form != form.lower() or not form:
            yield f"times_words.tsv: «{form}» is not in small letters"
        if count > 1:
            yield f"times_words.tsv: «{form}» stands {count} times in the class {kind}"


def _rules() -> Iterator[str]:
    """Actions and classes that exist; `part` and `clock` of level 1 are worked out with what they stand in."""
    known = {*words(), *TYPES, *GIVES, "PUNCT", "MENTION"}
    actions = ({*ACTIONS, "part", "clock", ""}, {*LEVEL2, ""})
    for rule in all_rules():
        if rule.action not in actions[rule.level - 1]:
            yield f"times_rules.tsv: {rule.name}: unknown action {rule.action}"
        strange = sorted(s for s in symbols(rule.pattern) if s.isupper() and len(s) > 1 and s not in known)
        if strange:
            yield f"times_rules.tsv: {rule.name}: unknown class {', '.join(strange)}"


def _expressions() -> Iterator[str]:
    """The expressions of the other tables compile."""
    for name, column in (("dateline", "pattern"), ("tense", "form")):
        for row in rows(f"packs/fr/times_{name}.tsv"):
            try:
                re.compile(row[column].replace("{date}", "x"))
            except re.error as error:
                yield f"times_{name}.tsv: «{row[column]}» does not compile: {error}"


def problems() -> list[str]:
    """What is wrong with the tables of times, one sentence each; empty when all is well."""
    return [*_words(), *_rules(), *_expressions()]
