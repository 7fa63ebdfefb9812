"""The linter of a language pack: every table in one call, each finding with its file, its line, and what to do.

A pack is data that people write who do not read the program; what they can get wrong is told before a text is read.
"""

from collections.abc import Iterator
from pathlib import Path

from vigie.places.lint import lint as lint_places
from vigie.times.lint import problems as lint_times
from vigie.vocabulary.lint import problems as lint_vocabulary

from .actor_forms import lint_forms
from .attribution_forms import lint_speech
from .lexicon import is_lexicon, pack_folder
from .lint_lexicon import WAIVERS, lint_collisions, lint_table, lint_waivers, read_waivers
from .lint_rules import lint_rules
from .lint_small import lint_patterns, lint_quantities, lint_time_words, lint_user_actors
from .pack_tables import Finding, Language


def _texts(language: str) -> dict[str, str]:
    """The files of a pack by name."""
    return {
        f.name: f.read_text(encoding="utf-8") for f in sorted(pack_folder(language).iterdir(), key=lambda f: f.name)
    }


def _lexicons(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if is_lexicon(name)}


def findings(language: str) -> Iterator[Finding]:
    """What is wrong in the lexicon, rule, number and cue tables of a pack."""
    texts = _texts(language)
    lexicons = _lexicons(texts)
    for name, text in texts.items():
        if name in lexicons:
            yield from lint_table(name, text)
        elif name.startswith("rules_"):
            yield from lint_rules(name, text)
        elif name.startswith("cues_"):
            yield from lint_patterns(name, text)
        elif name == "quantities.tsv":
            yield from lint_quantities(name, text)
    waivers = pack_folder(language) / WAIVERS
    yield from lint_collisions({}, lexicons, read_waivers(waivers))
    yield from lint_waivers(waivers, lexicons)


def extra_findings(language: str, extra: Path) -> Iterator[Finding]:
    """What is wrong in a folder of words of the user's, by itself and beside the pack that it is read after."""
    mine: dict[str, str] = {}
    for path in sorted(p for p in extra.iterdir() if p.is_file() and not p.name.startswith(".")):
        name = f"{extra.name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            yield Finding(name, 0, "encoding", {})
            continue
        if is_lexicon(path.name):
            mine[name] = text
            yield from lint_table(name, text)
        elif path.name == "actors.tsv":
            yield from lint_user_actors(language, name, text)
        elif path.name == "times_words.tsv":
            yield from lint_time_words(name, text)
        else:
            yield Finding(name, 0, "file", {})
    yield from lint_collisions(_lexicons(_texts(language)), mine, {})


def problems(language: str, extra: Path | None = None, said: Language = "en") -> list[str]:
    """What is wrong with a pack, one sentence each with its file and line; empty when all is well.

    With `extra`, a folder whose tables are read after the pack's, that folder alone is looked at. Else all is: the
    lexicon, rules, numbers and cues of the pack, then by their own linters (in English) actors, speech, times, places
    and the vocabulary.
    """
    if extra is not None:
        return [finding.text(said) for finding in extra_findings(language, extra)]
    others = (*lint_forms(language), *lint_speech(language), *lint_times(), *lint_places(), *lint_vocabulary())
    return [*(finding.text(said) for finding in findings(language)), *others]
