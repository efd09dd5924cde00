"""What `dev.py` decides before it touches the machine."""

import argparse
import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev
from db.before_sign_in import DEMO_PASSWORD
from main import VERSION

LOCKS = sorted((dev.ROOT / "requirements").glob("*.txt"))


@pytest.fixture
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with one empty lock, so that pip has nothing to fetch."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").touch()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "UNFINISHED", tmp_path / ".venv" / "unfinished")
    return tmp_path


@pytest.mark.parametrize(
    ("version", "supported"),
    [((3, 9), False), ((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)],
)
def test_python_3_11_to_3_13_is_supported(version: tuple[int, int], supported: bool) -> None:
    assert dev.is_supported(version) is supported


def test_an_older_python_can_still_read_the_file_and_tell_its_user() -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 9))


def test_a_machine_without_a_fitting_python_is_told_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "version_of", lambda _python: (3, 9))
    with pytest.raises(dev.CannotGoOn, match=r"64-bit Python 3\.11 to 3\.13"):
        dev.find_python()


def test_a_fitting_python_beside_an_old_one_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(dev, "version_of", lambda python: (3, 12) if python == ["python3.12"] else (3, 9))
    assert dev.find_python() == ["python3.12"]


def test_the_running_python_is_its_own_first_choice() -> None:
    assert dev.version_of(dev.find_python()) == sys.version_info[:2]


def test_a_program_that_is_no_python_has_no_version() -> None:
    assert dev.version_of(["no-such-python"]) is None


@pytest.mark.parametrize(
    ("environment", "display"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ""}, False),
    ],
)
def test_linux_has_a_display_when_its_environment_names_one(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], display: bool
) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    assert dev.has_display(environment) is display


def test_only_the_libraries_of_the_display_at_hand_are_asked_for() -> None:
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert dev.libraries_for({}) == dev.QT_LIBRARIES
    assert dev.libraries_for(both).keys() == dev.QT_LIBRARIES.keys() | dev.X11_LIBRARIES.keys()
    assert "libwayland-client.so.0" in dev.libraries_for({"WAYLAND_DISPLAY": "wayland-0"})


def test_only_the_packages_of_missing_libraries_are_named_each_once() -> None:
    libraries = {"libone.so": "one", "libtwo.so": "two", "libalso-two.so": "two"}
    assert dev.missing_packages(libraries, lambda library: library == "libone.so") == ["two"]


def test_who_is_not_root_gets_the_command_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_apt", lambda: True)
    monkeypatch.setattr(dev, "is_root", lambda: False)
    with pytest.raises(
        dev.CannotGoOn, match=r"sudo apt-get update && sudo apt-get install .* libegl1 libgl1"
    ):
        dev.need(["libegl1", "libgl1"], "Qt needs them.")


def test_a_machine_without_apt_hears_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "has_apt", lambda: False)
    with pytest.raises(dev.CannotGoOn, match="missing packages: libegl1"):
        dev.need(["libegl1"], "Qt needs it.")


def test_root_needs_to_type_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def install(packages: list[str]) -> bool:
        asked.append(packages)
        return True

    monkeypatch.setattr(dev, "has_apt", lambda: True)
    monkeypatch.setattr(dev, "is_root", lambda: True)
    monkeypatch.setattr(dev, "apt_install", install)
    dev.need(["libegl1"], "Qt needs it.")
    dev.need([], "Nothing is missing.")
    assert asked == [["libegl1"]]


@pytest.mark.slow
def test_the_environment_is_made_once_and_made_anew_after_an_interruption(
    empty_machine: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    dev.install("run")
    assert "Installing" in capfd.readouterr().out
    dev.install("run")
    assert capfd.readouterr().out == ""

    (empty_machine / ".venv" / "unfinished").touch()
    dev.install("run")
    assert "half-made" in capfd.readouterr().out
    assert not (empty_machine / ".venv" / "unfinished").exists()


def test_a_changed_lock_or_python_is_noticed() -> None:
    before = dev.fingerprint(b"pillow==13.0.0", (3, 11))
    assert dev.fingerprint(b"pillow==13.0.1", (3, 11)) != before
    assert dev.fingerprint(b"pillow==13.0.0", (3, 12)) != before


def test_what_a_counter_day_left_is_listed(tmp_path: Path) -> None:
    (tmp_path / "light").mkdir()
    for name in ("light/verify.png", "light/input.png", "card.pdf", "rekap.xlsx", "loket.db"):
        (tmp_path / name).touch()
    assert dev.what_lies_in(tmp_path) == [
        f"2 screenshots in {tmp_path / 'light'}",
        str(tmp_path / "card.pdf"),
        str(tmp_path / "rekap.xlsx"),
    ]


def test_the_commands_read_their_words() -> None:
    seeding = dev.read_command(["seed", "--members", "1200000", "--base", "elsewhere"])
    assert (seeding.do, seeding.members, seeding.base) == (dev.seed, 1_200_000, Path("elsewhere"))
    assert dev.read_command(["bench", "cards", "--quick"]).arguments == ["cards", "--quick"]
    assert dev.read_command(["test", "tests/app", "-k", "nik"]).arguments == ["tests/app", "-k", "nik"]


def test_a_bench_has_what_it_measures_against(monkeypatch: pytest.MonkeyPatch) -> None:
    locks: list[str] = []
    monkeypatch.setattr(dev, "prepare_libraries", lambda: None)
    monkeypatch.setattr(dev, "install", locks.append)
    monkeypatch.setattr(dev, "call_python", lambda *_words, offscreen: 0)
    assert dev.bench(dev.read_command(["bench", "import"])) == 0
    assert locks == ["test", "bench"]


@pytest.mark.parametrize("words", [[], ["fly"], ["run", "--fast"], ["seed"], ["walkthrough"]])
def test_a_word_nobody_knows_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.read_command(words)
    assert "usage: dev.py" in capsys.readouterr().err


def test_a_reason_not_to_go_on_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_wishes: argparse.Namespace) -> int:
        raise dev.CannotGoOn("Type this first.")

    monkeypatch.setattr(dev, "read_command", lambda _words: argparse.Namespace(do=refuse))
    assert dev.main([]) == 2
    assert capsys.readouterr().err == "Type this first.\n"


def test_ci_runs_exactly_the_test_command() -> None:
    script = (dev.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [line for line in script.splitlines() if "dev.py" in line] == ["exec python3 dev.py test"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_pins_every_version_by_hash_and_names_no_index(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    names = [lines[number].split("==")[0] for number in pins]
    assert names == sorted(names)
    for number in pins:
        assert re.match(r"[a-z0-9\-]+==[\w.]+ ", lines[number]), lines[number]
        assert lines[number + 1].lstrip().startswith("--hash=sha256:"), lines[number]
    assert not re.search(r"://|^-", "\n".join(lines), flags=re.MULTILINE)


def test_the_locks_agree_with_each_other() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in re.findall(r"^([\w\-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_help_names_every_command() -> None:
    told = subprocess.run(
        [sys.executable, dev.__file__, "--help"], capture_output=True, text=True, check=True
    ).stdout
    for command in ("run", "test", "bench", "walkthrough", "seed", "package"):
        assert re.search(rf"^    {command}\b", told, re.MULTILINE)


def test_run_tells_the_password_the_demo_branch_really_has() -> None:
    assert f"one password: {DEMO_PASSWORD}" in Path(dev.__file__).read_text(encoding="utf-8")


def test_the_program_says_the_version_it_is_packaged_with() -> None:
    packaged = tomllib.loads((Path(dev.__file__).parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert packaged["project"]["version"] == VERSION
