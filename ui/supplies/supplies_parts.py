"""What may be done in the room "Persediaan", handed in by ``main``."""

from dataclasses import dataclass

from app.cards.add_numbers import AddNumbers, LookAtNumbers, ReadNumbers, TakeBackNumbers
from app.cards.blanks import Blanks
from app.cards.count_blanks import CountBlanks, ReadShift
from app.cards.load_ribbon import LoadRibbon, ReadRibbon


@dataclass(frozen=True, slots=True)
class SuppliesParts:
    read_shift: ReadShift
    blanks: Blanks
    count: CountBlanks
    read_ribbon: ReadRibbon
    load_ribbon: LoadRibbon
    read_numbers: ReadNumbers
    look_at_numbers: LookAtNumbers
    add_numbers: AddNumbers
    take_back_numbers: TakeBackNumbers
