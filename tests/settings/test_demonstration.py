"""The key that the demonstration makes for itself."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hub.settings.local_secret import local_secret


def test_the_key_is_its_owners_alone(tmp_path: Path) -> None:
    place = tmp_path / "var" / "key"
    local_secret(place)
    assert place.stat().st_mode & 0o777 == 0o600


def test_the_key_stays_the_same_and_is_long_and_random(tmp_path: Path) -> None:
    place, other = tmp_path / "key", tmp_path / "other"
    assert local_secret(place) == local_secret(place) == place.read_text()
    assert local_secret(place) != local_secret(other)
    assert len(local_secret(place)) >= 64


def test_processes_that_start_at_the_same_moment_have_the_same_key(tmp_path: Path) -> None:
    for attempt in range(20):
        with ThreadPoolExecutor(8) as pool:
            keys = set(pool.map(local_secret, [tmp_path / f"key-{attempt}"] * 8))
        assert len(keys) == 1
        assert len(keys.pop()) >= 64
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"key-{attempt}" for attempt in range(20))
