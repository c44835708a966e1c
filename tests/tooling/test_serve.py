"""The demonstration says where it is once it answers, and Ctrl-C ends all of it."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SERVE = (
    "import sys, time; from pathlib import Path; from hub.demo.launch.project import Project;"
    "from hub.demo.launch.serve import serve; here = Path(sys.argv[1]);"
    "sys.exit(serve(Project(here), here / 'Procfile', int(sys.argv[2]), time.time()))"
)
WEB = f"web: exec {sys.executable} -m http.server --bind 127.0.0.1 $PORT\n"
WORKER = "worker: echo at work; exec sleep 60\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "demo-logins.txt").write_text("Head teacher  head@example.org\n")
    (tmp_path / "Procfile").write_text(WEB + WORKER)
    return tmp_path


def start(site: Path) -> tuple[subprocess.Popen[str], int]:
    with socket.create_server(("127.0.0.1", 0)) as asking:
        port = asking.getsockname()[1]
    command = [sys.executable, "-c", SERVE, str(site), str(port)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True), port


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_says_where_it_is_and_stops_when_asked(site: Path, how: signal.Signals) -> None:
    program, port = start(site)
    with program:
        assert program.stdout is not None
        said = ""
        for line in program.stdout:
            said += line
            if "Press Ctrl-C to stop" in line:
                break
        program.send_signal(how)
        rest, problems = program.communicate(timeout=60)
    assert f"SENCo Hub is at  http://localhost:{port}/" in said
    assert "Head teacher  head@example.org" in said
    assert "at work" not in said
    assert "at work" in (site / "var" / "serve.log").read_text()
    assert "What you changed is kept" in rest
    assert (program.returncode, problems) == (0, "")
    with socket.socket() as asking:
        assert asking.connect_ex(("127.0.0.1", port)) != 0


def test_a_program_that_ends_by_itself_is_said_with_its_last_words(site: Path) -> None:
    (site / "Procfile").write_text("web: echo the database is from a newer version; exit 3\n" + WORKER)
    program, _port = start(site)
    _said, problems = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "The site stopped by itself." in problems
    assert "the database is from a newer version" in problems
    assert "Traceback" not in problems
