"""Data of one person with its processing trail, on paper and as a workbook, always in Indonesian."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.cards.print_job import CardJob
from app.exchange.write_workbook import Cell, Column, Sheet
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.membership import Membership
from app.members.regions import Regions
from app.ports import KeptFinding, KeptReceipt
from app.reports.journal_words import ACTION_NAMES, entry_in_words, officer_name
from app.reports.paper_dates import moment
from app.reports.paper_names import paper_name
from app.reports.report import Facts, Report, ReportRenderer
from app.reports.report_workbook import report_workbook
from app.trust.papers import Drawn
from app.trust.person_data import PersonTrail
from app.visit.member_form import MemberForm

_NOTE = (
    "Diberikan sesuai UU 27/2022 tentang Pelindungan Data Pribadi, pasal 32: salinan data pribadi beserta "
    "rekam jejak pemrosesannya. Gambar lampiran diberikan terpisah."
)
_MEMBERSHIPS = (
    Column("KPJ", 14),
    Column("Segmen", 18),
    Column("Program", 16),
    Column("Mulai", 11),
    Column("Berakhir", 11),
    Column("Badan usaha", 34),
    Column("Upah (Rp)", 12, counts=True),
)
_CARDS = (
    Column("Diminta", 16),
    Column("KPJ", 14),
    Column("Kartu", 22),
    Column("Keadaan", 16),
    Column("Diminta oleh", 18),
    Column("Keterangan", 36),
)
_VISITS = (
    Column("Dibuka", 16),
    Column("Loket", 12),
    Column("Petugas", 22),
    Column("Keperluan", 20),
    Column("Dokumen", 16),
    Column("Berakhir", 22),
)
_FINDINGS = (
    Column("Ditemukan", 16),
    Column("Temuan", 36),
    Column("Isian", 18),
    Column("Nilai", 24),
    Column("Alasan dan persetujuan", 34),
)
_DECISIONS = (
    Column("Diputuskan", 16),
    Column("Dibandingkan dengan NIK", 24),
    Column("Keputusan", 22),
    Column("Petugas", 22),
    Column("Alasan", 34),
)
_RECEIPTS = (Column("Nomor", 20), Column("Dibuat", 16), Column("Kartu diserahkan kepada", 34))
_ATTACHMENTS = (
    Column("Disimpan", 16),
    Column("Jenis", 24),
    Column("Bentuk", 18),
    Column("Ukuran (byte)", 14, counts=True),
    Column("Petugas", 24),
)
_DRAFTS = (Column("Disimpan", 16), Column("Isian", 24), Column("Yang diketik", 50))
_LISTED = (Column("Dibaca", 16), Column("Isian", 24), Column("Yang tertulis", 50))
_TRAIL = (
    Column("Entri", 10),
    Column("Waktu", 20),
    Column("Petugas", 22),
    Column("Tindakan", 28),
    Column("Keterangan", 44),
)


@dataclass(frozen=True, slots=True)
class DrawPersonData:
    renderer: ReportRenderer
    regions: Regions

    def __call__(self, trail: PersonTrail) -> Drawn:
        report = person_report(trail, self.regions)
        return Drawn(self.renderer.render(report), report_workbook(report))


def person_report(trail: PersonTrail, regions: Regions) -> Report:
    member = trail.member
    return Report(
        title="Data pribadi peserta dan jejaknya",
        about=f"{member.name} · NIK {member.nik.digits}",
        branch=trail.branch,
        at=trail.at,
        by=trail.by.name,
        head=trail.head,
        sections=(
            _identity(trail, regions),
            Sheet("Kepesertaan", _MEMBERSHIPS, [_membership(held) for held in trail.memberships]),
            Sheet("Kartu", _CARDS, [_card(trail, job) for job in trail.records.cards]),
            Sheet("Kunjungan", _VISITS, _visits(trail)),
            Sheet(
                "Temuan dan keputusan", _FINDINGS, [_finding(trail, each) for each in trail.records.findings]
            ),
            Sheet("Kemungkinan data ganda", _DECISIONS, _decisions(trail)),
            Sheet(
                "Tanda terima",
                _RECEIPTS,
                [(each.number, moment(each.at), _given_to(each)) for each in trail.records.receipts],
            ),
            Sheet("Lampiran", _ATTACHMENTS, _attachments(trail)),
            Sheet(
                "Draf formulir",
                _DRAFTS,
                [row for draft in trail.records.drafts for row in _typed(draft.form, draft.saved_at)],
            ),
            Sheet(
                "Daftar perusahaan",
                _LISTED,
                [row for each in trail.records.listed for row in _typed(each.form, each.staged_at)],
            ),
            Sheet("Jejak pemrosesan", _TRAIL, _trail(trail)),
        ),
        note=_NOTE,
        signatures=(("Diberikan oleh", trail.by.name), ("Diterima oleh", member.name)),
    )


def _identity(trail: PersonTrail, regions: Regions) -> Facts:
    member = trail.member
    address = member.address
    return Facts(
        "Identitas",
        {
            "Nama": member.name,
            "NIK": member.nik.digits,
            "Tempat, tanggal lahir": f"{member.birth_place}, {member.birth_date:%d/%m/%Y}".removeprefix(", "),
            "Jenis kelamin": paper_name(member.sex),
            "Status kawin": paper_name(member.marital_status) if member.marital_status else "",
            "Nama ibu kandung": member.mother_name,
            "No. KK": member.family_card,
            "NPWP": member.npwp,
            "Alamat": _joined(", ", address.street, address.village, address.postal_code),
            "Kecamatan": regions.describe(address.district) or address.district,
            "No. HP": member.phone,
            "E-mail": member.email,
            "Meninggal": f"{member.deceased_on:%d/%m/%Y}" if member.deceased_on else "",
            "Nomor peserta di Loket": str(member.id),
        },
    )


def _membership(held: Membership) -> tuple[Cell, ...]:
    company = _joined(
        " · ",
        held.npp.text if held.npp else "",
        held.company_name,
        f"divisi {held.division}" if held.division else "",
        f"no. pegawai {held.employee_number}" if held.employee_number else "",
        f"risiko {paper_name(held.risk_class).lower()}" if held.risk_class else "",
    )
    return (
        held.kpj.text if held.kpj else "menyusul",
        paper_name(held.segment),
        " ".join(held.programmes_in_order),
        f"{held.start_date:%d/%m/%Y}",
        f"{held.ended_on:%d/%m/%Y}" if held.ended_on else "",
        company,
        held.wage,
    )


def _card(trail: PersonTrail, job: CardJob) -> tuple[Cell, ...]:
    numbers = {held.id: held.kpj.text for held in trail.memberships if held.kpj}
    why = _joined(
        "; ",
        paper_name(job.reprint_reason) if job.reprint_reason else "",
        job.reprint_note,
        f"disetujui {officer_name(job.approved_by, trail.officers)}" if job.approved_by else "",
        paper_name(job.spoiled_reason) if job.spoiled_reason else "",
        f"dijawab {officer_name(job.answered_by, trail.officers)}, {moment(job.answered_at)}"
        if job.answered_by
        else "",
    )
    return (
        moment(job.asked_at),
        numbers.get(job.membership_id, ""),
        f"ke-{job.copy}, {paper_name(job.kind).lower()}",
        paper_name(job.state),
        officer_name(job.asked_by, trail.officers),
        why,
    )


def _visits(trail: PersonTrail) -> list[tuple[Cell, ...]]:
    return [
        (
            moment(visit.opened_at),
            visit.counter,
            officer_name(visit.officer_id, trail.officers),
            paper_name(visit.kind),
            paper_name(visit.document_shown) if visit.document_shown else "",
            "dibatalkan" if visit.abandoned else moment(visit.closed_at) or paper_name(visit.stage),
        )
        for visit in trail.records.visits
    ]


def _finding(trail: PersonTrail, found: KeptFinding) -> tuple[Cell, ...]:
    # what a comparison of two people found is about the other one, too
    told = () if found.code is FindingCode.PERSON_POSSIBLY_DUPLICATE else found.facts.values()
    approved = f"disetujui {officer_name(found.approved_by, trail.officers)}" if found.approved_by else ""
    return (
        moment(found.found_at),
        f"{paper_name(found.code)} ({paper_name(found.severity).lower()})",
        paper_name(MemberField(found.field)) if found.field else "",
        " / ".join(told),
        _joined("; ", found.reason, approved),
    )


def _decisions(trail: PersonTrail) -> list[tuple[Cell, ...]]:
    return [
        (
            moment(decision.at),
            decision.other_nik.masked,
            paper_name(decision.verdict),
            officer_name(decision.officer_id, trail.officers),
            decision.reason,
        )
        for decision in trail.decisions
    ]


def _given_to(receipt: KeptReceipt) -> str:
    if receipt.batch_id is None:
        return "peserta"
    return receipt.collector or "belum diserahkan"


def _attachments(trail: PersonTrail) -> list[tuple[Cell, ...]]:
    return [
        (
            moment(attachment.at),
            paper_name(attachment.kind),
            attachment.media.value,
            attachment.bytes,
            officer_name(attachment.officer_id, trail.officers),
        )
        for attachment in trail.records.attachments
    ]


def _typed(form: MemberForm, at: datetime) -> Iterable[tuple[Cell, ...]]:
    fields = {field.value: field for field in MemberField}
    for name, text in form.as_draft().items():
        if text and name in fields:
            yield moment(at), paper_name(fields[name]), text


def _trail(trail: PersonTrail) -> list[tuple[Cell, ...]]:
    return [
        (
            str(stored.number),
            f"{stored.entry.at:%d/%m/%Y %H.%M.%S}",
            officer_name(stored.entry.officer_id, trail.officers),
            ACTION_NAMES[stored.entry.action],
            entry_in_words(stored.entry, trail.officers),
        )
        for stored in trail.entries
    ]


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)
