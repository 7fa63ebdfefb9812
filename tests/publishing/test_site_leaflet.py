"""Leaflet comes from npm by its hash, from no named host, and a build without Node is whole."""

import json
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_lock_names_hashes_and_no_host():
    lock = (ROOT / "web/package-lock.json").read_text(encoding="utf-8")
    assert "http" not in lock
    packages = {name: one for name, one in json.loads(lock)["packages"].items() if name}
    assert list(packages) == ["node_modules/leaflet"]
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())


def test_without_node_nothing_is_fetched(monkeypatch):
    tools = runpy.run_path(str(ROOT / "scripts/leaflet.py"))
    monkeypatch.setenv("VIGIE_NO_NODE", "1")
    assert "no Node" in tools["build"]()


def test_a_registry_that_fails_is_told_and_no_error(monkeypatch, tmp_path):
    tools = runpy.run_path(str(ROOT / "scripts/leaflet.py"))
    broken = tmp_path / "npm"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert "was not fetched" in tools["build"]()
