"""How much of anything is read, and why no more: every bound of the intake in one place."""

MEGA = 1024 * 1024

WHOLE_FILE = 32 * MEGA
"""Bytes of a file that a parser must hold whole (page, PDF, office document, mail): its tree takes up to twenty times
that, and a dispatch, even with pictures in it, stays under 10 MB."""

TEXT_FILE = 8 * MEGA
"""Bytes of one text: ten long books; a longer one is a list of documents that lost its separators."""

LINE = 8 * MEGA
"""Bytes of one line of JSONL or one cell of a table: one document, see TEXT_FILE."""

TEXT = 5_000_000
"""Characters of one document after reading."""

STORED_FILE = 20 * 1024 * MEGA
"""Bytes of a file read as a stream (JSONL, CSV, WARC, MBOX, archives): a day's national web archive."""

HEAD = 64 * 1024
"""Bytes looked at to tell the format; `peek` gives no more than its buffer, so this is the buffer's size too."""

SWELL = 100
"""Times its size to which an archive may unpack: text packs 4 to 20 times, a bomb 1,000 times and more."""

SWELL_FREE = 64 * MEGA
"""Bytes that any archive may unpack to before SWELL counts: small files of much repeated text exceed the ratio."""

DEPTH = 5
"""Containers within containers, a compressed file being one: a ZIP, a mail in it, its ZIP, in that a .tar.gz (two)."""

ITEMS = 200_000
"""Items of one archive."""

ATTACHMENTS = 500
"""Attachments of one mail: a day's digest has fifty."""

MARKUP_DEPTH = 500
"""Nesting of elements in a page: real pages stay under 60, libxml2 stops at 256 or recurses."""

SECONDS = 15
"""Wall clock for one file in the helper process: half of the promised 30 on a machine half as fast; the largest real
files (2,000 pages of PDF) take five."""

HELPER_MEMORY = 700 * MEGA
"""Data of the helper process (Linux): with its libraries, some 250 MB, under the promised 1 GB."""

PAGES = 2_000
"""Pages of a PDF."""

ROWS = 1_000_000
"""Rows of a sheet: what the format itself can hold."""

FIELD = 500
"""Characters of a title, an outlet's name: they are shown on pages, and come from strangers."""

ADDRESS = 2_000
"""Characters of a URL: what browsers and search engines accept."""
