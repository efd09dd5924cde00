"""What papers and workbooks call the things named by a code; they are always Indonesian."""

from collections.abc import Mapping
from enum import StrEnum

from app.archive.attachment import AttachmentKind
from app.cards.card_stock import UsedFor
from app.cards.print_job import (
    CardKind,
    CardState,
    GiveUpReason,
    PrinterReason,
    ReprintReason,
    SpoiledReason,
)
from app.cards.ribbon import RibbonKind
from app.companies.card_batch import BatchState, LeftOut
from app.findings import FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.member import MaritalStatus
from app.members.membership import RiskClass, Segment
from app.members.nik import Sex
from app.reports.finding_names import FINDING_NAMES
from app.trust.kept_records import RecordKind
from app.trust.officer import Role
from app.visit.visit import DocumentShown, Stage, VisitKind


def paper_name(code: StrEnum) -> str:
    return PAPER_NAMES[type(code)][code]


PAPER_NAMES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    FindingCode: dict(FINDING_NAMES.items()),
    Severity: {
        Severity.BLOCK: "Harus diperbaiki",
        Severity.APPROVE: "Persetujuan penyelia",
        Severity.WARN: "Peringatan",
        Severity.NOTE: "Catatan",
    },
    VisitKind: {
        VisitKind.NEW_MEMBER: "Peserta baru",
        VisitKind.NEW_MEMBERSHIP: "Kepesertaan baru",
        VisitKind.CARD: "Kartu",
        VisitKind.STATUS: "Cek status",
    },
    Stage: {
        Stage.VERIFY: "Verifikasi",
        Stage.INPUT: "Input",
        Stage.VALIDATE: "Validasi",
        Stage.PRINT: "Cetak",
        Stage.CLOSE: "Tutup",
        Stage.DONE: "Selesai",
    },
    DocumentShown: {
        DocumentShown.KTP: "KTP",
        DocumentShown.FAMILY_CARD: "Kartu keluarga",
        DocumentShown.PASSPORT: "Paspor",
        DocumentShown.SIM: "SIM",
    },
    CardKind: {
        CardKind.FIRST: "Kartu pertama",
        CardKind.REMAKE: "Dicetak lagi (rusak)",
        CardKind.REPRINT: "Cetak ulang",
    },
    CardState: {
        CardState.QUEUED: "Menunggu",
        CardState.SENDING: "Sedang dikirim",
        CardState.CLAIMED_DONE: "Selesai menurut printer",
        CardState.NEEDS_ATTENTION: "Printer perlu dilihat",
        CardState.UNKNOWN: "Tidak pasti",
        CardState.GOOD: "Baik",
        CardState.SPOILED: "Rusak",
        CardState.NOT_PRINTED: "Tidak keluar",
        CardState.CANCELLED: "Dibatalkan",
    },
    ReprintReason: {
        ReprintReason.LOST: "Kartu hilang",
        ReprintReason.DAMAGED: "Kartu rusak",
        ReprintReason.DATA_CORRECTED: "Data diperbaiki",
        ReprintReason.MISPRINT: "Salah cetak",
    },
    SpoiledReason: {
        SpoiledReason.RIBBON: "Pita tergores atau putus",
        SpoiledReason.JAM: "Kartu tersangkut",
        SpoiledReason.SMUDGED: "Cetakan kotor",
        SpoiledReason.MISALIGNED: "Cetakan miring",
        SpoiledReason.WRONG_DATA: "Data salah",
        SpoiledReason.OTHER: "Lain-lain",
    },
    UsedFor: {
        UsedFor.TEST_CARD: "Kartu uji",
        UsedFor.CLEANING: "Membersihkan printer",
        UsedFor.FOUND_DAMAGED: "Ditemukan rusak",
    },
    RibbonKind: {
        RibbonKind.YMCKO: "YMCKO",
        RibbonKind.YMCKOK: "YMCKOK (dua sisi)",
        RibbonKind.HALF_YMCKO: "YMCKO setengah panel",
        RibbonKind.K: "K (hitam)",
        RibbonKind.OTHER: "Jenis lain",
    },
    GiveUpReason: {
        GiveUpReason.MEMBER_DECLINED: "Peserta tidak jadi meminta",
        GiveUpReason.WRONG_DATA: "Data salah",
        GiveUpReason.PRINTED_ELSEWHERE: "Dicetak di tempat lain",
        GiveUpReason.OTHER: "Lain-lain",
    },
    BatchState: {
        BatchState.PREPARED: "Disiapkan",
        BatchState.APPROVED: "Disetujui",
        BatchState.PRINTING: "Mencetak",
        BatchState.PAUSED: "Dijeda",
        BatchState.MATCHED: "Cocok",
        BatchState.RECEIPTED: "Tanda terima dibuat",
        BatchState.HANDED_OVER: "Diserahkan",
        BatchState.CANCELLED: "Dibatalkan",
    },
    LeftOut: {
        LeftOut.MEMBER_DECLINED: "Tidak jadi diminta",
        LeftOut.WRONG_DATA: "Data salah",
        LeftOut.PRINTED_ELSEWHERE: "Dicetak di tempat lain",
        LeftOut.OTHER: "Lain-lain",
        LeftOut.NO_NUMBER: "Nomor KPJ menyusul",
        LeftOut.DECEASED: "Peserta meninggal",
        LeftOut.UNPRINTABLE: "Tidak dapat dicetak",
        LeftOut.PRINTED_BEFORE: "Sudah punya kartu",
        LeftOut.UNANSWERED: "Kartu sebelumnya belum dijawab",
    },
    PrinterReason: {
        PrinterReason.NONE: "Siap",
        PrinterReason.JAM: "Kartu tersangkut",
        PrinterReason.RIBBON_ENDED: "Pita habis",
        PrinterReason.RIBBON_WRONG: "Pita salah jenis",
        PrinterReason.CARDS_EMPTY: "Blangko habis",
        PrinterReason.REJECTS_FULL: "Kotak kartu rusak penuh",
        PrinterReason.CLEANING_DUE: "Printer perlu dibersihkan",
        PrinterReason.COVER_OPEN: "Penutup terbuka",
        PrinterReason.OFFLINE: "Printer tidak tersambung",
        PrinterReason.HELD: "Ditahan di printer",
        PrinterReason.STOPPED: "Printer dihentikan",
        PrinterReason.FAILED: "Gangguan printer",
        PrinterReason.JOB_LOST: "Hilang dari antrean cetak",
        PrinterReason.RESTARTED: "Terputus saat mengirim",
        PrinterReason.OTHER: "Lihat layar printer",
    },
    AttachmentKind: {
        AttachmentKind.IDENTITY_CARD: "KTP",
        AttachmentKind.FAMILY_CARD: "Kartu keluarga",
        AttachmentKind.PROOF_OF_PAYMENT: "Bukti pembayaran",
        AttachmentKind.DEATH_CERTIFICATE: "Akta kematian",
        AttachmentKind.CLAIM_FORM: "Formulir klaim",
        AttachmentKind.VOUCHER: "Voucher",
        AttachmentKind.OTHER: "Lain-lain",
    },
    Sex: {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"},
    MaritalStatus: {
        MaritalStatus.SINGLE: "Belum kawin",
        MaritalStatus.MARRIED: "Kawin",
        MaritalStatus.DIVORCED: "Cerai hidup",
        MaritalStatus.WIDOWED: "Cerai mati",
    },
    Segment: {
        Segment.PU: "PU – penerima upah",
        Segment.BPU: "BPU – bukan penerima upah",
        Segment.JAKON: "JAKON – jasa konstruksi",
        Segment.PMI: "PMI – pekerja migran",
    },
    RiskClass: {
        RiskClass.VERY_LOW: "Sangat rendah",
        RiskClass.LOW: "Rendah",
        RiskClass.MEDIUM: "Sedang",
        RiskClass.HIGH: "Tinggi",
        RiskClass.VERY_HIGH: "Sangat tinggi",
    },
    Verdict: {
        Verdict.SAME_PERSON: "Orang yang sama",
        Verdict.DIFFERENT_PERSON: "Orang yang berbeda",
    },
    RecordKind: {
        RecordKind.MEMBERS: "Peserta yang kepesertaannya berakhir",
        RecordKind.FINDINGS: "Isian temuan dan alasan kunjungan",
        RecordKind.ATTACHMENTS: "Lampiran (hasil pindai)",
        RecordKind.WORKER_FILES: "Daftar pekerja perusahaan yang tidak diselesaikan",
        RecordKind.COLLECTORS: "Nama pengambil kartu perusahaan",
        RecordKind.PAPERS: "Berkas PDF dan buku kerja",
    },
    Role: {
        Role.SCREENING: "Penapisan",
        Role.FRONTLINER: "Petugas loket",
        Role.CARD_OPERATOR: "Petugas cetak",
        Role.SUPERVISOR: "Penyelia",
        Role.ADMINISTRATOR: "Administrator cabang",
    },
    MemberField: {
        MemberField.SEARCH: "NIK, KPJ, atau nama",
        MemberField.NIK: "NIK",
        MemberField.NAME: "Nama lengkap",
        MemberField.BIRTH_PLACE: "Tempat lahir",
        MemberField.BIRTH_DATE: "Tanggal lahir",
        MemberField.SEX: "Jenis kelamin",
        MemberField.MARITAL_STATUS: "Status kawin",
        MemberField.MOTHER_NAME: "Nama ibu kandung",
        MemberField.FAMILY_CARD: "No. KK",
        MemberField.NPWP: "NPWP",
        MemberField.ADDRESS: "Alamat",
        MemberField.PROVINCE: "Provinsi",
        MemberField.REGENCY: "Kabupaten/kota",
        MemberField.DISTRICT: "Kecamatan",
        MemberField.VILLAGE: "Kelurahan/desa",
        MemberField.POSTAL_CODE: "Kode pos",
        MemberField.PHONE: "No. HP",
        MemberField.EMAIL: "E-mail",
        MemberField.SEGMENT: "Segmen",
        MemberField.NPP: "NPP",
        MemberField.COMPANY_NAME: "Nama perusahaan",
        MemberField.DIVISION: "Divisi",
        MemberField.EMPLOYEE_NUMBER: "No. pegawai",
        MemberField.START_DATE: "Mulai kerja",
        MemberField.WAGE: "Upah sebulan (Rp)",
        MemberField.RISK_CLASS: "Risiko kecelakaan",
        MemberField.PROGRAMMES: "Program",
        MemberField.KPJ: "KPJ",
    },
}
"""One table per kind: codes of different kinds may be spelt alike."""
