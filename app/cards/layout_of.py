"""Which layout a card is printed with: its company's, else its segment's, else the branch's."""

from app.cards.card_face import PROGRAM_LAYOUT
from app.cards.card_layouts import PROGRAM_LAYOUTS
from app.errors import Problem, YourEnvironment
from app.members.membership import Segment
from app.members.npp import Npp
from app.ports import UnitOfWork


def layout_of(work: UnitOfWork, segment: Segment, npp: Npp | None) -> str:
    """Name and newest version, as a printed card remembers them. ``YourEnvironment(LAYOUT_UNREADABLE)``."""
    name = work.layouts.chosen(segment, npp) or PROGRAM_LAYOUT
    version = newest_version(work, name)
    if version is None:
        raise YourEnvironment(Problem.LAYOUT_UNREADABLE, file=name, key="", why="no_such_layout")
    return f"{name} {version}"


def newest_version(work: UnitOfWork, name: str) -> int | None:
    """Of those the branch saved, else of those that come with the program."""
    return work.layouts.newest_version(name) or PROGRAM_LAYOUTS.get(name)
