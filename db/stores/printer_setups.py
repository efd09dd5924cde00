"""How the card printers of each counter are set up."""

from sqlalchemy.orm import Session

from app.cards.printer_setup import Placement, PrinterSetup
from db.tables import PrinterSetupRow


class SqlPrinterSetups:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, counter: str, address: str) -> PrinterSetup:
        row = self._session.get(PrinterSetupRow, (counter, address))
        if row is None:
            return PrinterSetup(counter, address)
        placement = Placement(row.right_mm, row.down_mm, row.scale_x, row.scale_y)
        return PrinterSetup(counter, address, placement, row.double_sided)

    def save(self, setup: PrinterSetup) -> None:
        self._session.merge(
            PrinterSetupRow(
                counter=setup.counter,
                address=setup.address,
                right_mm=setup.placement.right_mm,
                down_mm=setup.placement.down_mm,
                scale_x=setup.placement.scale_x,
                scale_y=setup.placement.scale_y,
                double_sided=setup.double_sided,
            )
        )
        self._session.flush()
