"""Videos are known by their links, and only two players are ever asked for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.videos import VIMEO_PLAYER, YOUTUBE_PLAYER, video_at

KEY = "northmere-b"
TUBE = f"https://www.youtube-nocookie.com/embed/{KEY}?autoplay=1&rel=0"


@pytest.mark.parametrize(
    ("link", "player"),
    [
        (f"https://www.youtube.com/watch?v={KEY}", TUBE),
        (f"https://youtube.com/watch?list=PL1&v={KEY}&feature=shared", TUBE),
        (f"https://m.youtube.com/watch?v={KEY}", TUBE),
        (f"http://youtu.be/{KEY}?si=abc", TUBE),
        (f"https://www.youtube.com/shorts/{KEY}", TUBE),
        (f"https://www.youtube.com/live/{KEY}?feature=share", TUBE),
        (f"https://www.youtube-nocookie.com/embed/{KEY}", TUBE),
        (f"https://youtu.be/{KEY}?t=90", f"{TUBE}&start=90"),
        (f"https://youtu.be/{KEY}?t=1h2m3s", f"{TUBE}&start=3723"),
        (f"https://youtu.be/{KEY}?t=soon", TUBE),
        ("https://vimeo.com/123456789", f"{VIMEO_PLAYER}/video/123456789?autoplay=1&dnt=1"),
        ("https://vimeo.com/channels/staffpicks/123456789", f"{VIMEO_PLAYER}/video/123456789?autoplay=1&dnt=1"),
        ("https://vimeo.com/123456789/abcdef0123", f"{VIMEO_PLAYER}/video/123456789?autoplay=1&dnt=1&h=abcdef0123"),
        (
            "https://player.vimeo.com/video/123456789?h=abcdef0123",
            f"{VIMEO_PLAYER}/video/123456789?autoplay=1&dnt=1&h=abcdef0123",
        ),
    ],
)
def test_every_way_to_write_the_link_of_a_video_is_known(link: str, player: str) -> None:
    video = video_at(link)
    assert video
    assert video.player == player
    assert player.startswith(f"{video.origin}/")
    assert video.host == ("vimeo.com" if video.origin == VIMEO_PLAYER else "youtube.com")


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://example.org/watch?v=northmere-b",
        "https://youtube.com.example.org/watch?v=northmere-b",
        "https://www.youtube.com@example.org/watch?v=northmere-b",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/@northmere",
        "https://www.youtube.com/playlist?list=PL1",
        "https://vimeo.com/northmere",
        "javascript:https://youtu.be/northmere-b",
        "ftp://youtu.be/northmere-b",
        "https://[youtu.be/northmere-b",
    ],
)
def test_what_is_no_video_there_is_none(link: str) -> None:
    assert video_at(link) is None


HOSTS = st.sampled_from(["youtube.com", "www.youtube.com", "youtu.be", "vimeo.com", "player.vimeo.com", "example.org"])
PATHS = st.lists(st.text(max_size=14), max_size=4).map("/".join)


@given(HOSTS, PATHS, st.text(max_size=30), st.text(max_size=20))
def test_no_link_whatever_makes_a_frame_of_another_host(host: str, path: str, asked: str, start: str) -> None:
    for link in (f"https://{host}/{path}?{asked}", f"https://{host}/watch?v={asked[:11]}&t={start}", asked):
        video = video_at(link)
        if video:
            assert video.origin in (YOUTUBE_PLAYER, VIMEO_PLAYER)
            assert video.player.startswith((f"{YOUTUBE_PLAYER}/embed/", f"{VIMEO_PLAYER}/video/"))
            assert not set(video.player) & set("\"'<> \n")
