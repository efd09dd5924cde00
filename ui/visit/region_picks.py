"""Province, regency and district: three lines to type into, each offering what lies in the one above.

Whoever types the district alone is offered those of the whole country; the one taken fills the lines above.
"""

from PySide6.QtCore import QObject, Signal

from app.member_fields import MemberField
from app.members.regions import DISTRICT, PROVINCE, REGENCY, Region, Regions
from ui.widgets.field import Field
from ui.widgets.suggest import Suggest
from ui.wording.names import name_of

_ORDER = (MemberField.PROVINCE, MemberField.REGENCY, MemberField.DISTRICT)
_DIGITS = {MemberField.PROVINCE: PROVINCE, MemberField.REGENCY: REGENCY, MemberField.DISTRICT: DISTRICT}
MOST = 40


class RegionPicks(QObject):
    """Gives a code where the name is known, else the words as typed: the check says what is wrong."""

    edited = Signal(object)

    def __init__(self, regions: Regions, parent: QObject) -> None:
        super().__init__(parent)
        self._regions = regions
        self._everywhere = {place: regions.every(_DIGITS[place]) for place in _ORDER}
        self._lines = {place: Suggest(name_of(place)) for place in _ORDER}
        self.fields = {place: Field(name_of(place), line) for place, line in self._lines.items()}
        for place, line in self._lines.items():
            line.asked.connect(lambda typed, place=place: self._answer(place, typed))
            line.picked.connect(lambda _code, place=place: self._picked(place))
            line.textEdited.connect(lambda _text, place=place: self.edited.emit(place))
            self.fields[place].left.connect(lambda place=place: self._settle(place))

    def code(self, place: MemberField) -> str:
        return self._lines[place].code() or self._lines[place].text().strip()

    def set_code(self, place: MemberField, code: str) -> None:
        name = self._regions.name(code)
        self._lines[place].set_picked(code if name else "", name or code)

    def _answer(self, place: MemberField, typed: str) -> None:
        found = self._matching(place, typed)
        offered = [(region.code, self._told(place, region)) for region in found[:MOST]]
        self._lines[place].offer(offered, asked=typed)

    def _matching(self, place: MemberField, typed: str) -> list[Region]:
        """Names with a word that begins so come first, then those that contain it."""
        wanted = typed.casefold()
        all_inside = self._offered(place)
        begin = [
            region
            for region in all_inside
            if any(
                word.startswith(wanted) for word in (region.name.casefold(), *region.name.casefold().split())
            )
        ]
        return begin + [
            region for region in all_inside if wanted in region.name.casefold() and region not in begin
        ]

    def _offered(self, place: MemberField) -> tuple[Region, ...]:
        above = self._code_above(place)
        if above is None:
            return self._everywhere[place]
        if place is MemberField.REGENCY:
            return self._regions.regencies(above)
        return self._regions.districts(above)

    def _told(self, place: MemberField, region: Region) -> str:
        """With the place it lies in, where that is not typed yet: many districts share a name."""
        if place is MemberField.PROVINCE or self._code_above(place) is not None:
            return region.name
        return f"{region.name} · {self._regions.name(region.code[:-2])}"

    def _code_above(self, place: MemberField) -> str | None:
        """The code of the line above; None for the first line and above it for words that are no place."""
        if place is MemberField.PROVINCE:
            return None
        return self._lines[_ORDER[_ORDER.index(place) - 1]].code() or None

    def _settle(self, place: MemberField) -> None:
        """Typed so far that only one place can be meant: take it when the focus leaves."""
        line = self._lines[place]
        typed = line.text().strip()
        if line.code() or not typed:
            return
        found = self._matching(place, typed)
        exact = [region for region in found if region.name.casefold() == typed.casefold()]
        if len(exact or found) == 1:
            region = (exact or found)[0]
            line.set_picked(region.code, region.name)
            self._changed(place)

    def _picked(self, place: MemberField) -> None:
        self._changed(place)
        self.fields[place].entered.emit()

    def _changed(self, place: MemberField) -> None:
        """The lines above follow. Another province makes the regency below it mere words again; they stay
        to be read."""
        code = self._lines[place].code()
        at = _ORDER.index(place)
        for upper in _ORDER[:at]:
            self.set_code(upper, code[: _DIGITS[upper]])
        self.set_code(place, code)
        for lower in _ORDER[at + 1 :]:
            line = self._lines[lower]
            if line.code() and not line.code().startswith(code):
                line.set_picked("", line.text())
        self.edited.emit(place)
