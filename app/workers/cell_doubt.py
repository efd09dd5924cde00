"""What a cell cannot say for sure: a finding that still lacks its field."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as having

from app.exchange.workbook import NOT_RECKONED as NO_VALUE_YET
from app.exchange.workbook import CellError
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField

CELL_FINDINGS = frozenset(
    {
        FindingCode.DIGITS_LOST,
        FindingCode.LEADING_ZERO_LOST,
        FindingCode.CELL_ERROR,
        FindingCode.CELL_NOT_RECKONED,
        FindingCode.CELL_UNREADABLE,
        FindingCode.DATE_AMBIGUOUS,
        FindingCode.DATE_TURNED,
    }
)
"""Told by the file alone: they hold until somebody types another text into the field."""

_CAN_BE_LEFT_EMPTY = frozenset(
    {
        MemberField.MARITAL_STATUS,
        MemberField.FAMILY_CARD,
        MemberField.NPWP,
        MemberField.PROVINCE,
        MemberField.REGENCY,
        MemberField.VILLAGE,
        MemberField.POSTAL_CODE,
        MemberField.EMAIL,
        MemberField.COMPANY_NAME,
        MemberField.DIVISION,
        MemberField.EMPLOYEE_NUMBER,
        MemberField.RISK_CLASS,
        MemberField.PROGRAMMES,
    }
)


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """``certain``: the text was read all the same, and is only told to be seen."""

    code: FindingCode
    facts: Mapping[str, str] = having(default_factory=dict, hash=False)
    certain: bool = False

    def finding(self, field: MemberField, cell: str) -> Finding:
        return Finding(self.code, self._severity(field), field, {"cell": cell, **self.facts})

    def _severity(self, field: MemberField) -> Severity:
        if self.certain:
            return Severity.NOTE
        return Severity.WARN if field in _CAN_BE_LEFT_EMPTY else Severity.BLOCK


Reading = tuple[str, CellDoubt | None]
"""The text an officer would type for a cell, and what is doubtful about it."""


def formula_doubt(cell: CellError) -> CellDoubt:
    if cell == NO_VALUE_YET:
        return CellDoubt(FindingCode.CELL_NOT_RECKONED)
    return CellDoubt(FindingCode.CELL_ERROR, {"holds": cell.text})


def unreadable(holds: str) -> CellDoubt:
    return CellDoubt(FindingCode.CELL_UNREADABLE, {"holds": holds})
