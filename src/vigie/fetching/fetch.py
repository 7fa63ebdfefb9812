"""A page as a person asked for it: robots.txt heeded, redirections followed and checked, pauses kept."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..intake import ReadError
from .addresses import Policy, Target, target
from .client import AGENT, Answer, ask, too_big

if TYPE_CHECKING:
    from protego import Protego

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_ROBOTS = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""


@dataclass(frozen=True)
class Capture:
    """One answer, and whom it came from."""

    target: Target
    answer: Answer


class Fetcher:
    """Fetches pages; remembers what sites allow, and when they were last asked. `sleep` is there for the tests."""

    def __init__(self, policy: Policy | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        self._policy, self._sleep = policy or Policy(), sleep
        self._robots: dict[str, Protego | None] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> list[Capture]:
        """The answers on the way to a page, the page's own last; ReadError says why there is none."""
        way: list[Capture] = []
        for _ in range(self._policy.redirects + 1):
            where = target(url, self._policy)
            self._permitted(where)
            way.append(Capture(where, self._ask(where)))
            answer = way[-1].answer
            location = answer.header("Location")
            if answer.status not in _REDIRECTS or not location:
                self._check(answer)
                return way
            url = urljoin(where.url, location)
        raise ReadError("redirects", limit=self._policy.redirects)

    def _check(self, answer: Answer) -> None:
        if answer.status in _GONE:
            raise ReadError("gone", status=answer.status)
        if answer.status != 200:
            raise ReadError("refused", status=answer.status)
        if answer.cut:
            raise too_big(self._policy)

    def _ask(self, where: Target, size: int | None = None) -> Answer:
        """Ask a site, not sooner after the last time than it wants."""
        rules = self._robots.get(where.site)
        wanted = (rules.crawl_delay(AGENT) if rules else None) or self._policy.pause
        last = self._asked.get(where.site)
        if last is not None:
            self._sleep(max(0.0, last + min(wanted, self._policy.longest_pause) - time.monotonic()))
        try:
            return ask(where, self._policy, size)
        finally:
            self._asked[where.site] = time.monotonic()

    def _permitted(self, where: Target) -> None:
        if where.site not in self._robots:
            self._robots[where.site] = self._rules(where.site)
        rules = self._robots[where.site]
        if rules is not None and not rules.can_fetch(where.url, AGENT):
            raise ReadError("robots", host=where.host)

    def _rules(self, site: str) -> "Protego | None":
        """A site's robots.txt; None where it has none. A site that cannot tell is left alone (RFC 9309, 2.3.1)."""
        from protego import Protego  # only those who fetch need it

        url = f"{site}/robots.txt"
        for _ in range(self._policy.redirects + 1):
            where = target(url, self._policy)
            answer = self._ask(where, _ROBOTS)
            location = answer.header("Location")
            if answer.status in _REDIRECTS and location:
                url = urljoin(where.url, location)
                continue
            if answer.status >= 500:
                raise ReadError("refused", status=answer.status)
            return Protego.parse(answer.body.decode("utf-8", "replace")) if answer.status == 200 else None
        return None
