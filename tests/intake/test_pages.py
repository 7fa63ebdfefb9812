"""Saved pages in the manners of large French-language sites: all of the article, nothing of what stands around it."""

from pathlib import Path

import pytest
from makers import FRENCH, SECOND, put

from vigie.intake import boilerplate_spans, read
from vigie.values import Document

THIRD = (
    "« Nous n'avons plus de médicaments », a déploré le directeur de l'hôpital de Bir Salem, qui réclame l'ouverture d'un "
    "couloir humanitaire."
)
LAST = "Les pourparlers, suspendus depuis deux semaines, doivent reprendre jeudi sous l'égide des Nations unies."
STORY = [*FRENCH.split(". "), SECOND, THIRD, LAST]
TEASER = "Dar Nour : quarante morts dans l'explosion d'un dépôt"
COMMENT = "Moi je vous dis que mille personnes sont mortes"

NATIONAL_DAILY = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Raid - Journal</title>
<meta property="og:site_name" content="Le Grand Journal"><meta property="og:type" content="article">
<meta property="article:published_time" content="2016-10-11T18:45:00+02:00"></head><body>
<div id="habillagepub" class="conteneur-haut"><header class="old__header"><nav class="nav__main"><a href="/">À la une</a>
<a href="/international/">International</a></nav></header></div>
<main role="main"><section class="article__wrapper"><header class="article__header"><h1 class="article__title">Raid</h1>
<p class="article__desc">Douze civils sont morts.</p><p class="meta__date">Publié le 11 octobre 2016 à 18h45 - Temps de
Lecture 3 min.</p></header><article class="article__content"><p class="article__paragraph">{FRENCH}</p>
<section class="catcher"><div class="catcher__content"><span class="catcher__desc"><span>Lire aussi</span>
<a href="/2">{TEASER}</a></span></div></section>
<p class="article__paragraph">{SECOND}</p><h2 class="article__sub-title">Couloir humanitaire</h2>
<p class="article__paragraph">{THIRD}</p><p class="article__paragraph">{LAST}</p></article>
<section class="article__reactions comments"><h3>Contributions</h3><p class="comment__body">{COMMENT}</p></section></section>
<aside class="aside__most-read"><h4>Les plus lus</h4><ol><li><a href="/3">{TEASER}</a></li></ol></aside></main>
<footer class="footer"><ul><li>Mentions légales</li></ul></footer></body></html>"""

PRIVATE_DAILY = f"""<!doctype html><html><head><meta charset="utf-8"><title>Raid</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"Raid",
"datePublished":"2016-10-11T16:45:00Z","publisher":{{"@type":"Organization","name":"Le Grand Journal"}}}}</script></head><body>
<div class="fig-page"><div class="fig-main-col"><article class="fig-content"><h1 class="fig-headline">Raid</h1>
<div class="fig-share"><a>Partager sur Facebook</a><a>Twitter</a></div>
<div class="fig-content-body"><p class="fig-paragraph">{FRENCH}</p>
<p class="fig-body-link"><b>» LIRE AUSSI - <a href="/2">{TEASER}</a></b></p>
<p class="fig-paragraph">{SECOND}</p><div class="fig-ad">Publicité</div><p class="fig-paragraph">{THIRD}</p>
<p class="fig-paragraph">{LAST}</p></div></article>
<div class="fig-comments" id="comments"><h2>3 commentaires</h2><ul><li><p>{COMMENT}</p></li></ul></div></div>
<div class="fig-side-col"><h3>À lire aussi</h3><ul><li><a href="/3">{TEASER}</a></li></ul></div></div></body></html>"""

BROADCASTER = f"""<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>Raid | Nouvelles</title>
<meta name="dc.date.issued" content="2016-10-11"><meta property="og:site_name" content="Le Grand Journal"></head><body>
<div id="app"><div role="banner"><a href="#main">Aller au contenu principal</a><ul><li><a href="/">Accueil</a></li></ul></div>
<main id="main"><div class="document-simple-header-container"><h1>Raid</h1></div>
<div class="document-content-style"><div><p>{FRENCH}</p></div><div class="framed media"><a href="/2"><span>{TEASER}</span>
</a></div><div><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p></div></div>
<section class="conversation"><h2>Commentaires</h2><div class="comment"><p>{COMMENT}</p></div></section>
<section class="recommendations"><h2>Vous aimerez aussi</h2><ul><li><a href="/3">{TEASER}</a></li></ul></section></main></div>
<div id="didomi-host"><p>Nous utilisons des cookies afin de personnaliser les contenus.</p><button>Tout accepter</button></div>
<script>window.__INITIAL_STATE__ = {{"a": "{COMMENT}"}};</script></body></html>"""

OLD_TABLES = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>Raid</title>
<meta name="date" content="2016-10-11"><meta name="publisher" content="Le Grand Journal"></head><body><table width="100%"><tr>
<td class="menu"><a href="/">Retour</a><br><a href="/m">Monde</a><br><a href="/s">Sport</a></td>
<td><div class="article"><h1>Raid</h1><p>{FRENCH}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p></div></td>
<td class="droite"><b>Les plus lus</b><br><a href="/3">{TEASER}</a></td></tr></table>
<div id="disqus_thread" class="comments"><p>{COMMENT}</p></div></body></html>"""

WEBLOG = f"""<!doctype html><html><head><meta charset="utf-8"><title>Raid &#8211; Le Grand Journal</title>
<meta property="og:site_name" content="Le Grand Journal"></head>
<body class="single single-post"><div id="page"><header id="masthead"><nav><ul class="menu"><li>Accueil</li></ul></nav></header>
<div id="content"><article class="post type-post"><header class="entry-header"><h1 class="entry-title">Raid</h1>
<div class="entry-meta"><time class="entry-date published" datetime="2016-10-11T18:45:00+00:00">11 octobre 2016</time></div>
</header><div class="entry-content"><p>{FRENCH}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p>
<div class="sharedaddy sd-sharing-enabled"><h3>Partager :</h3><ul><li>Twitter</li><li>Facebook</li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Articles similaires</h3><p>{TEASER}</p></div></div>
<footer class="entry-footer"><span class="tags-links">Tags: guerre, armée</span></footer></article>
<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><p>{COMMENT}</p></li></ol></div></div>
</div></body></html>"""

PAGES = {
    "national daily": NATIONAL_DAILY,
    "private daily": PRIVATE_DAILY,
    "broadcaster": BROADCASTER,
    "old tables": OLD_TABLES,
    "weblog": WEBLOG,
}


def claims_text(document: Document) -> str:
    """What the extraction looks at: the stored text without its boilerplate."""
    text = document.text
    for start, end in reversed(boilerplate_spans(text)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_saved_page_gives_all_of_its_article_and_nothing_else(tmp_path: Path, page: str) -> None:
    charset = "iso-8859-1" if "iso-8859-1" in page else "utf-8"
    (found,) = read([put(tmp_path, "page.html", page.encode(charset))])
    assert isinstance(found, Document)
    text = claims_text(found)
    assert [sentence for sentence in STORY if sentence not in text] == []
    assert [words for words in (TEASER, COMMENT, "cookies", "Partager") if words in text] == []
    assert found.published
    assert found.published.start.isoformat() == "2016-10-11"
    assert found.outlet == "Le Grand Journal"
