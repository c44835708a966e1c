"""Nothing is made twice, and nothing is kept that its inputs have outgrown."""

from pathlib import Path

import pytest

from hub.demo.launch.project import Project
from hub.demo.launch.stamps import Stamps, digest_of
from hub.demo.launch.steps import Step, demonstration_steps, pending


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "assets"
    (folder / "scss").mkdir(parents=True)
    (folder / "scss" / "main.scss").write_text("a")
    (folder / "build.mjs").write_text("b")
    return folder


def digest(folder: Path) -> str:
    return digest_of([folder], root=folder.parent)


def test_the_digest_is_of_contents_not_of_times(sources: Path) -> None:
    before = digest(sources)
    (sources / "build.mjs").write_text("b")
    (sources / "build.mjs").touch()
    assert digest(sources) == before


def test_the_digest_changes_with_contents_names_additions_and_removals(sources: Path) -> None:
    seen = {digest(sources)}
    (sources / "build.mjs").write_text("changed")
    seen.add(digest(sources))
    (sources / "build.mjs").rename(sources / "make.mjs")
    seen.add(digest(sources))
    (sources / "more.js").touch()
    seen.add(digest(sources))
    (sources / "scss" / "main.scss").unlink()
    seen.add(digest(sources))
    assert len(seen) == 5


def test_hidden_files_and_compiled_python_do_not_count(sources: Path) -> None:
    before = digest(sources)
    (sources / ".swap").write_text("x")
    (sources / "__pycache__").mkdir()
    (sources / "__pycache__" / "build.pyc").write_bytes(b"x")
    assert digest(sources) == before


def test_what_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    assert digest_of([tmp_path / "nothing"], root=tmp_path) == digest_of([], root=tmp_path)


def test_stamps_outlive_the_program(tmp_path: Path) -> None:
    Stamps(tmp_path / "var" / "stamps.json").record("packages", "abc")
    later = Stamps(tmp_path / "var" / "stamps.json")
    assert later.match("packages", "abc")
    assert not later.match("packages", "def")
    later.forget("packages", "never known")
    assert not Stamps(tmp_path / "var" / "stamps.json").match("packages", "abc")


@pytest.mark.parametrize("spoilt", ["", "{", "[1]", '"text"'])
def test_a_spoilt_stamp_file_only_means_doing_the_work_again(tmp_path: Path, spoilt: str) -> None:
    path = tmp_path / "stamps.json"
    path.write_text(spoilt)
    stamps = Stamps(path)
    assert not stamps.match("packages", "abc")
    stamps.record("packages", "abc")
    assert Stamps(path).match("packages", "abc")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def two_steps(project: Project, sources: Path) -> list[Step]:
    """A step made from the sources, and one that builds on it; both finished."""
    made = project.root / "made.css"
    made.touch()
    steps = [
        Step("build", "Building", lambda *_: None, inputs=(sources,), makes=(made,)),
        Step("gather", "Gathering", lambda *_: None, follows=("build",)),
    ]
    stamps = stamps_of(project)
    for step in steps:
        stamps.record(step.name, step.digest(project))
    return steps


def stamps_of(project: Project) -> Stamps:
    return Stamps(project.var / "stamps.json")


def names(steps: list[Step], project: Project) -> list[str]:
    return [step.name for step in pending(steps, project, stamps_of(project))]


def test_a_finished_step_is_not_repeated(project: Project, two_steps: list[Step]) -> None:
    assert names(two_steps, project) == []


def test_a_step_is_repeated_with_those_that_build_on_it_when_an_input_changes(
    project: Project, two_steps: list[Step], sources: Path
) -> None:
    (sources / "build.mjs").write_text("changed")
    assert names(two_steps, project) == ["build", "gather"]


def test_a_step_is_repeated_when_what_it_made_is_gone(project: Project, two_steps: list[Step]) -> None:
    (project.root / "made.css").unlink()
    assert names(two_steps, project) == ["build", "gather"]


def test_a_fresh_copy_needs_every_step_in_order(project: Project) -> None:
    assert names(demonstration_steps(project), project) == [
        "environment",
        "packages",
        "front-end tools",
        "front end",
        "database",
        "static files",
        "demonstration",
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("requirements.txt", {"packages", "database", "static files", "demonstration"}),
        ("package-lock.json", {"front-end tools", "front end", "static files"}),
        ("hub/assets/scss/main.scss", {"front end", "static files"}),
        ("home/migrations/0002_more.py", {"database", "demonstration"}),
        ("calendar/events/migrations/0001_initial.py", {"database", "demonstration"}),
        ("hub/settings/base.py", {"database", "static files", "demonstration"}),
        ("hub/demo/pages.py", {"demonstration"}),
        ("hub/demo/launch/serve.py", set()),
        ("home/views.py", set()),
        ("templates/base.html", set()),
    ],
)
def test_a_change_repeats_what_depends_on_it_and_nothing_else(
    project: Project, changed: str, expected: set[str]
) -> None:
    finish_everything(project)
    file = project.root / changed
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("changed")
    assert set(names(demonstration_steps(project), project)) == expected


def test_after_the_first_run_nothing_is_left_to_do(project: Project) -> None:
    finish_everything(project)
    assert names(demonstration_steps(project), project) == []


def finish_everything(project: Project) -> None:
    stamps = stamps_of(project)
    for step in demonstration_steps(project):
        digest_before = step.digest(project)
        for path in step.makes:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        stamps.record(step.name, digest_before)
