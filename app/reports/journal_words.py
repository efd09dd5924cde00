"""The journal in words for papers and workbooks, which are always Indonesian."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from app.archive.attachment import AttachmentKind
from app.cards.card_stock import UsedFor
from app.cards.print_job import CardKind, CardState, GiveUpReason, PrinterReason, ReprintReason
from app.cards.ribbon import RibbonKind
from app.companies.batch_queue import Turn
from app.companies.card_batch import BatchState, LeftOut
from app.findings import FindingCode
from app.members.duplicates import Verdict
from app.reports.paper_dates import moment
from app.reports.paper_names import PAPER_NAMES
from app.trust.check_chain import Fault
from app.trust.clock_check import ClockFault
from app.trust.journal import THE_PROGRAM, Action, Entry, Touch
from app.trust.kept_records import RecordKind
from app.trust.officer import Role
from app.trust.person_shown import View
from app.visit.visit import Stage

ACTION_NAMES: Mapping[Action, str] = {
    Action.OFFICER_CHOSEN: "Petugas dipilih, tanpa kata sandi",
    Action.SIGNED_IN: "Masuk",
    Action.SIGN_IN_FAILED: "Gagal masuk",
    Action.LOCKED: "Loket dikunci",
    Action.APPROVAL_GIVEN: "Persetujuan diberikan",
    Action.PASSWORD_CHANGED: "Kata sandi diganti",
    Action.RECOVERY_CODE_USED: "Kode pemulihan dipakai",
    Action.RECOVERY_CODE_RENEWED: "Kode pemulihan diperbarui",
    Action.PERSON_LOOKED_UP: "Data peserta dicari",
    Action.PERSON_SHOWN: "Data peserta dilihat",
    Action.NUMBER_REVEALED: "Nomor tersamar dibuka",
    Action.VISIT_OPENED: "Kunjungan dibuka",
    Action.VISIT_STEP: "Langkah kunjungan",
    Action.VISIT_CLOSED: "Kunjungan ditutup",
    Action.VISIT_ABANDONED: "Kunjungan dibatalkan",
    Action.DRAFT_RESUMED: "Draf dilanjutkan",
    Action.FINDING_DECIDED: "Temuan diputuskan",
    Action.DUPLICATE_DECIDED: "Kemungkinan data ganda diputuskan",
    Action.MEMBER_REGISTERED: "Peserta didaftarkan",
    Action.MEMBERSHIP_REGISTERED: "Kepesertaan dicatat",
    Action.COMPANY_REGISTERED: "Badan usaha dicatat",
    Action.CARD_ASKED_FOR: "Kartu diminta",
    Action.CARD_MOVED: "Keadaan kartu berubah",
    Action.BLANKS_MOVED: "Blangko dicatat",
    Action.BLANKS_COUNTED: "Blangko dihitung",
    Action.RIBBON_LOADED: "Pita dipasang",
    Action.NUMBERS_ADDED: "Blok nomor KPJ ditambahkan",
    Action.NUMBERS_TAKEN_BACK: "Blok nomor KPJ ditarik kembali",
    Action.COMPANY_CHANGED: "Data badan usaha diubah",
    Action.WORKER_FILE_STAGED: "Daftar tenaga kerja dibaca",
    Action.WORKER_ROW_CHANGED: "Baris daftar tenaga kerja diubah",
    Action.WORKER_FILE_ACCEPTED: "Daftar tenaga kerja diterima",
    Action.WORKER_FILE_DISCARDED: "Daftar tenaga kerja dibuang",
    Action.NUMBER_GIVEN: "Nomor KPJ dari pusat dicatat",
    Action.BATCH_PREPARED: "Batch kartu disiapkan",
    Action.BATCH_MOVED: "Keadaan batch berubah",
    Action.BATCH_HANDED_OVER: "Kartu badan usaha diserahkan",
    Action.ATTACHMENT_KEPT: "Lampiran disimpan",
    Action.ATTACHMENT_OPENED: "Lampiran dibuka",
    Action.RECEIPT_WRITTEN: "Tanda terima dibuat",
    Action.TALLY_WRITTEN: "Rekap harian dibuat",
    Action.WORKER_FILE_RETURNED: "Daftar tenaga kerja bercatatan dibuat",
    Action.BATCH_PAPERS_WRITTEN: "Berkas batch dibuat",
    Action.SHEET_WRITTEN: "Lembar kartu sementara dibuat",
    Action.DAY_CLOSED: "Hari ditutup",
    Action.JOURNAL_READ: "Jurnal dibaca",
    Action.JOURNAL_CHECKED: "Rantai jurnal diperiksa",
    Action.JOURNAL_EXPORTED: "Jurnal diekspor",
    Action.PERSON_DATA_GIVEN: "Data pribadi dan jejaknya diberikan",
    Action.BRANCH_FOUNDED: "Kantor cabang disiapkan",
    Action.OFFICER_ADDED: "Petugas ditambahkan",
    Action.OFFICER_CHANGED: "Petugas diubah",
    Action.OFFICER_REMOVED: "Petugas dikeluarkan",
    Action.PASSWORD_RESET: "Kata sandi disetel ulang",
    Action.DATABASE_REKEYED: "Kunci basis data diganti",
    Action.SETTINGS_CHANGED: "Pengaturan diubah",
    Action.PRINTER_SET_UP: "Printer disetel",
    Action.TEST_PRINTED: "Kartu uji dicetak",
    Action.LAYOUT_SAVED: "Tata letak kartu disimpan",
    Action.LAYOUT_CHOSEN: "Tata letak kartu dipilih",
    Action.BACKED_UP: "Cadangan dibuat",
    Action.BACKUP_FAILED: "Cadangan gagal",
    Action.RESTORED: "Cadangan dipulihkan",
    Action.NUMBERS_LEFT: "Nomor KPJ ditinggalkan untuk komputer pertama",
    Action.CHAIN_BROKEN: "Rantai jurnal tidak cocok",
    Action.CLOCK_MOVED: "Jam komputer bergeser",
    Action.RETENTION_SET: "Masa simpan ditetapkan",
    Action.HOLD_PLACED: "Penahanan data dipasang",
    Action.HOLD_LIFTED: "Penahanan data dicabut",
    Action.RECORDS_ERASED: "Data dimusnahkan",
}

_SUBJECTS = {
    "visit": "kunjungan",
    "card": "kartu",
    "member": "peserta",
    "membership": "kepesertaan",
    "receipt": "tanda terima",
    "company": "badan usaha",
    "day": "hari",
    "hold": "penahanan",
    "erasure": "pemusnahan",
    "backup": "cadangan",
    "officer": "petugas",
    "attachment": "lampiran",
    "batch": "batch",
    "layout": "tata letak",
    "shift": "giliran",
}
_VIEWS = {
    View.PERSON: "data peserta",
    View.PERSON_LIST: "daftar peserta",
    View.FORM: "formulir",
    View.COMPARISON: "perbandingan data",
    View.SUMMARY: "ringkasan kunjungan",
    View.CARD: "kartu",
    View.CARD_LIST: "daftar kartu",
    View.WAITING_VISITS: "kunjungan menunggu",
    View.BATCH: "batch kartu",
    View.WORKER_LIST: "daftar pekerja perusahaan",
}
TOUCH_NAMES: Mapping[Touch, str] = {
    Touch.SAW: "dilihat",
    Touch.CHANGED: "diubah",
    Touch.EXPORTED: "dicetak atau diekspor",
}
_NUMBERS = {"nik": "NIK", "kpj": "KPJ", "name": "nama"}
_LABELS = {
    "approved_by": "disetujui",
    "attempt": "pengiriman ke-",
    "before": "sebelum entri",
    "backup_every": "cadangan setiap",
    "backup_keep": "cadangan disimpan",
    "block": "blok",
    "by": "dicari dengan",
    "bytes": "byte",
    "card_layout": "tata letak kartu",
    "cards": "kartu",
    "changed": "diubah:",
    "checked": "diperiksa",
    "day_closes": "tutup hari yang tidak cocok",
    "copy": "kartu ke-",
    "counted": "dihitung",
    "database": "basis data",
    "doubts": "keraguan",
    "earlier": "sebelumnya",
    "entries": "entri",
    "expected": "seharusnya",
    "failed_at": "gagal pada",
    "fault": "masalah:",
    "finding": "temuan",
    "found": "ditemukan",
    "from": "dari",
    "given_back": "dikembalikan",
    "given_up": "batal karena",
    "good": "kartu baik",
    "held": "ditahan",
    "head": "jurnal sampai entri",
    "idle_minutes": "menit sampai terkunci",
    "kind": "jenis",
    "kinds": "jenis",
    "language": "bahasa",
    "left_out": "tidak ikut:",
    "last": "entri terakhir",
    "look": "warna",
    "missing": "masih kurang",
    "months": "bulan",
    "moved": "dimajukan",
    "number": "nomor entri",
    "numbers": "banyaknya nomor",
    "officer": "petugas",
    "open_cards": "kartu belum dijawab",
    "open_visits": "kunjungan belum selesai",
    "pages": "halaman",
    "panels": "kartu per pita",
    "password": "kata sandi",
    "problem": "masalah",
    "reason": "alasan",
    "received": "diterima",
    "record_damaged": "catatan kata sandi salah rusak sejak",
    "reprinted": "di antaranya cetak ulang",
    "ribbon": "pita",
    "role": "peran",
    "same_company_days": "hari peringatan kartu",
    "shown": "di",
    "since": "sejak",
    "spoiled": "kartu rusak",
    "taken_in": "ikut lagi",
    "text_percent": "ukuran teks (%)",
    "to": "menjadi",
    "turn": "urutan",
    "until": "sampai",
    "used_for": "terpakai untuk",
    "used_up": "terpakai tanpa kartu",
    "verdict": "keputusan",
    "visit": "kunjungan",
    "visit_minutes": "standar kunjungan (menit)",
    "visits": "kunjungan selesai",
    "was": "sebelumnya",
    "way": "dengan",
    "what": "nomor",
    "why": "karena",
}


def _words(*kinds: type) -> dict[str, str]:
    return {code.value: name for kind in kinds for code, name in PAPER_NAMES[kind].items()}


_VALUES: Mapping[str, Mapping[str, str]] = {
    "by": _NUMBERS,
    "changed": {
        "address": "alamat",
        "backup_folder": "folder cadangan",
        "branch": "nama kantor cabang",
        "contributions_posted_on": "tanggal posting iuran",
        "counter": "nama loket",
        "data_entered_on": "tanggal data masuk",
        "division": "divisi",
        "email": "e-mail",
        "name": "nama",
        "out": "folder berkas",
        "papers_password": "kata sandi PDF",
        "printer": "printer kartu",
        "relationship_officer": "RO",
        "risk_class": "risiko kecelakaan",
        "segment": "segmen",
        "role": "peran",
        "set_up": "penyiapan",
    },
    "database": {"opened": "dibuka", "stood_open": "sudah terbuka"},
    "fault": {
        Fault.MISSING: "entri tidak ada",
        Fault.UNREADABLE: "entri tidak terbaca",
        Fault.CHANGED: "entri diubah",
        Fault.PERSONS: "daftar orang tidak cocok",
        ClockFault.BEHIND: "jam lebih lambat daripada jurnal",
        ClockFault.AHEAD: "jam jauh lebih cepat daripada jurnal",
        ClockFault.BEFORE_LOKET: "tahun sebelum Loket dibuat",
    },
    "finding": _words(FindingCode),
    "from": _words(Stage, CardState, BatchState),
    "left_out": _words(LeftOut),
    "given_up": _words(GiveUpReason),
    "kinds": {kind.value: name for kind, name in TOUCH_NAMES.items()},
    "kind": _words(CardKind, AttachmentKind, RecordKind),
    "password": {"one_time": "sekali pakai"},
    "reason": _words(ReprintReason, PrinterReason),
    "role": _words(Role),
    "shown": {view.value: name for view, name in _VIEWS.items()},
    "ribbon": _words(RibbonKind),
    "to": _words(Stage, CardState, BatchState),
    "turn": {Turn.FIRST: "paling depan", Turn.EARLIER: "lebih dulu", Turn.LATER: "belakangan"},
    "used_for": _words(UsedFor),
    "verdict": _words(Verdict),
    "was": _words(Role),
    "way": {"recovery_code": "kode pemulihan"},
    "what": _NUMBERS,
    "why": {"by_hand": "ditekan F12", "idle": "ditinggal"},
}
_OF_OFFICERS = frozenset({"approved_by", "officer"})
_OF_TIME = frozenset({"failed_at", "last", "record_damaged", "since", "until"})


def officer_name(officer_id: int, officers: Mapping[int, str]) -> str:
    return "Program" if officer_id == THE_PROGRAM else officers.get(officer_id, f"petugas {officer_id}")


def entry_in_words(entry: Entry, officers: Mapping[int, str]) -> str:
    """What an entry was about and why, beside its action: ``kunjungan 12; dari Verifikasi; menjadi Input``.

    A fact of an older or newer Loket that has no words here is shown as it is.
    """
    return "; ".join(_parts(entry, officers))


def _parts(entry: Entry, officers: Mapping[int, str]) -> Iterator[str]:
    subject = _subject(entry.subject, officers)
    if subject:
        yield subject
    for name, value in entry.facts.items():
        if name.endswith("sha256"):  # for comparing, not for reading
            continue
        told = _fact(name, value, officers)
        if value and told != subject and entry.subject != value:
            yield told


def _subject(subject: str, officers: Mapping[int, str]) -> str:
    kind, _, number = subject.partition(":")
    if kind == "officer" and number.isdecimal():
        return f"petugas {officers.get(int(number), number)}"
    return f"{_SUBJECTS.get(kind, kind)} {number}" if number else _VALUES["shown"].get(subject, subject)


def _fact(name: str, value: str, officers: Mapping[int, str]) -> str:
    label = _LABELS.get(name, name.replace("_", " "))
    told = _value(name, value, officers)
    return f"{label}{told}" if label.endswith("-") else f"{label} {told}"


def _value(name: str, value: str, officers: Mapping[int, str]) -> str:
    if name in _OF_OFFICERS and value.isdecimal():
        return officer_name(int(value), officers)
    if name in _OF_TIME:
        return _time(value)
    words = _VALUES.get(name)
    if words is None:
        return value
    return ", ".join(words.get(code, code) for code in value.split(" "))


def _time(value: str) -> str:
    try:
        return (
            f"{date.fromisoformat(value):%d/%m/%Y}"
            if "T" not in value
            else moment(datetime.fromisoformat(value))
        )
    except ValueError:
        return value
