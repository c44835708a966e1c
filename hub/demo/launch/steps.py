"""The steps from a fresh copy to a site that can be served, each with what it is made from and what it makes."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hub.demo.launch.problems import CannotGoOnError
from hub.demo.launch.project import Project
from hub.demo.launch.stamps import Stamps, digest_of
from hub.demo.launch.terminal import Recorder

OLDEST_NODE = 20
Work = Callable[[Project, Recorder], object]


@dataclass(frozen=True)
class Step:
    """One thing to make, and how to tell that it is already there."""

    name: str
    title: str
    work: Work
    # The files and folders that it is made from: when their contents change, it is made again.
    inputs: tuple[Path, ...] = ()
    # What it leaves behind: when one of these is gone, it is made again.
    makes: tuple[Path, ...] = ()
    # Names of earlier steps: when one of them is done again, so is this.
    follows: tuple[str, ...] = ()

    def digest(self, project: Project) -> str:
        """Return the digest of all that it is made from."""
        return digest_of(self.inputs, root=project.root)


def pending(steps: Iterable[Step], project: Project, stamps: Stamps) -> list[Step]:
    """Return the steps that are still to be done, in order."""
    waiting: dict[str, Step] = {}
    for step in steps:
        current = (
            stamps.match(step.name, step.digest(project))
            and all(path.exists() for path in step.makes)
            and not any(name in waiting for name in step.follows)
        )
        if not current:
            waiting[step.name] = step
    return list(waiting.values())


def tool_steps(project: Project) -> list[Step]:
    """Return the steps to what developers need: every package, and the built front end."""
    return [_environment(project), _packages(project), _developers_packages(project), *_front_end(project)]


def asset_steps(project: Project) -> list[Step]:
    """Return the steps to the built styles and scripts."""
    return [_environment(project), *_front_end(project)]


def demonstration_steps(project: Project) -> list[Step]:
    """Return the steps to a demonstration that can be served."""
    root = project.root
    settings = (root / "requirements.txt", root / "hub" / "settings")
    migrations = _folders(root, "migrations")
    return [
        _environment(project),
        _packages(project),
        *_front_end(project),
        Step(
            "database",
            "Preparing the database",
            lambda project, recorder: _manage(project, recorder, "migrate", "--noinput"),
            inputs=(*settings, *migrations),
            makes=(project.database,),
            follows=("packages",),
        ),
        Step(
            "static files",
            "Gathering styles, scripts and pictures",
            lambda project, recorder: _manage(project, recorder, "collectstatic", "--noinput"),
            inputs=(*settings, *_folders(root, "static")),
            makes=(project.var / "static" / "staticfiles.json",),
            follows=("packages", "front end"),
        ),
        Step(
            "demonstration",
            "Loading the demonstration",
            _load_demonstration,
            inputs=_words_and_pictures(root),
            makes=(project.logins,),
            follows=("database",),
        ),
    ]


def _folders(root: Path, name: str) -> tuple[Path, ...]:
    """Return every folder of this name that an app of the project has, and the project's own, there yet or not."""
    found = {folder for place in ("*", "hub/*", "calendar/*") for folder in root.glob(f"{place}/{name}")}
    # What is gathered in var/ is made here, not made from.
    return tuple(sorted((found | {root / "hub" / name}) - {root / "var" / name}))


def _words_and_pictures(root: Path) -> tuple[Path, ...]:
    """Return all that the demonstration is loaded from: its package, but for what only starts it."""
    demo = root / "hub" / "demo"
    return tuple(sorted(path for path in demo.glob("*") if path.name not in {"launch", "__pycache__"}))


def _environment(project: Project) -> Step:
    return Step(
        "environment",
        "Making a Python environment in .venv",
        _make_environment,
        makes=(project.python, project.packages / "pip" / "__init__.py"),
    )


def _packages(project: Project) -> Step:
    return Step(
        "packages",
        "Installing the Python packages",
        lambda project, recorder: _install(project, recorder, "requirements.txt"),
        inputs=(project.root / "requirements.txt",),
        makes=(project.packages / "django", project.packages / "granian", project.packages / "honcho"),
        follows=("environment",),
    )


def _developers_packages(project: Project) -> Step:
    return Step(
        "developers' packages",
        "Installing the packages for tests and checks",
        lambda project, recorder: _install(project, recorder, "requirements-dev.txt"),
        inputs=(project.root / "requirements-dev.txt",),
        makes=(project.packages / "pytest", project.packages / "mypy"),
        follows=("environment",),
    )


def _front_end(project: Project) -> list[Step]:
    root = project.root
    lock = (root / "package.json", root / "package-lock.json", root / ".npmrc")
    built = root / "hub" / "static" / "hub"
    return [
        Step(
            "front-end tools",
            "Fetching the tools that build styles and scripts",
            _fetch_front_end_tools,
            inputs=(*lock, root / "requirements-node.txt"),
            makes=(root / "node_modules" / ".package-lock.json",),
        ),
        Step(
            "front end",
            "Building styles and scripts",
            lambda project, recorder: _npm(project, recorder, "run", "build"),
            inputs=(*lock, root / "hub" / "assets"),
            makes=(built / "hub.css", built / "hub.js"),
            follows=("front-end tools",),
        ),
    ]


def _make_environment(project: Project, recorder: Recorder) -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise CannotGoOnError(
            "This Python cannot make virtual environments: a part of it is packaged separately.\n"
            f"On Debian or Ubuntu, run:  sudo apt install {name}\nThen run the same command again."
        )
    recorder.run(sys.executable, "-m", "venv", "--clear", project.environment)


def _install(project: Project, recorder: Recorder, requirements: str) -> None:
    # The file names every package that is needed, so looking for more would only take time; so would compiling
    # every module, when Python compiles those that are used as it comes to them.
    recorder.run(
        *(project.python, "-m", "pip", "install", "--no-input", "--progress-bar", "off"),
        *("--no-deps", "--no-compile", "--require-hashes", "-r", requirements),
    )


def _fetch_front_end_tools(project: Project, recorder: Recorder) -> None:
    if _machine_node() < OLDEST_NODE:
        _install(project, recorder, "requirements-node.txt")
    # None of the packages needs its install script, and a script not run can do no harm.
    _npm(project, recorder, "ci", "--ignore-scripts", "--no-audit", "--no-fund")


def _npm(project: Project, recorder: Recorder, *words: str) -> None:
    machine = shutil.which("node") if _machine_node() >= OLDEST_NODE else None
    # npm starts `node` by its name: whichever npm is used, its own node must be the first on the path.
    folder = Path(machine).parent if machine else project.programs
    recorder.run(folder / "npm", *words, path_first=folder)


def _machine_node() -> int:
    """Return the major version of this computer's own node, or 0 where node and npm cannot both be used."""
    node = shutil.which("node")
    if node is None or not (Path(node).parent / "npm").exists():
        return 0
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = asked.stdout.strip().removeprefix("v").partition(".")[0]
    return int(major) if asked.returncode == 0 and major.isdigit() else 0


def _manage(project: Project, recorder: Recorder, *words: str) -> str:
    return recorder.run(project.python, "manage.py", *words)


def _load_demonstration(project: Project, recorder: Recorder) -> None:
    _manage(project, recorder, "demo")
    project.logins.write_text(_manage(project, recorder, "demo", "--logins"))
