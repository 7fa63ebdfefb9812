"""Every format gives its documents: text, title, outlet, address, day, and a name that says where it came from."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import makers
import pytest
from makers import FRENCH, SECOND, put

from vigie.intake import read
from vigie.values import Document, Interval, Problem, write_jsonl

LINKED = '<script type="application/ld+json">%s</script>'
DAY = Interval.day(dt.date(2016, 10, 11))


def documents(*paths: Path) -> list[Document]:
    found = list(read(paths))
    assert [row for row in found if isinstance(row, Problem)] == []
    return [row for row in found if isinstance(row, Document)]


def problems(*paths: Path) -> list[tuple[str, str]]:
    return [(row.code, row.place) for row in read(paths) if isinstance(row, Problem)]


def names(found: Iterable[Document]) -> list[str]:
    return [document.document.rpartition("/")[2] for document in found]


def test_a_plain_text_is_kept_letter_for_letter(tmp_path: Path) -> None:
    text = "\r\n Syrie\xa0: « douze\u202fmorts »\r\n\r\n" + FRENCH + "\n\n"
    path = put(tmp_path, "a.txt", text)
    (found,) = documents(path)
    assert (found.text, found.document, found.title, found.published, found.language) == (
        text,
        path.as_posix(),
        None,
        None,
        "fr",
    )


def test_a_crawl_stamp_is_no_date(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.txt", " date 2021-10 " + FRENCH))
    assert found.published is None
    assert found.published_basis is None


def test_markdown_gives_its_words_and_its_heading(tmp_path: Path) -> None:
    text = f"# Raid sur *Tell Ramla*\n\n{FRENCH.replace('douze civils', '**douze civils**')}\n\n- [lien](https://example.org)\n\n<script>x</script>\n"
    (found,) = documents(put(tmp_path, "a.md", text))
    assert found.title == "Raid sur Tell Ramla"
    assert found.text == f"Raid sur Tell Ramla\n\n{FRENCH}\n\nlien"
    assert found.published is None


def test_markdown_front_matter_gives_title_day_and_outlet(tmp_path: Path) -> None:
    head = '---\ntitle: "Raid sur Tell Ramla"\ndate: 2016-10-11\nmédia: Le Guetteur\n---\n'
    (found,) = documents(put(tmp_path, "a.md", head + FRENCH))
    assert (found.text, found.title, found.published, found.published_basis) == (
        FRENCH,
        "Raid sur Tell Ramla",
        DAY,
        "given",
    )
    assert found.outlet == "Le Guetteur"


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a", "a.php"])
def test_a_page_gives_its_article_without_menu_and_comments(tmp_path: Path, name: str) -> None:
    (found,) = documents(put(tmp_path, name, makers.html()))
    assert FRENCH in found.text
    assert SECOND in found.text
    assert "quatre mille" not in found.text.lower()
    assert "Accueil" not in found.text
    assert found.title == "Raid sur Tell Ramla"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2016-10-11T23:40:00+02:00">',
        '<meta name="DC.date.issued" content="2016-10-11">',
        LINKED % '{"@type":"NewsArticle","datePublished":"2016-10-11T23:40:00+02:00"}',
        LINKED % '[{"@graph":[{"@type":"WebPage"},{"@type":["ReportageNewsArticle"],"datePublished":"2016-10-11"}]}]',
        '<meta itemprop="datePublished" content="2016-10-11 23:40">',
    ],
)
def test_a_page_is_dated_by_its_metadata(tmp_path: Path, head: str) -> None:
    (found,) = documents(put(tmp_path, "a.html", makers.html(head=head)))
    assert (found.published, found.published_basis) == (DAY, "metadata")


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2021-03-01">',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">{"@type":"WebSite","datePublished":"2001-01-01"}</script>',
        '<meta property="article:published_time" content="mardi dernier">',
    ],
)
def test_a_page_without_a_date_of_publication_stays_undated(tmp_path: Path, head: str) -> None:
    (found,) = documents(put(tmp_path, "a.html", makers.html(head=head)))
    assert found.published is None


def test_a_page_names_outlet_and_address(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://www.rfi.fr/fr/a"><meta property="og:title" content="Douze morts">'
    (found,) = documents(put(tmp_path, "a.html", makers.html(head=head)))
    assert (found.outlet, found.url, found.title) == ("RFI", "https://www.rfi.fr/fr/a", "Douze morts")


def test_an_address_that_is_no_web_address_is_dropped(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.html", makers.html(head='<link rel="canonical" href="javascript:alert(1)">')))
    assert found.url is None


@pytest.mark.parametrize("count", [1, 5])
def test_a_page_keeps_its_non_breaking_spaces_and_quotes(tmp_path: Path, count: int) -> None:
    text = "«\xa0Nous avons tout perdu\xa0», dit-il\xa0: «\u202f12\xa0000 déplacés\u202f» et l’hôpital “touché”."
    (found,) = documents(
        put(tmp_path, "a.html", f"<html><body><article>{f'<p>{text}</p>' * count}</article></body></html>")
    )
    assert text in found.text


def test_a_page_saved_with_its_pictures_is_read(tmp_path: Path) -> None:
    picture = f"<img src='data:image/png;base64,{'iVBORw0K' * 1_500_000}'>"
    (found,) = documents(put(tmp_path, "a.html", makers.html().replace("<article>", f"<article>{picture}")))
    assert FRENCH in found.text


def test_a_page_of_two_sentences_is_read(tmp_path: Path) -> None:
    comments = "<div id='comments'><p>Mille morts selon moi</p></div>"
    page = f"<html><body><nav><p>Menu</p></nav><div><p>{SECOND}</p></div>{comments}<script>x()</script></body></html>"
    (found,) = documents(put(tmp_path, "a.html", page))
    assert found.text == SECOND


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8", "utf-16"])
def test_a_page_is_read_in_the_character_set_that_it_names(tmp_path: Path, charset: str) -> None:
    page = makers.html().replace('charset="utf-8"', f'charset="{charset}"').encode(charset)
    (found,) = documents(put(tmp_path, "a.html", page))
    assert FRENCH in found.text


def test_json_lines_keep_text_and_what_is_said_beside_it(tmp_path: Path) -> None:
    rows = [
        {
            "doc": "d-1",
            "text": f" {FRENCH}\r\n",
            "date": "2016-10-11",
            "title": "Titre",
            "url": "https://example.org/1",
            "outlet": "Le Guetteur",
        },
        {"id": 7, "text": SECOND, "date": "2016-10"},
        {"text": SECOND, "date": "2016"},
    ]
    first, second, third = documents(put(tmp_path, "a.jsonl", "\n".join(json.dumps(row) for row in rows)))
    assert (first.document, first.text, first.published, first.published_basis) == (
        "d-1",
        f" {FRENCH}\r\n",
        DAY,
        "given",
    )
    assert (first.title, first.url, first.outlet) == ("Titre", "https://example.org/1", "Le Guetteur")
    assert (second.document, second.published) == ("7", Interval(start=dt.date(2016, 10, 1), end=dt.date(2016, 10, 31)))
    assert third.published == Interval(start=dt.date(2016, 1, 1), end=dt.date(2016, 12, 31))
    assert third.document.endswith("a.jsonl:3")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_lines_in_wide_encodings_are_read(tmp_path: Path, charset: str) -> None:
    rows = "".join(json.dumps({"id": str(i), "text": FRENCH}, ensure_ascii=False) + "\r\n" for i in range(3))
    assert [found.text for found in documents(put(tmp_path, "a.jsonl", rows.encode(charset)))] == [FRENCH] * 3


def test_json_lines_are_told_without_their_name(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "dump", json.dumps({"id": "x", "text": FRENCH}) + "\n"))
    assert found.document == "x"


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: rows[0]])
def test_a_json_file_is_an_object_or_a_list(tmp_path: Path, wrap: object) -> None:
    rows = wrap([{"id": "x", "text": FRENCH}])  # type: ignore[operator]
    assert names(documents(put(tmp_path, "a.json", json.dumps(rows, indent=1)))) == ["x"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "columns", ["id,date,titre,texte,média", "Identifiant,Date de publication,Headline,Content,Outlet"]
)
def test_csv_columns_are_told_by_their_names(tmp_path: Path, delimiter: str, columns: str) -> None:
    cells = ["n-1", "11/10/2016", "Raid", f'"{FRENCH}\n{SECOND}"', "Le Guetteur"]
    text = delimiter.join(columns.split(",")) + "\n" + delimiter.join(cells) + "\n"
    (found,) = documents(put(tmp_path, "liste.csv", text))
    assert (found.document, found.published, found.title, found.outlet) == ("n-1", DAY, "Raid", "Le Guetteur")
    assert found.text == f"{FRENCH}\n{SECOND}"


def test_csv_columns_of_another_name_are_told_by_a_file_beside(tmp_path: Path) -> None:
    put(tmp_path, "liste.csv.columns.toml", 'text = "Ce qui est arrivé"\ndate = "Vu le"\n')
    put(tmp_path, "liste.csv", f'Ce qui est arrivé,Vu le\n"{FRENCH}",2016-10-11\n')
    (found,) = documents(tmp_path)
    assert (found.text, found.published) == (FRENCH, DAY)


def test_a_survey_export_gives_its_narratives(tmp_path: Path) -> None:
    head = "start,_uuid,groupe/lieu,groupe/ce_que_vous_avez_vu,_submission_time"
    (found,) = documents(
        put(tmp_path, "kobo.csv", f'{head}\n2016-10-12,u-1,Tell Ramla,"{FRENCH}",2016-10-12T10:00:00\n')
    )
    assert (found.document, found.text, found.published) == ("u-1", FRENCH, None)


def test_a_workbook_gives_its_rows(tmp_path: Path) -> None:
    sheets = {
        "Notes": [["rien"]],
        "Faits": [["n°", "date", "récit"], [1, dt.datetime(2016, 10, 11), FRENCH], [2, None, SECOND]],
    }
    first, second = documents(put(tmp_path, "a.xlsx", makers.workbook(sheets)))
    assert (first.text, first.published, first.document.endswith("a.xlsx:Faits:2")) == (FRENCH, DAY, True)
    assert (second.text, second.published) == (SECOND, None)


def test_a_word_document_gives_paragraphs_and_title(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.docx", makers.word(FRENCH, SECOND, title="Note du jour")))
    assert (found.text, found.title, found.published) == (f"{FRENCH}\n{SECOND}", "Note du jour", None)


def test_an_open_document_gives_its_paragraphs(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.odt", makers.odt(FRENCH, SECOND)))
    assert found.text == f"{FRENCH}\n{SECOND}"


def test_a_pdf_gives_whole_sentences(tmp_path: Path) -> None:
    page = makers.wrapped(FRENCH, 80)
    (found,) = documents(put(tmp_path, "a.pdf", makers.pdf(page, [*makers.wrapped(SECOND, 80), (290, 40, "2")])))
    assert found.text == f"{FRENCH}\n\n{SECOND}"


def test_a_pdf_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    left, right = makers.wrapped(FRENCH, 42), makers.wrapped(SECOND, 42, x=320)
    interleaved = [line for pair in zip(left, right, strict=False) for line in pair] + left[len(right) :]
    (found,) = documents(put(tmp_path, "a.pdf", makers.pdf(interleaved)))
    assert found.text.split("\n") == [FRENCH, SECOND]


def test_a_mail_gives_body_subject_and_day(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "a.eml", makers.mail(FRENCH)))
    assert (found.text, found.title) == (FRENCH, "Raid sur Tell Ramla")
    assert (found.published, found.published_basis) == (DAY, "metadata")


def test_a_mail_wrapped_at_72_gives_whole_sentences(tmp_path: Path) -> None:
    body = "\n".join(line for _, _, line in makers.wrapped(FRENCH, 72)) + "\n\n" + SECOND
    (found,) = documents(put(tmp_path, "a.eml", makers.mail(body)))
    assert found.text == f"{FRENCH}\n{SECOND}"


def test_a_mail_in_html_gives_its_words(tmp_path: Path) -> None:
    (found,) = documents(
        put(tmp_path, "a.eml", makers.mail("", f"<div>{FRENCH}<br>{SECOND}</div><style>p{{}}</style>"))
    )
    assert (found.text, found.title, found.published) == (f"{FRENCH}\n{SECOND}", "Raid sur Tell Ramla", DAY)


def test_attachments_are_documents(tmp_path: Path) -> None:
    data = makers.mail(
        FRENCH, attachments={"note.docx": makers.word(SECOND), "b.zip": makers.zipped({"c.txt": SECOND.encode()})}
    )
    found = documents(put(tmp_path, "a.eml", data))
    assert names(found) == ["a.eml", "a.eml!note.docx", "a.eml!b.zip!c.txt"]


def test_a_mailbox_gives_its_mails(tmp_path: Path) -> None:
    box = b"".join(
        b"From a@example.org Tue Oct 11 18:45:00 2016\n" + makers.mail(text) + b"\n\n" for text in (FRENCH, SECOND)
    )
    for name in ("a.mbox", "Inbox"):
        assert [found.text for found in documents(put(tmp_path, name, box))] == [FRENCH, SECOND]


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    feed = makers.rss(
        ("Raid", "https://example.org/1", f"<p>{FRENCH}</p><script>x</script>"),
        ("Douze morts à Tell Ramla, selon les secours", "https://example.org/2", ""),
    )
    for name in ("a.rss", "a.xml", "a"):
        first, second = documents(put(tmp_path, name, feed))
        assert (first.document, first.text, first.title, first.outlet) == (
            "https://example.org/1",
            FRENCH,
            "Raid",
            "Le Guetteur",
        )
        assert (first.published, first.published_basis) == (DAY, "metadata")
        assert second.text == "Douze morts à Tell Ramla, selon les secours"


def test_an_atom_feed_is_dated_by_publication_not_by_change(tmp_path: Path) -> None:
    days = "<published>2016-10-11T09:00:00Z</published><updated>2020-01-01T00:00:00Z</updated>"
    entry = f"<entry><title>R</title><id>urn:1</id>{days}<content>{FRENCH}</content></entry>"
    (found,) = documents(
        put(tmp_path, "a.atom", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title>{entry}</feed>')
    )
    assert (found.document, found.published) == ("urn:1", DAY)


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True), ("capture", True)])
def test_a_capture_gives_its_pages(tmp_path: Path, name: str, packed: bool) -> None:
    pages = (
        ("https://www.rfi.fr/fr/1", "text/html; charset=utf-8", makers.html().encode()),
        ("https://www.rfi.fr/logo.png", "image/png", b"\x89PNG"),
        ("https://www.rfi.fr/2.txt", "text/plain", SECOND.encode()),
    )
    first, second = documents(put(tmp_path, name, makers.warc(*pages, packed=packed)))
    assert (first.document, first.url, first.outlet) == ("https://www.rfi.fr/fr/1", "https://www.rfi.fr/fr/1", "RFI")
    assert first.retrieved == dt.datetime(2016, 10, 12, 8, 30, tzinfo=dt.UTC)
    assert second.text == SECOND


def test_a_wacz_gives_its_captures_only(tmp_path: Path) -> None:
    capture = makers.warc(("https://www.rfi.fr/fr/1", "text/html", makers.html().encode()))
    members = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": capture,
        "pages/pages.jsonl": b'{"text": "x"}',
        "indexes/i.cdx": b"x",
    }
    assert [found.url for found in documents(put(tmp_path, "a.wacz", makers.zipped(members)))] == [
        "https://www.rfi.fr/fr/1"
    ]


def test_a_zip_gives_its_files(tmp_path: Path) -> None:
    members = {
        "d/a.txt": FRENCH.encode(),
        "b.html": makers.html().encode(),
        "__MACOSX/x": b"x",
        "c.zip": makers.zipped({"e.txt": SECOND.encode()}),
    }
    assert names(documents(put(tmp_path, "a.zip", makers.zipped(members)))) == [
        "a.txt",
        "a.zip!b.html",
        "a.zip!c.zip!e.txt",
    ]


@pytest.mark.parametrize("suffix", ["", *makers.PACKERS])
def test_a_tar_gives_its_files(tmp_path: Path, suffix: str) -> None:
    data = makers.tarred({"a.txt": FRENCH.encode(), "d/b.jsonl": json.dumps({"id": "x", "text": SECOND}).encode()})
    packer = makers.PACKERS.get(suffix, bytes)
    assert [found.text for found in documents(put(tmp_path, f"a.tar{suffix}", packer(data)))] == [FRENCH, SECOND]


@pytest.mark.parametrize("suffix", list(makers.PACKERS))
def test_a_compressed_file_gives_what_it_holds(tmp_path: Path, suffix: str) -> None:
    rows = b"".join(json.dumps({"id": str(i), "text": FRENCH}).encode() + b"\n" for i in range(5))
    assert names(documents(put(tmp_path, f"a.jsonl{suffix}", makers.PACKERS[suffix](rows)))) == list("01234")


def test_folders_are_walked_in_order_each_file_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".git/x.txt", "é.txt"):
        put(tmp_path, name, FRENCH)
    found = documents(tmp_path, tmp_path / "b.txt", tmp_path / "a")
    assert names(found) == ["c.txt", "z.txt", "b.txt", "é.txt"]


def test_reading_again_gives_the_same_documents_and_ids(tmp_path: Path) -> None:
    put(tmp_path, "a.html", makers.html())
    put(tmp_path, "b.zip", makers.zipped({"c.jsonl": json.dumps({"id": "x", "text": SECOND}).encode()}))
    put(tmp_path, "d.eml", makers.mail(FRENCH, attachments={"e.txt": SECOND.encode()}))
    first, second = documents(tmp_path), documents(tmp_path)
    assert first == second
    assert len({found.id for found in first}) == len(first) == 4


def test_a_document_written_out_and_read_again_is_the_same_document(tmp_path: Path) -> None:
    (first,) = documents(put(tmp_path, "a.txt", FRENCH))
    path = tmp_path / "documents.jsonl"
    write_jsonl(path, [first])
    (second,) = documents(path)
    assert second.id == first.id
    assert (second.document, second.text, second.origin) == (first.document, first.text, first.origin)


FORMATS = {
    "a.txt": ["txt"], "a.md": ["md"], "a.jsonl": ["jsonl"], "a.json": ["json"], "a.csv": ["csv"], "a.html": ["html"],
    "a.pdf": ["pdf"], "a.docx": ["docx"], "a.xlsx": ["xlsx"], "a.odt": ["odt"], "a.eml": ["eml", "eml"],
    "a.mbox": ["mbox", "mbox"], "a.rss": ["feed"], "a.warc": ["warc"], "a.warc.gz": ["warc"], "a.zip": ["txt", "html"],
    "a.tar": ["txt"], "a.tar.gz": ["txt"], "a.txt.xz": ["txt"], "a.txt.bz2": ["txt"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), FORMATS.items(), ids=FORMATS)
def test_a_document_tells_the_format_that_a_person_would_name(tmp_path: Path, name: str, expected: list[str]) -> None:
    found = read([put(tmp_path, name, makers.real()[name])])
    assert [row.format for row in found if isinstance(row, Document)] == expected


def test_the_format_is_that_of_the_bytes_and_not_of_the_name(tmp_path: Path) -> None:
    (found,) = documents(put(tmp_path, "depeche", makers.html()))
    assert found.format == "html"
