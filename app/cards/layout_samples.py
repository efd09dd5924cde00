"""Invented faces to look at a layout with: an ordinary one, the longest one, and a number with letters."""

from dataclasses import replace
from datetime import date

from app.cards.card_face import CardFace

ORDINARY = CardFace(
    name="SITI NUR RAHAYU",
    kpj="26004187326",
    nik="3578015508920004",
    company="PT SUMBER REJEKI ABADI",
    segment="PU",
    issued_on=date(2026, 11, 20),
    branch="Kantor Cabang Contoh",
)
LONGEST = replace(
    ORDINARY,
    name="MUHAMMAD WAHYU MANGUNKUSUMO WIDYAWATMAJA WAMENA SUMAWIDJAJAN",
    company="KOPERASI SEJAHTERA NUSANTARA GEMILANG MANDIRI UTAMA KONSTRUKSI",
    issued_on=date(2026, 9, 30),
    branch="Kantor Cabang Surabaya Karimunjawa",
)
"""A name is 60 characters long at most."""
WITH_LETTERS = replace(ORDINARY, name="BUDI SANTOSO", kpj="JKT9A7C41XW", company="")
"""Numbers of old cards hold letters, which take a longer bar code; and a member without a company."""

SAMPLES = (ORDINARY, LONGEST, WITH_LETTERS)
