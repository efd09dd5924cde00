"""The journal as a person reads it on paper: every action and every code has an Indonesian word."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from app.reports.journal_words import ACTION_NAMES, TOUCH_NAMES, entry_in_words, officer_name
from app.reports.paper_names import PAPER_NAMES
from app.trust.check_chain import Fault
from app.trust.clock_check import ClockFault
from app.trust.journal import THE_PROGRAM, TOUCHES, Action, Entry, Touch
from tests.builders import MORNING

OFFICERS = {1: "Rina Pratiwi", 2: "Sri Wahyuni"}


def test_every_action_has_a_name_of_its_own() -> None:
    assert set(ACTION_NAMES) == set(Action)
    assert len(set(ACTION_NAMES.values())) == len(Action)


@pytest.mark.parametrize("kind", PAPER_NAMES)
def test_every_code_of_a_kind_has_a_name_on_paper(kind: type[StrEnum]) -> None:
    names: Mapping[StrEnum, str] = PAPER_NAMES[kind]
    assert set(names) == set(kind)
    assert all(names.values())


def test_an_action_is_at_most_one_kind_of_touch() -> None:
    assert set(TOUCHES) == set(TOUCH_NAMES) == set(Touch)
    counted = [action for actions in TOUCHES.values() for action in actions]
    assert len(counted) == len(set(counted))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (
            Entry(MORNING, 1, Action.VISIT_STEP, "visit:12", {"from": "verify", "to": "input"}),
            "kunjungan 12; dari Verifikasi; menjadi Input",
        ),
        (
            Entry(MORNING, 1, Action.CARD_MOVED, "card:4", {"from": "sending", "to": "good", "attempt": "2"}),
            "kartu 4; dari Sedang dikirim; menjadi Baik; pengiriman ke-2",
        ),
        (
            Entry(MORNING, 1, Action.PERSON_SHOWN, "visit:3", {"shown": "form", "visit": "3"}),
            "kunjungan 3; di formulir",
        ),
        (Entry(MORNING, 1, Action.PERSON_SHOWN, "card_list", {"shown": "card_list"}), "daftar kartu"),
        (
            Entry(MORNING, 1, Action.CARD_ASKED_FOR, "card:4", {"reason": "lost", "approved_by": "2"}),
            "kartu 4; alasan Kartu hilang; disetujui Sri Wahyuni",
        ),
        (
            Entry(MORNING, 2, Action.JOURNAL_EXPORTED, facts={"kinds": "exported saw", "pdf_sha256": "ab"}),
            "jenis dicetak atau diekspor, dilihat",
        ),
        (Entry(MORNING, 1, Action.SIGNED_IN), ""),
        (
            Entry(MORNING, 1, Action.SIGNED_IN, facts={"database": "opened", "password": "one_time"}),
            "basis data dibuka; kata sandi sekali pakai",
        ),
        (Entry(MORNING, 1, Action.LOCKED, facts={"why": "idle"}), "karena ditinggal"),
        (
            Entry(
                MORNING, 0, Action.SIGN_IN_FAILED, "officer:2", {"failed_at": "2026-11-20T15:22:15.9+07:00"}
            ),
            "petugas Sri Wahyuni; gagal pada 20/11/2026 15.22",
        ),
        (
            Entry(MORNING, 2, Action.JOURNAL_READ, facts={"since": "2026-11-14", "until": "2026-11-20"}),
            "sejak 14/11/2026; sampai 20/11/2026",
        ),
        (
            Entry(MORNING, 0, Action.CLOCK_MOVED, facts={"fault": "behind", "last": "?"}),
            "masalah: jam lebih lambat daripada jurnal; entri terakhir ?",
        ),
        (
            Entry(
                MORNING,
                1,
                Action.OFFICER_CHANGED,
                "officer:2",
                {"changed": "role", "was": "frontliner", "role": "supervisor"},
            ),
            "petugas Sri Wahyuni; diubah: peran; sebelumnya Petugas loket; peran Penyelia",
        ),
        (
            Entry(MORNING, 1, Action.SETTINGS_CHANGED, facts={"changed": "out printer", "idle_minutes": "3"}),
            "diubah: folder berkas, printer kartu; menit sampai terkunci 3",
        ),
        (
            Entry(MORNING, 1, Action.SIGNED_IN, "moon:7", {"new_fact": "a b", "to": "?"}),
            "moon 7; new fact a b; menjadi ?",
        ),
    ],
)
def test_what_and_why_are_told_in_words(entry: Entry, words: str) -> None:
    assert entry_in_words(entry, OFFICERS) == words


def test_who_did_it_is_told_by_name() -> None:
    assert officer_name(1, OFFICERS) == "Rina Pratiwi"
    assert officer_name(THE_PROGRAM, OFFICERS) == "Program"
    assert officer_name(99, OFFICERS) == "petugas 99"


@pytest.mark.parametrize("fault", [*Fault, *ClockFault])
def test_every_fault_of_chain_and_clock_is_told_in_words(fault: StrEnum) -> None:
    told = entry_in_words(Entry(MORNING, 0, Action.CHAIN_BROKEN, facts={"fault": fault.value}), OFFICERS)
    assert fault.value not in told
