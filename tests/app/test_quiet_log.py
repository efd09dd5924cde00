"""Names and numbers planted in everything that can be logged are not in the file afterwards."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.quiet_log import log_to

NIK, NAME, PHONE = "3578015508920004", "SITI NUR RAHAYU", "+62 812-3456-7890"
PLANTED = (NIK, NAME, "RAHAYU", "3456", "5508920004")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "loket.log"
    handler = log_to(file)
    loggers = [logging.getLogger(name) for name in ("loket.test", "foreign.library")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    yield file
    for logger in loggers:
        logger.removeHandler(handler)
        logger.propagate = True
    handler.close()


def written(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    assert text
    for planted in PLANTED:
        assert planted not in text
    return text


def test_a_foreign_message_leaves_only_its_place(log_file: Path) -> None:
    logging.getLogger("foreign.library").warning("no row for %s (%s)", NAME, NIK)
    logging.getLogger("foreign.library").error(f"no row for {NAME}")
    text = written(log_file)
    assert text.count("foreign.library said something at") == 2
    assert "test_quiet_log.py" in text


def test_our_own_message_stands_there_with_its_numbers_masked(log_file: Path) -> None:
    logging.getLogger("loket.test").warning("printer asked for %s, attempt %d, phone %s", NIK, 2, PHONE)
    assert "printer asked for ▮, attempt 2, phone +▮" in written(log_file)


def test_an_error_is_kept_as_its_type_and_its_places(log_file: Path) -> None:
    try:
        raise ValueError(f"cannot store {NAME} {NIK}")
    except ValueError:
        logging.getLogger("loket.test").exception("mistake A1B2C3")
    text = written(log_file)
    assert "mistake A1B2C3\nValueError\n" in text
    assert "test_an_error_is_kept_as_its_type_and_its_places" in text


def test_what_led_to_an_error_is_not_told_either(log_file: Path) -> None:
    try:
        try:
            raise KeyError(NIK)
        except KeyError as error:
            raise RuntimeError(NAME) from error
    except RuntimeError:
        logging.getLogger("foreign.library").critical("failed", exc_info=sys.exc_info(), stack_info=True)
    assert "RuntimeError" in written(log_file)
