"""Remembers from what each step was last made, so that nothing is done twice."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def digest_of(paths: Iterable[Path], *, root: Path) -> str:
    """Return one text that changes when a file under `paths` is added, removed, renamed or changed.

    Times do not count, only names below `root` and contents; hidden files and compiled Python inside
    folders are left out. A path that is not there counts as empty.
    """
    whole = hashlib.sha256()
    for file in sorted(file for path in paths for file in _files(path)):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"{file.relative_to(root).as_posix()} {content}\n".encode())
    return whole.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in path.iterdir():
            if not child.name.startswith(".") and child.name != "__pycache__":
                yield from _files(child)


class Stamps:
    """The digests of the steps that were finished, kept in one small file."""

    def __init__(self, path: Path) -> None:
        """Read what `path` remembers. A file that cannot be understood counts as empty: work is then repeated."""
        self._path = path
        try:
            known = json.loads(path.read_text())
        except (FileNotFoundError, ValueError):
            known = {}
        self._known: dict[str, str] = known if isinstance(known, dict) else {}

    def match(self, step: str, digest: str) -> bool:
        """Say whether `step` was last finished with inputs of this digest."""
        return self._known.get(step) == digest

    def record(self, step: str, digest: str) -> None:
        """Remember that `step` is finished."""
        self._known[step] = digest
        self._write()

    def forget(self, *steps: str) -> None:
        """Let `steps` be done again."""
        for step in steps:
            self._known.pop(step, None)
        self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and then put in place: a full disk or a Ctrl-C never leaves half a file.
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self._known, indent=1, sort_keys=True))
        draft.replace(self._path)
