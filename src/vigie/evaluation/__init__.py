"""Is it true? Claims against what people read in the same texts; floors that hold; the quality page.

Pure but for the files it is told to read: gold, floors, known failures.
"""

from .failures import FailureRun, KnownFailure, read_failures, run_failures
from .floors import Floors, GateError, Measurement, figures, gate, pin, read_floors, shortfalls
from .gold import Entry, GoldDocument, counts, fingerprint, gold_documents, gold_problems, read_gold
from .groups import as_claims, b_cubed, score_groups
from .misses import misses
from .page import Extras, quality_page, summary
from .pairs import Matched, match
from .report import Attribute, Dating, GroupReport, KindReport, Measure, Rare, Rate, Report
from .run import Evaluation, Program, evaluate, evaluate_set
from .scoring import matches, score, score_gold
from .sentences import Sentence, SentenceReport, lone_document, quiet, read_sentences, score_sentences
from .sets import CodedSet, Section, coded_sets, measure

__all__ = [
    "Attribute", "CodedSet", "Dating", "Entry", "Evaluation", "Extras", "FailureRun", "Floors", "GateError",
    "GoldDocument", "GroupReport", "KindReport", "KnownFailure", "Matched", "Measure", "Measurement", "Program",
    "Rare", "Rate", "Report", "Section", "Sentence", "SentenceReport", "as_claims", "b_cubed", "coded_sets", "counts",
    "evaluate", "evaluate_set", "figures", "fingerprint", "gate", "gold_documents", "gold_problems", "lone_document",
    "match", "matches", "measure", "misses", "pin", "quality_page", "quiet", "read_failures", "read_floors",
    "read_gold", "read_sentences", "run_failures", "score", "score_gold", "score_groups", "score_sentences",
    "shortfalls", "summary",
]  # fmt: skip
