"""What the branch calls the things that ``app`` names by a code: states, reasons, roles, fields."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.cards.card_stock import StockMove, UsedFor
from app.cards.print_job import (
    CardKind,
    CardState,
    GiveUpReason,
    PrinterReason,
    ReprintReason,
    SpoiledReason,
)
from app.cards.ribbon import RibbonKind
from app.companies.card_batch import BatchState, IdShown, LeftOut
from app.companies.company_form import CompanyField
from app.findings import Severity
from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.member import MaritalStatus, MemberStatus
from app.members.membership import Programme, RiskClass, Segment
from app.members.nik import Sex
from app.settings import Language, Look
from app.trust.backup import BackupStage
from app.trust.kept_records import RecordKind
from app.trust.officer import Role
from app.visit.member_form import KpjSource
from app.visit.visit import DocumentShown, Stage, VisitKind

translate = QCoreApplication.translate


def name_of(code: StrEnum) -> str:
    """The word for one code, in the language of the moment."""
    return _TABLES[type(code)]()[code]


def choices(codes: Iterable[StrEnum]) -> list[tuple[str, str]]:
    """``(code, word)`` pairs as a :class:`~ui.widgets.choice.Choice` offers them."""
    return [(code.value, name_of(code)) for code in codes]


def _sex() -> dict[StrEnum, str]:
    return {
        Sex.MALE: translate("Names", "Male"),
        Sex.FEMALE: translate("Names", "Female"),
    }


def _marital_status() -> dict[StrEnum, str]:
    return {
        MaritalStatus.SINGLE: translate("Names", "Single"),
        MaritalStatus.MARRIED: translate("Names", "Married"),
        MaritalStatus.DIVORCED: translate("Names", "Divorced"),
        MaritalStatus.WIDOWED: translate("Names", "Widowed"),
    }


def _member_status() -> dict[StrEnum, str]:
    return {
        MemberStatus.ACTIVE: translate("Names", "Active"),
        MemberStatus.INACTIVE: translate("Names", "Inactive"),
        MemberStatus.DECEASED: translate("Names", "Deceased"),
        MemberStatus.UNREGISTERED: translate("Names", "Not registered"),
    }


def _segment() -> dict[StrEnum, str]:
    return {
        Segment.PU: translate("Names", "PU – wage earner"),
        Segment.BPU: translate("Names", "BPU – self-employed"),
        Segment.JAKON: translate("Names", "JAKON – construction"),
        Segment.PMI: translate("Names", "PMI – migrant worker"),
    }


def _programme() -> dict[StrEnum, str]:
    return {
        Programme.JKK: translate("Names", "JKK – work accident"),
        Programme.JKM: translate("Names", "JKM – death"),
        Programme.JHT: translate("Names", "JHT – old age savings"),
        Programme.JP: translate("Names", "JP – pension"),
        Programme.JKP: translate("Names", "JKP – loss of job"),
    }


def _risk_class() -> dict[StrEnum, str]:
    return {
        RiskClass.VERY_LOW: translate("Names", "Very low"),
        RiskClass.LOW: translate("Names", "Low"),
        RiskClass.MEDIUM: translate("Names", "Medium"),
        RiskClass.HIGH: translate("Names", "High"),
        RiskClass.VERY_HIGH: translate("Names", "Very high"),
    }


def _verdict() -> dict[StrEnum, str]:
    return {
        Verdict.SAME_PERSON: translate("Names", "Same person"),
        Verdict.DIFFERENT_PERSON: translate("Names", "Different person"),
    }


def _kpj_source() -> dict[StrEnum, str]:
    return {
        KpjSource.BLOCK: translate("Names", "From the branch's block"),
        KpjSource.TYPED: translate("Names", "Number already issued"),
        KpjSource.LATER: translate("Names", "Number follows later"),
    }


def _stage() -> dict[StrEnum, str]:
    return {
        Stage.VERIFY: translate("Names", "Verify"),
        Stage.INPUT: translate("Names", "Input"),
        Stage.VALIDATE: translate("Names", "Validate"),
        Stage.PRINT: translate("Names", "Print"),
        Stage.CLOSE: translate("Names", "Close"),
        Stage.DONE: translate("Names", "Done"),
    }


def _visit_kind() -> dict[StrEnum, str]:
    return {
        VisitKind.NEW_MEMBER: translate("Names", "New registration"),
        VisitKind.NEW_MEMBERSHIP: translate("Names", "Additional membership"),
        VisitKind.CARD: translate("Names", "Card"),
        VisitKind.STATUS: translate("Names", "Status question"),
    }


def _document_shown() -> dict[StrEnum, str]:
    return {
        DocumentShown.KTP: translate("Names", "KTP"),
        DocumentShown.FAMILY_CARD: translate("Names", "Family card"),
        DocumentShown.PASSPORT: translate("Names", "Passport"),
        DocumentShown.SIM: translate("Names", "Driving licence"),
    }


def _card_state() -> dict[StrEnum, str]:
    return {
        CardState.QUEUED: translate("Names", "Waiting"),
        CardState.SENDING: translate("Names", "Being sent"),
        CardState.CLAIMED_DONE: translate("Names", "Printer says done – please check"),
        CardState.NEEDS_ATTENTION: translate("Names", "Printer needs attention"),
        CardState.UNKNOWN: translate("Names", "Uncertain – look at the tray"),
        CardState.GOOD: translate("Names", "Good"),
        CardState.SPOILED: translate("Names", "Spoiled"),
        CardState.NOT_PRINTED: translate("Names", "Did not come out"),
        CardState.CANCELLED: translate("Names", "Cancelled"),
    }


def _card_kind() -> dict[StrEnum, str]:
    return {
        CardKind.FIRST: translate("Names", "First card"),
        CardKind.REMAKE: translate("Names", "Made again (spoiled)"),
        CardKind.REPRINT: translate("Names", "Reprint"),
    }


def _reprint_reason() -> dict[StrEnum, str]:
    return {
        ReprintReason.LOST: translate("Names", "Card lost"),
        ReprintReason.DAMAGED: translate("Names", "Card damaged"),
        ReprintReason.DATA_CORRECTED: translate("Names", "Data corrected"),
        ReprintReason.MISPRINT: translate("Names", "Misprint found later"),
    }


def _spoiled_reason() -> dict[StrEnum, str]:
    return {
        SpoiledReason.RIBBON: translate("Names", "Ribbon scratched or torn"),
        SpoiledReason.JAM: translate("Names", "Card jammed"),
        SpoiledReason.SMUDGED: translate("Names", "Smudged"),
        SpoiledReason.MISALIGNED: translate("Names", "Crooked print"),
        SpoiledReason.WRONG_DATA: translate("Names", "Wrong data"),
        SpoiledReason.OTHER: translate("Names", "Something else"),
    }


def _give_up_reason() -> dict[StrEnum, str]:
    return {
        GiveUpReason.MEMBER_DECLINED: translate("Names", "Member does not want it"),
        GiveUpReason.WRONG_DATA: translate("Names", "Wrong data"),
        GiveUpReason.PRINTED_ELSEWHERE: translate("Names", "Printed elsewhere"),
        GiveUpReason.OTHER: translate("Names", "Something else"),
    }


def _printer_reason() -> dict[StrEnum, str]:
    return {
        PrinterReason.NONE: translate("Names", "Ready"),
        PrinterReason.JAM: translate("Names", "Card jammed – open the cover, pull the card out"),
        PrinterReason.RIBBON_ENDED: translate("Names", "Ribbon ended – put in a new one"),
        PrinterReason.RIBBON_WRONG: translate("Names", "Wrong ribbon – put in the one this printer needs"),
        PrinterReason.REJECTS_FULL: translate("Names", "Reject box full – empty it"),
        PrinterReason.CLEANING_DUE: translate("Names", "Cleaning due – clean the head with a cleaning card"),
        PrinterReason.CARDS_EMPTY: translate("Names", "No blank cards – fill the feeder"),
        PrinterReason.COVER_OPEN: translate("Names", "Cover open – close it"),
        PrinterReason.OFFLINE: translate("Names", "Switched off or not connected"),
        PrinterReason.HELD: translate("Names", "Job held – release it at the printer"),
        PrinterReason.STOPPED: translate("Names", "Printer stopped – start it again"),
        PrinterReason.FAILED: translate("Names", "Printer reports a fault"),
        PrinterReason.JOB_LOST: translate("Names", "The print queue lost the card"),
        PrinterReason.RESTARTED: translate("Names", "Interrupted while sending"),
        PrinterReason.OTHER: translate("Names", "Look at the printer's display"),
    }


def _left_out() -> dict[StrEnum, str]:
    return {
        LeftOut.MEMBER_DECLINED: translate("Names", "Not wanted any more"),
        LeftOut.WRONG_DATA: translate("Names", "The data are wrong"),
        LeftOut.PRINTED_ELSEWHERE: translate("Names", "Printed elsewhere"),
        LeftOut.OTHER: translate("Names", "Another reason"),
        LeftOut.NO_NUMBER: translate("Names", "No number yet"),
        LeftOut.DECEASED: translate("Names", "Deceased"),
        LeftOut.UNPRINTABLE: translate("Names", "Cannot be printed"),
        LeftOut.PRINTED_BEFORE: translate("Names", "Has a card"),
        LeftOut.UNANSWERED: translate("Names", "An earlier card is not answered"),
    }


def _batch_state() -> dict[StrEnum, str]:
    return {
        BatchState.PREPARED: translate("Names", "Being checked"),
        BatchState.APPROVED: translate("Names", "Waits for its turn"),
        BatchState.PRINTING: translate("Names", "Printing"),
        BatchState.PAUSED: translate("Names", "Paused"),
        BatchState.MATCHED: translate("Names", "Agrees – write the receipt"),
        BatchState.RECEIPTED: translate("Names", "Waits for its collector"),
        BatchState.HANDED_OVER: translate("Names", "Handed over"),
        BatchState.CANCELLED: translate("Names", "Cancelled"),
    }


def _id_shown() -> dict[StrEnum, str]:
    return {
        IdShown.KTP: translate("Names", "KTP"),
        IdShown.SIM: translate("Names", "Driving licence"),
        IdShown.PASSPORT: translate("Names", "Passport"),
        IdShown.COMPANY_LETTER: translate("Names", "Letter of the company"),
    }


def _used_for() -> dict[StrEnum, str]:
    return {
        UsedFor.TEST_CARD: translate("Names", "Test card"),
        UsedFor.CLEANING: translate("Names", "Cleaning the printer"),
        UsedFor.FOUND_DAMAGED: translate("Names", "Found damaged"),
    }


def _ribbon_kind() -> dict[StrEnum, str]:
    return {
        RibbonKind.YMCKO: "YMCKO",
        RibbonKind.YMCKOK: translate("Names", "YMCKOK (both sides)"),
        RibbonKind.HALF_YMCKO: translate("Names", "YMCKO with half panels"),
        RibbonKind.K: translate("Names", "K (black only)"),
        RibbonKind.OTHER: translate("Names", "Another kind"),
    }


def _stock_move() -> dict[StrEnum, str]:
    return {
        StockMove.OPENING: translate("Names", "Opening count"),
        StockMove.RECEIVED: translate("Names", "Received"),
        StockMove.GIVEN_BACK: translate("Names", "Given back"),
        StockMove.USED_UP: translate("Names", "Used up without a card"),
    }


def _backup_stage() -> dict[StrEnum, str]:
    return {
        BackupStage.COPYING: translate("Names", "Copying the database"),
        BackupStage.ATTACHMENTS: translate("Names", "Copying attachments"),
        BackupStage.VERIFYING: translate("Names", "Opening and comparing the copy"),
        BackupStage.PUTTING_BACK: translate("Names", "Putting the data in its place"),
    }


def _record_kind() -> dict[StrEnum, str]:
    return {
        RecordKind.MEMBERS: translate("Names", "Members whose membership ended"),
        RecordKind.FINDINGS: translate("Names", "Typed facts and reasons of visits"),
        RecordKind.ATTACHMENTS: translate("Names", "Attachments (scans)"),
        RecordKind.WORKER_FILES: translate("Names", "Companies' lists left unfinished"),
        RecordKind.COLLECTORS: translate("Names", "Who collected companies' cards"),
        RecordKind.PAPERS: translate("Names", "PDFs and workbooks written"),
    }


def _role() -> dict[StrEnum, str]:
    return {
        Role.SCREENING: translate("Names", "Screening"),
        Role.FRONTLINER: translate("Names", "Counter officer"),
        Role.CARD_OPERATOR: translate("Names", "Card operator"),
        Role.SUPERVISOR: translate("Names", "Supervisor"),
        Role.ADMINISTRATOR: translate("Names", "Administrator"),
    }


def _severity() -> dict[StrEnum, str]:
    return {
        Severity.BLOCK: translate("Names", "Must be mended"),
        Severity.APPROVE: translate("Names", "Needs a supervisor"),
        Severity.WARN: translate("Names", "Needs a reason"),
        Severity.NOTE: translate("Names", "For information"),
    }


def _language() -> dict[StrEnum, str]:
    return {
        Language.INDONESIAN: translate("Names", "Indonesian"),
        Language.ENGLISH: translate("Names", "English"),
    }


def _look() -> dict[StrEnum, str]:
    return {
        Look.LIGHT: translate("Names", "Light"),
        Look.DARK: translate("Names", "Dark"),
    }


def _member_field() -> dict[StrEnum, str]:
    return {
        MemberField.SEARCH: translate("Fields", "NIK, KPJ or name"),
        MemberField.NIK: translate("Fields", "NIK"),
        MemberField.NAME: translate("Fields", "Full name"),
        MemberField.BIRTH_PLACE: translate("Fields", "Place of birth"),
        MemberField.BIRTH_DATE: translate("Fields", "Date of birth"),
        MemberField.SEX: translate("Fields", "Sex"),
        MemberField.MARITAL_STATUS: translate("Fields", "Marital status"),
        MemberField.MOTHER_NAME: translate("Fields", "Mother's maiden name"),
        MemberField.FAMILY_CARD: translate("Fields", "Family card no."),
        MemberField.NPWP: translate("Fields", "NPWP"),
        MemberField.ADDRESS: translate("Fields", "Address"),
        MemberField.PROVINCE: translate("Fields", "Province"),
        MemberField.REGENCY: translate("Fields", "Regency or city"),
        MemberField.DISTRICT: translate("Fields", "District"),
        MemberField.VILLAGE: translate("Fields", "Village"),
        MemberField.POSTAL_CODE: translate("Fields", "Postal code"),
        MemberField.PHONE: translate("Fields", "Mobile phone"),
        MemberField.EMAIL: translate("Fields", "E-mail"),
        MemberField.SEGMENT: translate("Fields", "Segment"),
        MemberField.NPP: translate("Fields", "Company (NPP or name)"),
        MemberField.COMPANY_NAME: translate("Fields", "Company name"),
        MemberField.DIVISION: translate("Fields", "Division"),
        MemberField.EMPLOYEE_NUMBER: translate("Fields", "Employee no."),
        MemberField.START_DATE: translate("Fields", "Work began"),
        MemberField.WAGE: translate("Fields", "Monthly wage (Rp)"),
        MemberField.RISK_CLASS: translate("Fields", "Accident risk"),
        MemberField.PROGRAMMES: translate("Fields", "Programmes"),
        MemberField.KPJ: translate("Fields", "KPJ"),
    }


def _company_field() -> dict[StrEnum, str]:
    return {
        CompanyField.NPP: translate("Fields", "NPP"),
        CompanyField.DIVISION: translate("Fields", "Division"),
        CompanyField.NAME: translate("Fields", "Company name"),
        CompanyField.RELATIONSHIP_OFFICER: translate("Fields", "RO (company's coach)"),
        CompanyField.EMAIL: translate("Fields", "E-mail"),
        CompanyField.ADDRESS: translate("Fields", "Address"),
        CompanyField.CONTRIBUTIONS_POSTED_ON: translate("Fields", "Contributions posted"),
        CompanyField.DATA_ENTERED_ON: translate("Fields", "Data entered"),
        CompanyField.SEGMENT: translate("Fields", "Segment"),
        CompanyField.RISK_CLASS: translate("Fields", "Accident risk"),
        CompanyField.PAPERS_PASSWORD: translate("Fields", "Password of the PDFs"),
    }


_TABLES: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    Sex: _sex,
    MaritalStatus: _marital_status,
    MemberStatus: _member_status,
    Segment: _segment,
    Programme: _programme,
    RiskClass: _risk_class,
    Verdict: _verdict,
    KpjSource: _kpj_source,
    Stage: _stage,
    VisitKind: _visit_kind,
    DocumentShown: _document_shown,
    CardState: _card_state,
    CardKind: _card_kind,
    ReprintReason: _reprint_reason,
    SpoiledReason: _spoiled_reason,
    GiveUpReason: _give_up_reason,
    PrinterReason: _printer_reason,
    StockMove: _stock_move,
    UsedFor: _used_for,
    RibbonKind: _ribbon_kind,
    BatchState: _batch_state,
    LeftOut: _left_out,
    IdShown: _id_shown,
    RecordKind: _record_kind,
    Role: _role,
    BackupStage: _backup_stage,
    Severity: _severity,
    Language: _language,
    Look: _look,
    MemberField: _member_field,
    CompanyField: _company_field,
}
"""One table per kind: codes of different kinds may be spelt alike."""
