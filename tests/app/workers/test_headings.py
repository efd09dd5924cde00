"""Headings as companies write them: synonyms, short words, misspellings, and what is none of the form's."""

import pytest

from app.exchange.headings import HeadingRules
from app.member_fields import MemberField as Field
from app.reference import Reference


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            Field.NIK,
            "NIK|No KTP|No. Identitas|Nomor Induk Kependudukan|NIK (16 digit)|No.KTP / NIK|NOMOR_IDENTITAS",
        ),
        (Field.NAME, "Nama|Nama Lengkap|Nama Tenaga Kerja|NAMA_KARYAWAN|Nm. Pekerja|Nama (sesuai KTP)"),
        (
            Field.BIRTH_DATE,
            "Tgl Lahir|Tanggal Lhr|TTL|Tempat, Tgl. Lahir|tglLahir|TANGGAL LAHIR (dd/mm/yyyy)",
        ),
        (Field.SEX, "L/P|JK|Jns Kel.|Jenis Kelamin (L/P)|Gender"),
        (Field.WAGE, "Upah|Gaji|Upah Sebulan|Upah (Rp.)|Gaji Pokok|Upah Tenaga Kerja"),
        (Field.START_DATE, "Tgl Mulai Kerja|Terhitung mulai|TMT|Tanggal Masuk"),
        (Field.EMPLOYEE_NUMBER, "NIP|No. Pegawai|Nomor Induk Karyawan|NRP"),
        (Field.KPJ, "No. Peserta|KPJ|Nomor Referensi|No. Kartu Peserta|No BPJS TK"),
        (Field.PHONE, "No HP|No. HP/WA|Telp.|Nomor Handphone"),
        (Field.MOTHER_NAME, "Nama Ibu Kandung|Nm Ibu|Ibu Kandung"),
        (Field.MARITAL_STATUS, "Status kawin|K/TK|Status Pernikahan"),
        (Field.ADDRESS, "Alamat|Alamat KTP|Almt"),
        (Field.POSTAL_CODE, "Kode pos|KODE_POS"),
        (Field.EMAIL, "E-mail|Alamat Email"),
        (Field.DISTRICT, "Kec.|Kecamatan"),
        (Field.VILLAGE, "Kel/Desa|Desa/Kelurahan"),
        (Field.REGENCY, "Kab/Kota|Kota/Kabupaten"),
    ],
)
def test_a_heading_is_known_in_each_of_its_spellings(
    reference: Reference, field: Field, headings: str
) -> None:
    meant = {heading: reference.headings.meaning(heading) for heading in headings.split("|")}
    assert {heading: each and each.field for heading, each in meant.items()} == dict.fromkeys(meant, field)
    assert all(each is not None and each.sure for each in meant.values())


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Nama Lengakp", Field.NAME),
        ("Tanggl Lahir", Field.BIRTH_DATE),
        ("Jenis Klamin", Field.SEX),
        ("Alamt", Field.ADDRESS),
        ("Kecamtan", Field.DISTRICT),
    ],
)
def test_a_misspelt_heading_is_only_likely(reference: Reference, heading: str, field: Field) -> None:
    meant = reference.headings.meaning(heading)
    assert meant is not None
    assert (meant.field, meant.sure) == (field, False)


@pytest.mark.parametrize(
    "heading",
    ["No", "Jabatan", "Nama Ayah", "Alamat Perusahaan", "Keterangan", "No BPJS Kesehatan", "Tgl Keluar"],
)
def test_a_heading_that_asks_for_something_else_is_taken_for_no_field(
    reference: Reference, heading: str
) -> None:
    meant = reference.headings.meaning(heading)
    assert meant is not None
    assert meant.field is None


@pytest.mark.parametrize(
    "text", ["DAFTAR NAMA TENAGA KERJA PT MAJU", "Budi Santoso", "", "  ", "3578", "Lahir"]
)
def test_what_is_no_heading_means_nothing(reference: Reference, text: str) -> None:
    assert reference.headings.meaning(text) is None


@pytest.mark.parametrize(
    ("upper", "lower", "field"),
    [
        ("Alamat", "Kelurahan", Field.VILLAGE),
        ("Alamat", "Jalan", Field.ADDRESS),
        ("Ibu Kandung", "Nama", Field.MOTHER_NAME),
        ("Data Karyawan", "Nama", Field.NAME),
        ("Tanggal", "Lahir", Field.BIRTH_DATE),
        ("Kelahiran", "Tempat", Field.BIRTH_PLACE),
        ("Nomor", "HP", Field.PHONE),
        ("NIK", "", Field.NIK),
    ],
)
def test_a_group_heading_says_what_its_columns_are_about(
    reference: Reference, upper: str, lower: str, field: Field
) -> None:
    meant = reference.headings.of(upper, lower)
    assert meant is not None
    assert meant.field is field


def test_one_heading_cannot_stand_for_two_fields() -> None:
    with pytest.raises(ValueError, match="two fields"):
        HeadingRules([(Field.NIK, "Nomor KTP"), (Field.NAME, "no ktp")], {"no": "nomor"})
