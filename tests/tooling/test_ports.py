"""A port that cannot be used is refused before anything else happens, with one that can."""

import re
import socket
from collections.abc import Iterator

import pytest

from hub.demo.launch.ports import make_sure_free, port_from
from hub.demo.launch.problems import CannotGoOnError


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.mark.parametrize(("text", "port"), [("1", 1), ("8001", 8001), ("65535", 65535)])
def test_a_port_is_a_whole_number(text: str, port: int) -> None:
    assert port_from(text) == port


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "80.5", "http", "80 81", "\uff18\uff10", "99999999999999"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CannotGoOnError, match=r"PORT must be a whole number from 1 to 65535.*make demo PORT=8001"):
        port_from(text)


def test_a_taken_port_is_refused_and_a_free_one_named(taken: int) -> None:
    with pytest.raises(CannotGoOnError, match=rf"Port {taken} is already in use by another program") as caught:
        make_sure_free(taken)
    other = re.search(r"make demo PORT=(\d+)$", str(caught.value))
    assert other is not None
    make_sure_free(int(other[1]))


def test_a_port_taken_for_the_other_meaning_of_localhost_is_refused_too() -> None:
    try:
        listening = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this computer has no IPv6")
    with listening, pytest.raises(CannotGoOnError, match="already in use"):
        make_sure_free(listening.getsockname()[1])
