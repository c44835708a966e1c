"""The files that people and machines start from: the Makefile, the pinned packages, the checks."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PINNED = ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"]
# Steps that other targets need, and nobody types.
INNER = {"help", "python", "tools"}


def test_make_alone_lists_every_target_with_what_it_does() -> None:
    ended = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=10)
    listed = dict(re.findall(r"^make ([a-z-]+) +(\S.*)$", ended.stdout, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony is not None
    assert listed.keys() - INNER == set(phony[1].split()) - INNER
    assert all(listed.values())


@pytest.mark.parametrize("name", PINNED)
def test_every_package_is_pinned_with_its_hashes(name: str) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", (ROOT / name).read_text(), flags=re.MULTILINE).strip())
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==\S+( ; .*)? \\\n +--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", [*PINNED, "package.json", "package-lock.json", ".npmrc"])
def test_no_file_says_where_packages_come_from(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not re.search(r"--(extra-)?index-url|--find-links|--trusted-host|\"resolved\"", text)
    # The only addresses are where a package's authors ask for donations.
    addresses = re.findall(r".*://.*", text)
    assert [line for line in addresses if '"url"' not in line] == []


def test_developers_and_the_site_use_the_same_versions() -> None:
    runtime, developers = (
        set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(), re.MULTILINE)) for name in PINNED[:2]
    )
    assert runtime <= developers


def test_the_checks_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert (ROOT / ".ci" / "run").read_text().startswith("#!/usr/bin/env bash\n")
