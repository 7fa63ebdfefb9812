"""Examples in the formats that are not written by hand: PDF, office documents, mails, feeds, captures, packed files.

    python scripts/example_files.py     writes examples/bureau/ again, byte for byte where the format has no clock

The texts were written for the project on public facts of 2015 and 2016; the outlets are invented.
"""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "examples" / "bureau"
sys.path.insert(0, str(ROOT / "tests" / "intake"))

import makers  # noqa: E402 the makers of real files stand among the tests

PRISON = (
    "Raids sur une prison de Maaret al-Noomane, dans le nord-ouest de la Syrie : 57 morts au moins",
    "IDLEB (Syrie), 9 janvier 2016 (Fil du Bureau) - Au moins 57 personnes ont été tuées samedi dans des frappes aériennes "
    "sur une prison tenue par le Front Al-Nosra à Maaret al-Noomane, dans la province d'Idleb, a affirmé l'Observatoire "
    "syrien des droits de l'Homme. Les bâtiments voisins, un tribunal et un marché, ont été touchés, selon cette source.",
    "Trente autres personnes ont été blessées, a précisé l'ONG, qui attribue ces frappes à l'aviation russe. Moscou n'a "
    "pas réagi. Les sauveteurs ont travaillé jusqu'à la nuit dans les décombres.",
)
MARKET = (
    "IDLEB (Syrie), 20 décembre 2015 (Fil du Bureau) - Des raids menés vraisemblablement par des avions russes ont tué au "
    "moins 43 personnes dimanche dans la ville d'Idleb, selon l'Observatoire syrien des droits de l'Homme.",
    "Plus de 150 personnes ont été blessées, certaines grièvement, a ajouté l'Observatoire. Un tribunal et une place où se "
    "tient le marché ont été visés.",
)
HOSPITAL = (
    "Maaret al-Noomane, le 15 février 2016",
    "Sept personnes ont été tuées lundi dans la destruction d'un hôpital soutenu par Médecins sans frontières près de Maaret "
    "al-Noomane, dans le nord-ouest de la Syrie, a annoncé l'organisation. Huit membres du personnel sont portés disparus.",
)
STALLS = (
    "Au moins 44 civils ont été tués mardi 19 avril 2016 par des raids aériens du régime sur les marchés de Maaret al-Noomane "
    "et de Kafranbel, a indiqué l'Observatoire syrien des droits de l'Homme."
)
CAMP = (
    "Au moins 28 civils, dont des femmes et des enfants, ont été tués jeudi 5 mai 2016 dans des raids aériens sur un camp de "
    "déplacés près de Sarmada, à la frontière turque, selon l'Observatoire syrien des droits de l'Homme. L'armée syrienne a "
    "démenti avoir visé ce camp."
)
SUNDAY = (
    "Au moins 21 civils ont été tués dimanche dans un raid aérien sur un marché de la ville d'Idleb, selon l'Observatoire "
    "syrien des droits de l'Homme."
)
FAST = (
    "Au moins 25 personnes ont été tuées samedi par des raids sur un marché d'Idleb, a dit un "
    "responsable des secours. L'Observatoire syrien des droits de l'Homme a fait état d'un bilan de 58 morts."
)
SCHOOL = (
    "Vingt-deux enfants et six enseignants ont été tués mercredi 26 octobre 2016 par des frappes qui ont touché une école à "
    "Hass, dans la province d'Idleb, a déclaré l'Unicef."
)
RESCUE = "Les secouristes ont évacué les blessés vers des hôpitaux de campagne, a dit l'un d'eux par téléphone."
LIST = (
    ("Date", "Lieu", "Province", "Type d'incident", "Auteur présumé", "Tués", "dont civils tués", "Blessés", "Source"),
    ("2015-12-20", "Idleb", "Idleb", "Raid aérien", "aviation russe", 44, "", "plus de 170", "Réseau du carnet"),
    ("2016-01-09", "Maaret al-Noomane", "Idleb", "Raid aérien", "aviation russe", "57", "", 30, "OSDH"),
    ("2016-04-19", "Kafranbel", "Idleb", "Raid aérien", "", "au moins 7", 7, "", "OSDH"),
    ("2016-05-05", "Sarmada", "Idleb", "Raid aérien", "armée syrienne ?", "28-30", 28, 50, "OSDH"),
)
SURVEY = (
    "start,end,_uuid,faits/date_des_faits,faits/lieu,_faits/point_latitude,_faits/point_longitude,faits/nature,faits/tues,"
    "faits/blesses,faits/recit,_submission_time\n"
    "2016-06-12,2016-06-12,b1c2,2016-06-12,Idleb,35.9306,36.6339,raid aérien,21,9,"
    '"Le marché aux légumes a été touché vers midi.",2016-06-12T16:20:00\n'
)


def columns() -> bytes:
    """A page of a bulletin: a headline across two columns."""
    head, left, right = PRISON
    lines = [(50, 800, head), *makers.wrapped(left, 44, top=770), *makers.wrapped(right, 44, x=320, top=770)]
    return makers.pdf(lines)


def mail(date: str, text: str, **attachments: str) -> bytes:
    """A mail of a day."""
    made = makers.mail(text, attachments={f"{name}.txt": words.encode() for name, words in attachments.items()})
    return made.replace(b"Tue, 11 Oct 2016 18:45:00 +0200", date.encode()).replace(b"Raid sur Tell Ramla", b"Depeche")


def mailbox() -> bytes:
    """Two mails of a desk."""
    dated = (("Thu, 05 May 2016 19:30:00 +0300", CAMP), ("Wed, 26 Oct 2016 20:10:00 +0300", SCHOOL))
    return b"".join(b"From bureau Thu May  5 18:00:00 2016\n" + mail(*one) + b"\n\n" for one in dated)


def atom() -> str:
    """A feed of one entry."""
    entry = f"<title>Idleb</title><link href='https://fil.example.org/3'/><content>{FAST}</content>"
    dated = "<published>2016-09-10T19:00:00Z</published><updated>2016-09-11T08:00:00Z</updated>"
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Fil du Bureau</title>"
        f"<entry><id>https://fil.example.org/3</id>{entry}{dated}</entry></feed>"
    )


def capture(name: str, day: str, title: str, text: str) -> bytes:
    """A page as a crawler took it."""
    dated = f'<meta property="article:published_time" content="{day}T20:10:00+03:00">'
    page = makers.html(text, dated, title).replace(makers.SECOND, RESCUE)
    return makers.warc((f"https://fil.example.org/{name}", "text/html; charset=utf-8", page.encode()))


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP without a clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def files() -> dict[str, bytes]:
    """Every file by its name."""
    item = ("Un marché touché à Idleb", "https://fil.example.org/2", SUNDAY)
    feed = makers.rss(item).replace("Tue, 11 Oct 2016 18:45:00 GMT", "Sun, 12 Jun 2016 17:30:00 GMT")
    row = {"id": "bureau-1", "date": "2016-10-26", "outlet": "Fil du Bureau", "text": SCHOOL}
    text = "\n\n".join(MARKET).encode()
    return {
        "bulletin.pdf": columns(),
        "depeche.docx": makers.word(*MARKET),
        "communique.odt": makers.odt(*HOSPITAL),
        "incidents.xlsx": makers.workbook({"Incidents": [list(one) for one in LIST]}),
        "enquete-kobo.csv": SURVEY.encode(),
        "courriel.eml": mail("Tue, 19 Apr 2016 18:45:00 +0300", STALLS, piece="\n\n".join(HOSPITAL)),
        "courriels.mbox": mailbox(),
        "fil.rss": feed.replace("Le Guetteur", "Fil du Bureau").encode(),
        "fil.atom": atom().encode(),
        "capture.warc.gz": capture("marches", "2016-04-19", "Des marchés visés dans la province d'Idleb", STALLS),
        "capture.wacz": packed(
            {
                "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1"}',
                "archive/data.warc.gz": capture("hass", "2016-10-26", "Une école visée à Hass", SCHOOL),
                "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
            }
        ),
        "objet.json": (json.dumps(row, ensure_ascii=False, indent=1) + "\n").encode(),
        "dossier.zip": packed({"idleb.txt": text}),
        "dossier.tar.gz": gzip.compress(makers.tarred({"idleb.txt": text}), mtime=0),
    }


def main() -> None:
    """Write them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
