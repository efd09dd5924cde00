"""While the card printer is down members get a temporary card on paper: no card, and no blank used."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdf
import pytest

from app.cards.print_job import CardState
from app.cards.sheet_of_ten import WriteSheetOfTen
from app.companies.card_batch import CardBatch, LeftOut
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import JournalWish
from app.trust.journal import Action, Entry
from printing.fonts import FontShelf
from printing.sheet_of_ten import PdfSheets
from tests.app.cards.desk import BRANCH, MORNING, RESOURCES, CardDesk, card_renderers


@pytest.fixture
def write(desk: CardDesk, tmp_path: Path) -> WriteSheetOfTen:
    def clock() -> datetime:
        return MORNING

    draw = PdfSheets(card_renderers(desk.begin).of, FontShelf(RESOURCES / "fonts"))
    return WriteSheetOfTen(desk.begin, clock, draw, tmp_path / "keluaran", BRANCH)


def sheets_in_journal(desk: CardDesk) -> list[Entry]:
    with desk.begin() as work:
        found = work.journal.find(JournalWish(actions=frozenset({Action.SHEET_WRITTEN})), 9)
        return [each.entry for each in found]


def text_of(file: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def test_a_temporary_card_is_written_and_the_journal_says_whose_data_left(
    desk: CardDesk, write: WriteSheetOfTen
) -> None:
    siti, budi = desk.member(1), desk.member(2, "BUDI SANTOSO")
    file = write([siti.id, budi.id], desk.wati)
    assert file.name == "kartu-sementara_2026-11-20_090000.pdf"
    assert all(name in text_of(file) for name in ("SITI NUR RAHAYU", "BUDI SANTOSO", "KARTU SEMENTARA"))
    [entry] = sheets_in_journal(desk)
    assert (entry.members, entry.facts) == ((siti.member_id, budi.member_id), {"cards": "2"})


def test_paper_is_no_card_it_moves_no_job_and_uses_no_blank(desk: CardDesk, write: WriteSheetOfTen) -> None:
    siti = desk.member()
    owed, blanks = desk.asked(siti), desk.blanks(desk.wati)
    write([siti.id], desk.wati)
    assert desk.jobs(siti) == (owed,)
    assert desk.blanks(desk.wati) == blanks


def test_of_a_batch_those_get_one_whose_card_is_not_there(desk: CardDesk, write: WriteSheetOfTen) -> None:
    members = [desk.member(1), desk.member(2, "BUDI SANTOSO"), desk.member(3, "DEWI LESTARI")]
    good = desk.answer(desk.printed(members[0]).id, CardState.GOOD, desk.rina)
    with desk.begin() as work:
        company = Npp("13007478")
        batch = CardBatch(
            MORNING.date(), 0, company, "PT SUMBER REJEKI ABADI", "test:satu", desk.wati.id, MORNING
        )
        batch = work.batches.add(batch, [each.id for each in members])
        first, _, third = work.batches.cards(batch.id)
        work.card_jobs.save(replace(good, batch_id=batch.id), good)
        work.batches.save_card(batch.id, replace(first, job=good))
        work.batches.save_card(batch.id, replace(third, left_out=LeftOut.MEMBER_DECLINED))
        work.commit()
    file = write.of_batch(batch.id, desk.wati)
    text = text_of(file)
    assert file.name == "13007478_2026-11-20_090000_kartu-sementara.pdf"
    assert [name in text for name in ("SITI NUR RAHAYU", "BUDI SANTOSO", "DEWI LESTARI")] == [
        False,
        True,
        False,
    ]
    assert sheets_in_journal(desk)[0].subject == f"batch:{batch.id}"


def test_nobody_to_write_for_is_told(desk: CardDesk, write: WriteSheetOfTen) -> None:
    with pytest.raises(RuleBroken) as told:
        write([], desk.wati)
    assert told.value.problem is Problem.BATCH_EMPTY


def test_what_cannot_be_drawn_leaves_no_file_and_no_entry(
    desk: CardDesk, write: WriteSheetOfTen, tmp_path: Path
) -> None:
    unprintable = desk.member(1, "SITI \N{FIRE}")
    with pytest.raises(RuleBroken) as told:
        write([unprintable.id], desk.wati)
    assert told.value.problem is Problem.CARD_TEXT_UNPRINTABLE
    assert not (tmp_path / "keluaran").exists()
    assert sheets_in_journal(desk) == []
