"""What a company reads beside the rows of its list: what is wrong and what it should send, in Indonesian.

Nothing is told here of anybody else the branch knows, nor of the branch's own affairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.reports.paper_names import paper_name

_REMARKS: dict[FindingCode, str] = {
    FindingCode.REQUIRED: "Wajib diisi.",
    FindingCode.NIK_NOT_16_DIGITS: "NIK harus 16 angka, tertulis {length}. Salin ulang dari KTP.",
    FindingCode.NIK_DAY_IMPOSSIBLE: "NIK keliru: tanggal {day} di dalamnya tidak ada. Salin ulang dari KTP.",
    FindingCode.NIK_NO_SUCH_DATE: "NIK keliru: tanggal {date} di dalamnya tidak ada. Salin ulang dari KTP.",
    FindingCode.NIK_SERIAL_ZERO: "NIK keliru: empat angka terakhir 0000. Salin ulang dari KTP.",
    FindingCode.NIK_REGION_UNKNOWN: "Kode wilayah pada NIK ({region}) tidak dikenal. Cocokkan dengan KTP.",
    FindingCode.NIK_BIRTH_DATE_DIFFERS: "Tanggal {typed} berbeda dari NIK ({nik}). Cocokkan dengan KTP.",
    FindingCode.NIK_SEX_DIFFERS: "Jenis kelamin berbeda dari NIK. Cocokkan dengan KTP.",
    FindingCode.AGE_BELOW_15: "Umur {age} tahun, di bawah 15 tahun. Cocokkan tanggal lahir dengan KTP.",
    FindingCode.AGE_ABOVE_100: "Umur {age} tahun. Cocokkan tanggal lahir dengan KTP.",
    FindingCode.BIRTH_DATE_IN_FUTURE: "Tanggal lahir di masa depan. Tulis sesuai KTP.",
    FindingCode.FAMILY_CARD_NOT_16_DIGITS: "Nomor KK harus 16 angka. Salin ulang dari kartu keluarga.",
    FindingCode.FAMILY_CARD_DATE_ODD: "Nomor KK janggal. Cocokkan dengan kartu keluarga.",
    FindingCode.NPWP_WRONG_LENGTH: "NPWP harus 15 atau 16 angka.",
    FindingCode.NPWP_CHECK_FAILS: "NPWP keliru. Salin ulang dari kartu NPWP.",
    FindingCode.NPWP_NIK_DIFFERS: "NPWP berbentuk NIK, tetapi berbeda dari NIK orang ini.",
    FindingCode.PHONE_HAS_LETTERS: "Nomor HP berisi huruf.",
    FindingCode.PHONE_PREFIX_ODD: "Awalan nomor HP tidak lazim. Mohon diperiksa.",
    FindingCode.PHONE_LENGTH_ODD: "Panjang nomor HP tidak lazim. Mohon diperiksa.",
    FindingCode.EMAIL_ODD: "Alamat e-mail tidak lengkap.",
    FindingCode.POSTAL_CODE_ODD: "Kode pos harus 5 angka.",
    FindingCode.NAME_TOO_LONG: "Nama {length} huruf, paling banyak {longest}. Tulis seperti di KTP.",
    FindingCode.NAME_ODD_CHARACTER: "Nama memuat tanda “{character}”. Tulis seperti di KTP.",
    FindingCode.NAME_HIDDEN_CHARACTER: "Teks memuat tanda yang tidak terlihat. Ketik ulang.",
    FindingCode.NAME_NOT_ON_CARD_FONT: "Nama memuat huruf yang tidak dapat dicetak di kartu.",
    FindingCode.NAME_OVERFLOWS_CARD: "Nama tidak muat di kartu. Beri tahu singkatan yang dikehendaki.",
    FindingCode.TEXT_TOO_LONG: "Isian terlalu panjang: {length} huruf, paling banyak {longest}.",
    FindingCode.DIVISION_TOO_LONG: "Divisi terlalu panjang: paling banyak {longest} huruf.",
    FindingCode.DATE_UNREADABLE: "Tanggal tidak terbaca. Tulis seperti 17-08-1990.",
    FindingCode.DATE_AMBIGUOUS: "Tanggal dapat berarti {first} atau {second}. Tulis seperti 17-08-1990.",
    FindingCode.START_DATE_BEFORE_BIRTH: "Mulai kerja sebelum tanggal lahir.",
    FindingCode.START_DATE_FAR_AHEAD: "Mulai kerja masih {days} hari lagi. Mohon diperiksa.",
    FindingCode.START_DATE_LONG_AGO: "Mulai kerja sudah {days} hari lalu. Mohon diperiksa dan jelaskan.",
    FindingCode.CHOICE_UNKNOWN: "Pilihan tidak dikenal.",
    FindingCode.WAGE_UNREADABLE: "Upah tidak terbaca. Tulis angka rupiah sebulan.",
    FindingCode.WAGE_ZERO: "Upah nol. Tulis upah sebulan.",
    FindingCode.WAGE_UNUSUAL: "Upah Rp {wage} tidak lazim. Periksa jumlah nolnya.",
    FindingCode.REGION_UNKNOWN: "Wilayah tidak dikenal.",
    FindingCode.DISTRICT_NOT_FOUND: "“{holds}” tidak ditemukan. Tulis kecamatan dan kabupaten/kota.",
    FindingCode.PROGRAMME_NOT_IN_SEGMENT: "Program {programmes} tidak ada pada segmen ini.",
    FindingCode.PROGRAMME_MISSING: "Program wajib belum ada: {programmes}.",
    FindingCode.DIGITS_LOST: "Angka dipotong Excel. Ubah sel menjadi Teks, lalu ketik ulang nomor dari KTP.",
    FindingCode.LEADING_ZERO_LOST: "Angka 0 di depan hilang. Ubah sel menjadi Teks, lalu ketik ulang.",
    FindingCode.CELL_ERROR: "Rumus pada sel ini salah. Ketik isinya.",
    FindingCode.CELL_NOT_RECKONED: "Rumus pada sel ini belum dihitung. Buka di Excel, simpan, kirim ulang.",
    FindingCode.CELL_UNREADABLE: "Isi sel ini tidak dapat dipakai di sini. Ketik ulang.",
    FindingCode.NPP_NOT_8_CHARACTERS: "NPP harus 8 karakter.",
    FindingCode.NPP_OF_ANOTHER_COMPANY: "NPP {npp} bukan NPP perusahaan Anda.",
    FindingCode.KPJ_NOT_11_CHARACTERS: "Nomor KPJ harus 11 karakter.",
    FindingCode.KPJ_HAS_LETTERS: "Nomor KPJ memuat huruf. Cocokkan dengan kartunya.",
    FindingCode.KPJ_OF_ANOTHER_PERSON: "Nomor KPJ ini tidak cocok dengan NIK-nya. Cocokkan dengan kartunya.",
    FindingCode.KPJ_TWICE_IN_FILE: "Nomor KPJ sama dengan baris {row}.",
    FindingCode.NIK_TWICE_IN_FILE: "NIK sama dengan baris {row}. Hapus salah satu, atau perbaiki NIK-nya.",
    FindingCode.PERSON_TWICE_IN_FILE: "Tampaknya sama dengan baris {row}, NIK berbeda. Mohon dipastikan.",
    FindingCode.PERSON_STORED_DIFFERENTLY: "Tidak cocok dengan NIK-nya. Lampirkan salinan KTP.",
    FindingCode.PERSON_POSSIBLY_DUPLICATE: "Identitas perlu dipastikan. Lampirkan salinan KTP.",
    FindingCode.PERSON_DECEASED: "NIK ini tidak dapat didaftarkan. Hubungi kantor cabang.",
    FindingCode.SAME_COMPANY_MEMBERSHIP: "Sudah terdaftar di perusahaan Anda.",
}

_AT_THE_BRANCH = "Sedang diperiksa kantor cabang."


def remarks(findings: Iterable[Finding], heading_of: Mapping[MemberField, str]) -> str:
    """Each once; ``heading_of`` names a field as the company's own column does."""
    told: dict[str, None] = {}
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            remark = _REMARKS.get(finding.code, _AT_THE_BRANCH)
            remark = remark.format_map(defaultdict(str, finding.facts))
            field = finding.field
            told[f"{heading_of.get(field) or paper_name(field)}: {remark}" if field else remark] = None
    return "\n".join(told)
