"""The linter of the pack: the pack is clean; each mistake that a person can make is told, with file and line."""

import datetime as dt
from pathlib import Path

import pytest

from vigie.extraction import PACK, explain, extract, lint, understand_many
from vigie.extraction.extract import pack_name
from vigie.extraction.lexicon import pack_folder
from vigie.extraction.lint import problems
from vigie.extraction.lint_lexicon import lint_collisions, lint_table, lint_waivers, read_waivers
from vigie.extraction.lint_rules import lint_rules
from vigie.extraction.lint_small import lint_patterns, lint_quantities
from vigie.extraction.pack_tables import Finding, classes, features, letters, rule_words
from vigie.extraction.rule_tables import pairs, word_lists
from vigie.times import find_times
from vigie.values import Document, Harm, Interval

DAY = Interval.day(dt.date(2016, 3, 12))
HEAD = "form\tcode\tvalue\tfeatures\n"


def test_the_pack_is_clean() -> None:
    assert problems("fr") == []


def test_every_explanation_is_there_in_both_languages() -> None:
    for row in (*classes(), *features(), *rule_words()):
        assert row.fr, row
        assert row.en, row


def keys(found: list[Finding]) -> list[str]:
    return [finding.key for finding in found]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("fauché(e)(s)\tK\tkilled", []),
        ("fauché(e)(s)\tK\tkilled\tweak weapon=blade", []),
        ("fauché\tK", ["cells"]),
        ("fauché\tK\tkilled\tweak\tweapon=blade", ["cells"]),
        ("fauché\tÉ\tkilled", ["class"]),
        ("fauché\tQ\tkilled", ["class.program"]),
        ("fauché\tK\tkiled", ["value"]),
        ("tir\tE\tShelling", ["value"]),
        ("tir\tE\tattack", []),
        ("avec\ti\tavec", []),
        ("avec\ti\t", ["value"]),
        ("fauché\tK\tkilled\twaek", ["feature"]),
        ("fauché\tK\tkilled\tcrowd", ["feature.class"]),
        ("fauché\tK\tkilled\tweapon=sword", ["feature.value"]),
        ("fauché\tK\tkilled\tweak=yes", ["feature.value"]),
        ("fauché\tK\tkilled\tweapon", ["feature.value"]),
        ("\tK\tkilled", ["form.empty"]),
        ("fauché(e\tK\tkilled", ["form.brackets"]),
        ("fauché|abattu\tK\tkilled", ["form.bar"]),
        ("Fauché\tK\tkilled", ["form.never"]),
        ("mis  à mort\tK\tkilled", ["form.never"]),
        ("l’un tué\tK\tkilled", ["form.never"]),
    ],
)
def test_a_row_of_the_lexicon(row: str, wrong: list[str]) -> None:
    assert keys(list(lint_table("lexicon_x.tsv", f"{HEAD}# a comment\n{row}\n"))) == wrong


def test_a_finding_tells_file_line_and_what_to_do_in_both_languages() -> None:
    (found,) = lint_table("lexicon_x.tsv", f"{HEAD}# a comment\n\nfauché\tK\tkiled\n")
    assert found.text("en").startswith("lexicon_x.tsv, line 4: «fauché»: value «kiled» unknown to the class K")
    assert found.text("en").endswith("Did you mean «killed»?")
    assert found.text("fr").startswith("lexicon_x.tsv, ligne 4 : «fauché»")
    assert "Vouliez-vous dire «killed»" in found.text("fr")


@pytest.mark.parametrize("text", ["", "mot\tclasse\n", "fauché\tK\tkilled\n"])
def test_a_table_without_its_header(text: str) -> None:
    assert keys(list(lint_table("lexicon_x.tsv", text))) == ["header"]


def test_spellings_that_stand_twice_show() -> None:
    tables = {
        "lexicon_a.tsv": f"{HEAD}tué(e)\tK\tkilled\ntuée\tK\tkilled\n",
        "lexicon_b.tsv": f"{HEAD}tué\tI\tkilled\n",
    }
    found = list(lint_collisions({}, tables, {}))
    assert [(f.key, f.file, f.line) for f in found] == [
        ("form.twice", "lexicon_a.tsv", 3),
        ("collision", "lexicon_b.tsv", 2),
    ]
    assert keys(list(lint_collisions({}, tables, {"tué": ("lexicon_a.tsv", "lexicon_b.tsv")}))) == ["form.twice"]


def test_a_waiver_holds_as_long_as_both_tables_have_the_form(tmp_path: Path) -> None:
    waivers = tmp_path / "collisions.tsv"
    waivers.write_text(
        "form\tkeeps\tloses\treason\ntué\ta.tsv\tb.tsv\twhy\nmort\ta.tsv\tb.tsv\twhy\nvu\ta.tsv\tb.tsv\t\n"
    )
    both = dict.fromkeys(("a.tsv", "b.tsv"), f"{HEAD}tué\tK\tkilled\nvu\tr\tvu\n")
    assert keys(list(lint_waivers(waivers, both))) == ["waiver.stale", "waiver.reason"]
    assert read_waivers(waivers)["tué"] == ("a.tsv", "b.tsv")


def rule(pattern: str, more: str = "", name: str = "harm.x") -> str:
    return f"[macros]\nNUM = '[Qq]'\n\n[[rule]]\nname = '{name}'\npattern = '''{pattern}'''\n{more}"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (rule("(?P<list>{NUM}V)(?P<out>K)"), []),
        (rule("(?P<list>{NUM}V)(?P<out>K)", "zero = true"), []),
        (rule("(?P<list>{NUM}V)(?P<out>K)", "zero = 'yes'"), ["rule.setting.value"]),
        (rule("(?P<list>{NUM}V)(?P<out>K)", "zeroo = true"), ["rule.setting"]),
        (rule("(?P<list>{NUM}V)(?P<out>K)", "word = '(a'"), ["rule.setting.value"]),
        (rule("(?P<list>{NUM}V)(?P<out>K)", "only = ['displaced', 'died']"), ["rule.setting.value"]),
        (rule("(?P<list>{NUM}V)(?P<what>K)"), ["rule.group", "rule.must"]),
        (rule("(?P<list>{NUM}V)(?P<out>K"), ["rule.pattern"]),
        (rule("(?P<list>{NOM}V)(?P<out>K)"), ["rule.macro", "rule.macro.unused"]),
        (rule("(?P<list>V)(?P<out>K)"), ["rule.macro.unused"]),
        (rule("(?P<list>{NUM}V)(?P<out>é)"), ["rule.char"]),
        (rule("(?P<list>(?:{NUM}V*)*)(?P<out>K)"), ["rule.nested"]),
        (rule("(?P<list>(?:{NUM}V{0,9})*)(?P<out>K)"), []),
        (rule("(?P<list>(?:{NUM}|V+){2,5})(?P<out>K)"), ["rule.nested"]),
        (rule("(?P<list>{NUM}V)(?P<out>K)", name="events.x"), ["rule.name"]),
        ("[[rule]\n", ["toml"]),
    ],
)
def test_a_rule(text: str, wrong: list[str]) -> None:
    assert keys(list(lint_rules("rules_harm.toml", text))) == wrong


def test_no_two_rules_have_one_name() -> None:
    once = rule("(?P<list>{NUM}V)(?P<out>K)")
    (found,) = lint_rules("rules_harm.toml", once + once.partition("\n\n")[2])
    assert found.key == "rule.name"
    assert "harm.x" in found.text("en")


def test_a_borrowed_letter_is_known_to_the_rules() -> None:
    text = "[[borrow]]\nletter = 'é'\nforms = ['siège']\n"
    assert keys(list(lint_rules("rules_control.toml", text))) == ["rule.borrow"]
    assert "V" in letters("control")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[lists]\nsent = ['émissaire', 'Al-Qaïda']\n", ["rule.list.capital"]),
        ("[lists]\nsent = ['émissaire', 'émissaire', 'SYR']\n", ["rule.list.twice"]),
        ("[lists]\nsent = []\n", ["rule.list.empty"]),
        ("[pairs]\nlift = { CONCEDE = ['embargo'], LIFT = ['siège'] }\n", ["rule.pair.act"]),
        ("[pairs]\nlift = { CONCEDE = ['embargo'], REJECT = ['embargo'] }\n", ["rule.list.twice"]),
        ("[lists]\nsent = ['émissaire']\n[pairs]\nlift = { CONCEDE = ['embargo'] }\n", []),
    ],
)
def test_lists_and_pairs_of_a_rule_file(text: str, wrong: list[str]) -> None:
    assert keys(list(lint_rules("rules_diplomacy.toml", text))) == wrong


@pytest.mark.parametrize("kind", ["control", "diplomacy"])
def test_code_asks_for_every_list_and_pair(kind: str) -> None:
    """A list that no condition reads is dead; a pair is named by a row of the lexicon or a borrowed word."""
    code = "\n".join(p.read_text(encoding="utf-8") for p in Path(lint.__file__).parent.glob("*.py"))
    assert [name for name in word_lists("fr", kind) if f'"{name}"' not in code] == []
    words = "\n".join(t.read_text(encoding="utf-8") for t in pack_folder("fr").iterdir() if t.is_file())
    assert [n for n in pairs("fr", kind) if f"pair={n}" not in words and f'"pair:{n}"' not in words] == []


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("unit\tdouze\t12", []),
        ("units\tdouze\t12", ["quantity.kind"]),
        ("unit\tdouze\ttwelve", ["quantity.value"]),
        ("before\tquelque\tabout", []),
        ("before\tquelque\tperhaps", ["quantity.value"]),
        ("unit\tdouze\t12\nunit\tdouze\t12", ["form.twice"]),
    ],
)
def test_a_number_word(row: str, wrong: list[str]) -> None:
    assert keys(list(lint_quantities("quantities.tsv", f"kind\tform\tvalue\n{row}\n"))) == wrong


def test_a_cue_is_an_expression() -> None:
    assert keys(list(lint_patterns("cues_x.toml", "[a]\nb = ['bien', '(mal', 'vers {art}']\n"))) == ["cue.pattern"]


WORDS = {
    "lexicon_mine.tsv": f"{HEAD}engin(s)-bélier(s)\tW\tvehicle_bomb\ttype=Suicide_bomb\nestourbi(e)(s)\tK\tkilled\n",
    "actors.tsv": "forms\tid\tkind\trole\tfeatures\nFaucons de l'Oronte\tFAUCONS-ORONTE\tarmed\tforce\tcap\n",
    "times_words.tsv": "class\tform\tvalue\nPART\tangélus\tnoon\n",
}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in WORDS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def document(text: str) -> Document:
    made = {"id": "d", "document": "d", "sha256": "", "text_sha256": "", "origin": "d"}
    return Document(text=text, published=DAY, published_basis="given", **made)  # type: ignore[arg-type]


def test_a_folder_of_words_is_read_after_the_pack(mine: Path) -> None:
    told = document("Les Faucons de l'Oronte ont estourbi trois soldats syriens vendredi à Idleb.")
    assert problems("fr", mine) == []
    assert extract(told) == []
    (harm,) = [c for c in extract(told, mine) if isinstance(c, Harm)]
    assert (harm.outcome, harm.count, harm.by) == ("killed", 3, ["FAUCONS-ORONTE"])
    assert extract(told) == []  # nothing of it stays in the process


def test_claims_name_the_words_that_they_were_read_with(mine: Path) -> None:
    told = document("Trois civils ont été estourbis vendredi à Idleb.")
    packs = {one.claim.pack for one in explain(told, mine)}
    assert packs == {pack_name(mine)} != {PACK}
    assert pack_name(mine).startswith(f"{PACK}+")


def test_a_word_of_time_means_what_its_like_mean(mine: Path) -> None:
    (found,) = find_times("Deux morts vendredi à l'angélus", DAY, mine)
    assert (found.time_of_day, str(found.interval.start) if found.interval else "") == ("noon", "2016-03-11")
    (plain,) = find_times("Deux morts vendredi à l'angélus", DAY)
    assert plain.time_of_day is None


def test_many_documents_are_read_with_it_too(mine: Path) -> None:
    texts = [document("Deux civils ont été estourbis vendredi à Idleb.")] * 3
    assert [len(reading.claims) > 0 for reading in understand_many(texts, 2, mine)] == [True] * 3


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("lexicon_mine.tsv", f"{HEAD}tuant\tk\tkilled\n", "lexicon_harm.tsv already"),
        ("actors.tsv", "forms\tid\tkind\trole\tfeatures\nX\tx y\tarmed\tforce\t\n", "must be capitals"),
        ("actors.tsv", "forms\tid\tkind\trole\tfeatures\nX\tXY\tarmd\tforce\t\n", "Did you mean «armed»?"),
        ("actors.tsv", "forms\tid\tkind\trole\tfeatures\nX\tXY\tarmed\tforces\t\n", "is no role"),
        ("actors.tsv", "forms\tid\tkind\trole\tfeatures\nX\tXY\tarmed\tforce\tcapital\n", "unknown feature"),
        ("actors.tsv", "forms\tid\tkind\trole\tfeatures\nDaech\tXY\tarmed\tforce\t\n", "is IS in the pack already"),
        ("actors.tsv", "forms\tid\tkind\trole\tfeatures\nX\tXY\n", "4 or 5"),
        ("times_words.tsv", "class\tform\tvalue\nPARTS\tangélus\tnoon\n", "Did you mean «PART»?"),
        ("times_words.tsv", "class\tform\tvalue\nPART\tangélus\tmidi\n", "has the value «midi»"),
        ("times_words.tsv", "class\tform\tvalue\nPART\tmidi pile\tnoon\n", "a single word"),
        ("times_words.tsv", "class\tform\tvalue\nPART\tsoir\tevening\n", "time word of the pack already"),
        ("words.txt", "tué\n", "the name of no table"),
    ],
)
def test_mistakes_in_a_folder_of_words(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (problem,) = problems("fr", tmp_path)
    assert told in problem
    assert problem.startswith(f"{tmp_path.name}/{name}")
    assert problems("fr", tmp_path, "fr") != [problem]


def test_a_table_that_a_spreadsheet_wrote(tmp_path: Path) -> None:
    (tmp_path / "lexicon_a.tsv").write_bytes(("\ufeff" + HEAD + "estourbi\tK\tkilled\n").replace("\n", "\r\n").encode())
    assert problems("fr", tmp_path) == []
    (tmp_path / "lexicon_a.tsv").write_bytes((HEAD + "fauché\tK\tkilled\n").encode("latin-1"))
    (problem,) = problems("fr", tmp_path)
    assert "UTF-8" in problem
