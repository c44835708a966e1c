"""The twelve clusters of Northmere, as the public pages tell of them. All places are invented."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster: how it is drawn, which schools it joins and where they meet."""

    name: str
    shape: str
    hue: str
    schools: int
    localities: str
    venue: str
    about: str
    secondary: bool = False

    @property
    def slug(self) -> str:
        """The last part of its page's address."""
        return self.name.lower().replace(" ", "-")

    @property
    def mailbox(self) -> str:
        """The shared mailbox that its lead SENCos read."""
        return f"{self.slug.removesuffix('-secondary')}@northmere.example"

    @property
    def phase(self) -> str:
        """Such as 'primary'."""
        return "secondary" if self.secondary else "primary"

    @property
    def size(self) -> str:
        """Such as '11 primary schools'."""
        return f"{self.schools} {self.phase} schools"

    @property
    def meeting_time(self) -> str:
        """When its meetings begin and end."""
        return "9.30am to 12 noon" if self.secondary else "1.30pm to 4pm"


CLUSTERS: Final[tuple[Cluster, ...]] = (
    Cluster(
        "Ashfold",
        "circle",
        "teal",
        11,
        "Ashfold, Withy Green and Lode",
        "Withy Green Village Hall",
        "Most of our schools have fewer than 150 pupils, so one person is often SENCo, class teacher and deputy head. "
        "We share what small schools cannot buy alone: a speech and language assistant two days a week, and a set of "
        "assessments that travels from school to school.",
    ),
    Cluster(
        "Brackenhill",
        "triangle",
        "moss",
        9,
        "Brackenhill and Upper Fenwell",
        "Brackenhill Community Centre",
        "This year we look at what happens between lessons. Every school has watched one playtime and one lunchtime "
        "at another school, and written down three things to copy.",
    ),
    Cluster(
        "Coldwater",
        "diamond",
        "blue",
        13,
        "Coldwater, Stennick and Priors Mead",
        "Coldwater Children's Centre",
        "Two of our schools have resource bases for children with speech, language and communication needs. Their "
        "staff give every other school in the cluster one day a term.",
    ),
    Cluster(
        "Dunmere",
        "half",
        "clay",
        14,
        "Dunmere town and Millbrook",
        "Dunmere Library, upstairs room",
        "We are a town cluster within walking distance of one another. New SENCos visit three neighbours in their "
        "first half-term, and every meeting ends with one question that a school could not solve alone.",
    ),
    Cluster(
        "Eastmoor",
        "hexagon",
        "heather",
        10,
        "the Eastmoor villages",
        "Eastmoor Village Hall",
        "Our schools are up to forty minutes apart, so every second meeting is online. With Larchwood we try "
        "transition visits in March rather than July.",
    ),
    Cluster(
        "Fellgate",
        "arch",
        "rose",
        12,
        "Fellgate and Carrick Road",
        "Carrick Road Centre",
        "We moderate together: each term every school brings one costed provision map, without names, and two others "
        "read it against the guidance on top-up funding.",
    ),
    Cluster(
        "Harbour",
        "sail",
        "blue",
        12,
        "the harbour side, Quay Street and Sandholme",
        "Quay Street Hall",
        "Many of our children learn English as an additional language. Our question this year is how to tell a need "
        "that goes with a new language from one that does not.",
    ),
    Cluster(
        "Kelmarsh",
        "plus",
        "rose",
        15,
        "Kelmarsh and the southern estates",
        "Kelmarsh Leisure Centre, meeting room",
        "We are the largest cluster, so we meet in two rooms for the first hour and in one for the second. Five "
        "schools share an emotional literacy support assistant and the cost of her supervision.",
    ),
    Cluster(
        "Larchwood",
        "pentagon",
        "moss",
        8,
        "Larchwood, Tarn End and Hollin",
        "Tarn End Parish Rooms",
        "The smallest cluster and the one with most fields. We pool training money and have trained one person in "
        "every school to lead sensory circuits.",
    ),
    Cluster(
        "North Secondary",
        "square",
        "clay",
        7,
        "schools north of the river",
        "Northmere Professional Centre",
        "We work on attendance and on emotionally based school avoidance: what a school can do in the first ten days, "
        "and whom to ask after that.",
        secondary=True,
    ),
    Cluster(
        "Central Secondary",
        "ring",
        "heather",
        8,
        "Dunmere and Kelmarsh",
        "Northmere Professional Centre",
        "Access arrangements are our common task. One specialist assessor works for all eight schools, and we check "
        "one another's evidence each autumn.",
        secondary=True,
    ),
    Cluster(
        "South Secondary",
        "slabs",
        "teal",
        6,
        "from Harbour to Larchwood",
        "Sandholme Sixth Form Centre",
        "We receive pupils from five primary clusters. A shared one-page profile now follows each pupil with SEN "
        "support from Year 6 to Year 7.",
        secondary=True,
    ),
)
