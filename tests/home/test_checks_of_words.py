"""Plain words: reading age, long sentences, short forms, and tables that name their columns."""

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from home.checks.content import Plain, Table
from home.checks.prose import passages_of, sentences_in, syllables_in, words_in
from home.checks.reading import check_reading, reading_age
from home.checks.short_forms import check_short_forms, short_forms_in
from home.checks.tables import check_tables
from tests.home.checked import HERE, parts, text

EASY = "We meet at the school. Bring a cup of tea. We talk about what went well. Then we plan the next term. " * 5
HARD = (
    "Notwithstanding the aforementioned organisational considerations, multidisciplinary professionals "
    "collaboratively undertaking comprehensive statutory assessments should systematically demonstrate "
    "transparently proportionate consideration of individual circumstances, ambitions, and many duties besides. " * 5
)


def test_easy_words_have_a_low_reading_age_and_hard_ones_a_high_one() -> None:
    easy, hard = reading_age(sentences_in(EASY)), reading_age(sentences_in(HARD))
    assert easy is not None
    assert hard is not None
    assert 5 <= easy <= 7
    assert hard > 20


def test_a_few_words_have_no_reading_age() -> None:
    assert reading_age(["We meet on Monday."]) is None


def test_a_page_that_is_hard_to_read_is_told_so_with_its_three_longest_sentences() -> None:
    sentences = [finding.sentence for finding in check_reading(text(f"<p>{HARD}</p>"))]
    assert sentences[0].startswith("Reading age over 18: aim for 11 to 13.")
    assert len(sentences) == 4
    assert "A sentence has" in sentences[1]


def test_a_page_that_is_easy_to_read_is_left_in_peace() -> None:
    assert list(check_reading(text(f"<p>{EASY}</p>"))) == []


def test_the_longest_sentence_is_named_first() -> None:
    thirty, forty = "one " * 29 + "end.", "two " * 39 + "end."
    found = list(check_reading(text(f"<p>{thirty}</p><p>{forty}</p>")))
    assert [finding.sentence.split()[3] for finding in found] == ["40", "30"]
    assert found[0].excerpt.endswith("…")


@pytest.mark.parametrize(
    ("passage", "number"),
    [
        ("We meet on Monday. Bring tea.", 2),
        ("Ask e.g. the school or the SENCo. Then wait.", 2),
        ("Who decides? The panel.", 2),
        ("It costs 3.50 pounds", 1),
        ("…", 0),
        ("", 0),
    ],
)
def test_sentences_end_where_they_end(passage: str, number: int) -> None:
    assert len(sentences_in(passage)) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [("school", 1), ("children", 2), ("special", 2), ("council", 2), ("a", 1), ("don't", 1), ("I", 1)],
)
def test_syllables_are_counted(word: str, number: int) -> None:
    assert syllables_in(word) == number


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("The EHCP and the DfE", ["EHCP", "DfE"]),
        ("EHCPs and EHCP", ["EHCP"]),
        ("YouTube, McDonald, iPad and GitHub", []),
        ("KS2, Y6 and A4", []),
        ("A. Smith I am", []),
    ],
)
def test_short_forms_are_told_from_names(words: str, forms: list[str]) -> None:
    assert short_forms_in(words) == forms


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Ask for an EHCP.", "EHCP"),
        ("Ask for an education, health and care plan (EHCP). The EHCP comes.", ""),
        ("An EHCP (education, health and care plan) comes.", ""),
        ("Two plans (EHCPs) came. One EHCP.", ""),
        ("The NHS and a SENCo meet.", ""),
        ("Both EHCP and CAMHS are here.", "EHCP, CAMHS"),
        ("ALL OF THIS IS SHOUTED", ""),
    ],
)
def test_short_forms_that_are_explained_nowhere_are_found(words: str, missing: str) -> None:
    assert ", ".join(finding.words for finding in check_short_forms(parts(Plain(HERE, words)))) == missing


def test_what_a_glossary_explains_needs_no_explaining() -> None:
    page = parts(Plain(HERE, "Both EHCP and CAMHS are here."))
    assert list(check_short_forms(page, known={"EHCP", "CAMHS"})) == []


def test_a_table_without_headers_is_found() -> None:
    page = parts(Table(HERE, has_header=False, words="Monday School"), Table(HERE, has_header=True))
    (finding,) = check_tables(page)
    assert finding.words == "Monday School"


@trials(deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_written_has_words_sentences_and_syllables(words: str) -> None:
    sentences = sentences_in(words)
    assert sum(len(words_in(sentence)) for sentence in sentences) == len(words_in(words))
    assert all(syllables_in(word) >= 1 for word in words_in(words))


@trials(deadline=None)
@given(st.text(alphabet="<>/pbhli23 aA.(\"'&;=", max_size=200))
def test_whatever_the_html_looks_like_it_has_passages(html: str) -> None:
    assert all(passage.words.strip() for passage in passages_of(text(html)))
