"""What the rooms beside the counter may do: each put together when it is entered for the first time."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.batch_parts import BatchParts
from ui.company_parts import CompanyParts
from ui.layouts.layout_parts import LayoutParts
from ui.printer_parts import PrinterParts
from ui.supplies.supplies_parts import SuppliesParts


@dataclass(frozen=True, slots=True)
class RoomParts:
    batches: Callable[[], BatchParts]
    companies: Callable[[], CompanyParts]
    supplies: Callable[[], SuppliesParts]
    printers: Callable[[], PrinterParts]
    layouts: Callable[[], LayoutParts]
