"""What stands in the demonstration's texts for `{next_panel_closes}` and the like, worked out from the diary."""

import re
from collections.abc import Iterable
from datetime import date

from hub.demo.clusters import CLUSTERS, Cluster
from hub.demo.diary import Diary, coming, diary_of, next_census, next_term_month
from hub.demo.school_year import SchoolYear, school_year_of


def long_date(day: date) -> str:
    """Such as 'Wednesday 25 November'."""
    return f"{day:%A} {day.day} {day:%B}"


def short_date(day: date) -> str:
    """Such as 'Wed 25 Nov', for tables."""
    return f"{day:%a} {day.day} {day:%b}"


def full_date(day: date) -> str:
    """Such as '25 November 2026'."""
    return f"{day.day} {day:%B} {day.year}"


def curly(words: str) -> str:
    """Return `words` with straight quotation marks and apostrophes made round."""
    opened = re.sub(r"(?<![^\s(])'", "\N{LEFT SINGLE QUOTATION MARK}", words)
    return opened.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def words_of(today: date, seed: int) -> dict[str, str]:
    """Return the words that any text may ask for by name."""
    diary = diary_of(school_year_of(today), seed)
    ahead = coming(today, seed)
    return {
        "school_year": diary.year.name,
        "autumn_year": str(diary.year.begins),
        "spring_year": str(diary.year.begins + 1),
        "today_full": full_date(today),
        "next_meeting": f"{long_date(ahead.meetings[0].day)} ({ahead.meetings[0].cluster.name})",
        "next_panel_closes": long_date(ahead.panels[0].closes),
        "next_morning": long_date(ahead.mornings[0]),
        "next_census": long_date(next_census(today)),
        "next_month": f"{next_term_month(today):%B}",
        "primary_meetings": _rows(_days_of(cluster, diary) for cluster in CLUSTERS if not cluster.secondary),
        "secondary_meetings": _rows(_days_of(cluster, diary) for cluster in CLUSTERS if cluster.secondary),
        "panels": _rows(
            [short_date(panel.closes), short_date(panel.meets), short_date(panel.decides)] for panel in diary.panels
        ),
        "panel_key_dates": _key_dates(
            (day, time, what)
            for panel in ahead.panels[:2]
            for day, time, what in (
                (panel.closes, "By 5pm", "Requests close"),
                (panel.meets, "", "Top-up panel meets"),
                (panel.decides, "By the end of the day", "Schools hear the decision"),
            )
        ),
        "morning_key_dates": _key_dates((day, "9.30am to 12 noon", "Morning for new SENCos") for day in diary.mornings),
        "last_school_year": SchoolYear(diary.year.begins - 1).name,
        "mornings": "\n".join(f"- {long_date(day)}" for day in diary.mornings),
        "mailboxes": _rows([cluster.name, _capital(cluster.localities), cluster.mailbox] for cluster in CLUSTERS),
        "terms": _rows(
            [
                term.name,
                short_date(term.first),
                f"{short_date(term.half_term)} to {short_date(term.half_term_ends)}",
                short_date(term.last),
            ]
            for term in diary.year.terms
        ),
    }


def cluster_words(cluster: Cluster, today: date, seed: int) -> dict[str, str]:
    """Return the words that the page of a cluster may ask for besides."""
    diary = diary_of(school_year_of(today), seed)
    return {
        "meetings": "; ".join(
            f"{diary.meeting(cluster, term.name).isoformat()} {term.name} meeting" for term in diary.year.terms
        ),
        "phase": cluster.phase,
        "phases": cluster.phase.capitalize(),
        "schools": str(cluster.schools),
        "shape": cluster.shape,
        "hue": cluster.hue,
        "cluster": cluster.name,
        "size": cluster.size,
        "area": cluster.localities,
        "about": cluster.about,
        "venue": cluster.venue,
        "time": cluster.meeting_time,
        "mailbox": cluster.mailbox,
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _days_of(cluster: Cluster, diary: Diary) -> list[str]:
    return [cluster.name, *(short_date(diary.meeting(cluster, term.name)) for term in diary.year.terms)]


def _key_dates(dates: Iterable[tuple[date, str, str]]) -> str:
    return _rows([day.isoformat(), time, what, ""] for day, time, what in dates)


def _rows(rows: Iterable[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
