"""Videos that stand elsewhere: where one is watched and which player shows it on a page of ours.

Nothing is asked of the other host until a reader presses the video.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

YOUTUBE_PLAYER: Final = "https://www.youtube-nocookie.com"
VIMEO_PLAYER: Final = "https://player.vimeo.com"

_YOUTUBE = frozenset({"youtube.com", "youtube-nocookie.com"})
_VIMEO = frozenset({"vimeo.com", "player.vimeo.com"})
_YOUTUBE_KEY = re.compile(r"[A-Za-z0-9_-]{11}")
_YOUTUBE_PATH = re.compile(r"/(?:embed|live|shorts|v)/(?P<key>[A-Za-z0-9_-]{11})/?")
_VIMEO_PATH = re.compile(r"/(?:[a-z]+/(?:[\w-]+/)?)?(?P<key>\d{5,12})(?:/(?P<secret>[0-9a-f]{6,20}))?/?")
_VIMEO_SECRET = re.compile(r"[0-9a-f]{6,20}")
_START = re.compile(r"(?:(?P<hours>\d{1,2})h)?(?:(?P<minutes>\d{1,3})m)?(?:(?P<seconds>\d{1,5})s?)?")


@dataclass(frozen=True, slots=True)
class Video:
    """A video. `host` names the website in words, `player` is the address of what plays it, `origin` whose it is."""

    host: str
    origin: str
    player: str


def video_at(link: str) -> Video | None:
    """Return the video that `link` leads to; nothing if it is none on YouTube or Vimeo."""
    try:
        parts = urlsplit(link.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if host == "youtu.be":
        return _on_youtube(parts.path.strip("/"), asked)
    if host in _YOUTUBE:
        path = _YOUTUBE_PATH.fullmatch(parts.path)
        return _on_youtube(path["key"] if path else asked.get("v", "") if parts.path == "/watch" else "", asked)
    return _on_vimeo(parts.path, asked) if host in _VIMEO else None


def players_in(stream: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return whose players the videos need that stand in `stream`, given as the database keeps it."""
    videos = (video_at(str(block["value"].get("link") or "")) for block in stream if block["type"] == "video")
    return {video.origin for video in videos if video}


def _on_youtube(key: str, asked: dict[str, str]) -> Video | None:
    if not _YOUTUBE_KEY.fullmatch(key):
        return None
    start = _seconds(asked.get("t") or asked.get("start") or "")
    wanted = {"autoplay": 1, "rel": 0} | ({"start": start} if start else {})
    return Video("youtube.com", YOUTUBE_PLAYER, f"{YOUTUBE_PLAYER}/embed/{key}?{urlencode(wanted)}")


def _on_vimeo(path: str, asked: dict[str, str]) -> Video | None:
    found = _VIMEO_PATH.fullmatch(path)
    if not found:
        return None
    # A video that is not listed has a second part, without which it is not shown.
    secret = found["secret"] or asked.get("h", "")
    wanted: dict[str, str | int] = {"autoplay": 1, "dnt": 1}
    if _VIMEO_SECRET.fullmatch(secret):
        wanted["h"] = secret
    return Video("vimeo.com", VIMEO_PLAYER, f"{VIMEO_PLAYER}/video/{found['key']}?{urlencode(wanted)}")


def _seconds(start: str) -> int:
    found = _START.fullmatch(start)
    if not found:
        return 0
    hours, minutes, seconds = (int(found[name] or 0) for name in ("hours", "minutes", "seconds"))
    return hours * 3600 + minutes * 60 + seconds
