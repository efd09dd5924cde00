"""Set Loket up on this machine and run, test, measure or package it: `python3 dev.py --help`.

One file of the standard library. Python 3.9 can read it, so that an old one is told what is missing.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
UNFINISHED = VENV / "unfinished"
"""Stands in the environment while packages go in: found at the next start, they were interrupted."""
DEMO = ROOT / "demo"
WINDOWS = sys.platform == "win32"
LINUX = sys.platform.startswith("linux")
OLDEST, NEWEST = (3, 11), (3, 13)

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
}
"""What Qt loads even without a screen, and the Debian package each comes from."""

X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class CannotGoOn(Exception):
    """Something the user has to do first; the text says what to type."""


# the machine


def is_supported(version: tuple[int, int]) -> bool:
    return OLDEST <= version <= NEWEST


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_apt() -> bool:
    return LINUX and shutil.which("apt-get") is not None


def has_display(environment: Mapping[str, str]) -> bool:
    return not LINUX or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: Mapping[str, str], loads: Callable[[str], bool] = loads) -> list[str]:
    return sorted({package for library, package in libraries.items() if not loads(library)})


def apt_command(packages: Iterable[str]) -> str:
    return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def apt_install(packages: Sequence[str]) -> bool:
    """As root, without a question. A stale or unreachable package list is no reason to stop yet."""
    print(f"Installing with apt: {' '.join(packages)}", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    subprocess.call([*apt, "update"], env=quiet)
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL) == 0


def need(packages: Sequence[str], why: str) -> None:
    """Have these Debian packages, or stop with the exact command to type."""
    if not packages or (has_apt() and is_root() and apt_install(packages)):
        return
    if has_apt():
        raise CannotGoOn(f"{why} Type this, then start again:\n\n    {apt_command(packages)}\n")
    raise CannotGoOn(f"{why} Debian calls the missing packages: {' '.join(packages)}.")


def libraries_for(environment: Mapping[str, str]) -> dict[str, str]:
    """What Qt loads on this display; where both kinds are there, X11 is enough."""
    if environment.get("DISPLAY"):
        return {**QT_LIBRARIES, **X11_LIBRARIES}
    return {**QT_LIBRARIES, **WAYLAND_LIBRARIES} if environment.get("WAYLAND_DISPLAY") else QT_LIBRARIES


def prepare_libraries(libraries: Mapping[str, str] = QT_LIBRARIES) -> None:
    if LINUX:
        need(missing_packages(libraries), "Qt needs system libraries that are not installed.")


# the environment


def told_by(python: Sequence[str], code: str) -> str:
    """What an interpreter prints for this code; nothing when it does not even start."""
    try:
        return subprocess.run([*python, "-c", code], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def version_of(python: Sequence[str]) -> tuple[int, int] | None:
    """Major and minor version of a 64-bit interpreter that starts, else ``None``."""
    told = told_by(python, "import sys; sys.maxsize > 2**32 and print(*sys.version_info[:2])").split()
    return (int(told[0]), int(told[1])) if told else None


def find_python() -> list[str]:
    """The Python that builds the environment: this one, or a supported one installed beside it."""
    newest_first = [f"{OLDEST[0]}.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    others = [["py", f"-{v}"] if WINDOWS else [f"python{v}"] for v in newest_first]
    this = getattr(sys, "_base_executable", sys.executable)  # not the one inside .venv itself
    for python in [[this], *others]:
        version = version_of(python)
        if version is not None and is_supported(version):
            return python
    raise CannotGoOn(
        f"Loket needs a 64-bit Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}; "
        f"this is {sys.version.split()[0]} and no other was found. Install one and start again."
    )


def in_venv(program: str) -> Path:
    return VENV / ("Scripts" if WINDOWS else "bin") / (program + (".exe" if WINDOWS else ""))


def build_venv() -> None:
    python = find_python()
    if not told_by(python, "import ensurepip, venv; print('there')"):
        major, minor = version_of(python) or OLDEST
        need([f"python{major}.{minor}-venv"], "This Python cannot make environments.")
    if VENV.exists():
        print("The environment .venv is unusable or was left half-made; making it anew.", flush=True)
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    subprocess.check_call([*python, "-m", "venv", str(VENV)])


def fingerprint(lock: bytes, python: tuple[int, int]) -> str:
    return hashlib.sha256(lock + repr(python).encode()).hexdigest()


def install(lock_name: str, *options: str) -> None:
    """Bring the environment to a lock; at once when it is there already."""
    lock = ROOT / "requirements" / f"{lock_name}.txt"
    python = version_of([str(in_venv("python"))])
    if python is None or not is_supported(python) or UNFINISHED.exists():
        build_venv()
        python = version_of([str(in_venv("python"))]) or OLDEST
    stamp = VENV / f"installed-{lock_name}"
    wanted = fingerprint(lock.read_bytes(), python)
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Installing what requirements/{lock_name}.txt names (once) …", flush=True)
    UNFINISHED.touch()
    pip = [str(in_venv("python")), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    quiet = [] if sys.stdout.isatty() else ["-q"]
    failed = subprocess.call([*pip, *quiet, "--require-hashes", *options, "-r", str(lock)])
    UNFINISHED.unlink()
    if failed:
        raise CannotGoOn(f"pip could not install requirements/{lock_name}.txt; its reason stands above.")
    stamp.write_text(wanted, encoding="ascii")


# printing to CUPS: an extra, because its Python part is a C module built on the spot


def missing_for_pycups() -> list[str]:
    python = [str(in_venv("python"))]
    major, minor = version_of(python) or OLDEST
    headers = Path(told_by(python, "import sysconfig; print(sysconfig.get_path('include'))").strip())
    parts = {
        "gcc": shutil.which("gcc"),
        "libc6-dev": Path("/usr/include/stdio.h").exists(),
        "libcups2-dev": Path("/usr/include/cups/cups.h").exists(),
        f"python{major}.{minor}-dev": (headers / "Python.h").exists(),
    }
    return [package for package, there in parts.items() if not there]


def missing_for_print_queue() -> list[str]:
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
    programs = {"cupsd": "cups", "lpstat": "cups-client"}
    return [package for program, package in programs.items() if not shutil.which(program, path=path)]


def prepare_cups(with_queue: bool) -> None:
    """Add pycups, and a print queue for the tests. Loket and its tests also work without: say so, go on."""
    if not LINUX:
        return
    missing = missing_for_pycups() + (missing_for_print_queue() if with_queue else [])
    if missing and not (with_queue and has_apt() and is_root() and apt_install(missing)):
        print("Without CUPS: cards go to PDF files, tests of the print queue are skipped.")
        print(f"For CUPS: {apt_command(missing)}" if has_apt() else f"It needs {', '.join(missing)}.")
        return
    try:
        install("cups-build")
        install("cups", "--no-build-isolation", "--use-pep517")
    except CannotGoOn as reason:
        print(f"Without CUPS: {reason}", flush=True)


def prepare_evolis() -> None:
    """Add the vendor's kit for Evolis printers, for the tests alone: it states no licence. They also run
    without it: say so, go on."""
    if platform.machine().lower() not in ("x86_64", "amd64", "aarch64", "arm64"):
        print("Without the Evolis kit, which is not made for this machine: its tests are skipped.")
        return
    try:
        install("evolis")
    except CannotGoOn as reason:
        print(f"Without the Evolis kit, its tests are skipped: {reason}", flush=True)


# the commands


def call(*command: object, offscreen: bool = False) -> int:
    environment = dict(os.environ, PYTHONUTF8="1")
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.call([str(word) for word in command], cwd=ROOT, env=environment)


def call_python(*arguments: object, offscreen: bool = False) -> int:
    return call(in_venv("python"), *arguments, offscreen=offscreen)


def run(wishes: argparse.Namespace) -> int:
    """Open Loket on the demo branch, whose password its sign-in page tells; without a display, play the
    counter day instead."""
    if not has_display(os.environ):
        print("There is no display here, so the counter day is played offscreen.", flush=True)
        wishes.out = DEMO / "counter-day"
        return walkthrough(wishes)
    prepare_libraries(libraries_for(os.environ))
    install("run")
    prepare_cups(with_queue=False)
    print("The demo branch has five officers with one password: loket contoh", flush=True)
    return call_python("main.py", "--demo", "--base", DEMO / "branch")


def walkthrough(wishes: argparse.Namespace) -> int:
    """Play a day at the counter in the real window and keep what it shows and prints."""
    prepare_libraries()
    install("run")
    out = wishes.out.resolve()
    failed = call_python("-m", "tests.counter_day.walkthrough", out, offscreen=True)
    for line in what_lies_in(out):
        print(line)
    return failed


def what_lies_in(out: Path) -> list[str]:
    """The papers one by one, the many screenshots by their folder."""
    pictures = sorted({file.parent for file in out.rglob("*.png")})
    papers = sorted([*out.rglob("*.pdf"), *out.rglob("*.xlsx")])
    screens = [f"{len(list(folder.glob('*.png')))} screenshots in {folder}" for folder in pictures]
    return [*screens, *(str(paper) for paper in papers)]


def test(wishes: argparse.Namespace) -> int:
    """Check style, types and import rules, then run the tests; arguments go to pytest."""
    prepare_libraries()
    install("test")
    prepare_cups(with_queue=True)
    prepare_evolis()
    checks: list[list[object]] = [
        [in_venv("ruff"), "check"],
        [in_venv("ruff"), "format", "--check"],
        [in_venv("mypy")],
        [in_venv("lint-imports")],
        [in_venv("pytest"), "-q", "--numprocesses=auto", "--maxprocesses=4", *wishes.arguments],
    ]
    failed = []
    for program, *arguments in checks:
        name = " ".join(str(word) for word in [Path(str(program)).stem, *arguments])
        print(f"\n$ {name}", flush=True)
        if call(program, *arguments, offscreen=True) != 0:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def bench(wishes: argparse.Namespace) -> int:
    """Measure speed side by side with a plain way of doing the same; one JSON line per measure."""
    prepare_libraries()
    install("test")
    install("bench")
    return call_python("-m", "tests.bench", *wishes.arguments, offscreen=True)


def seed(wishes: argparse.Namespace) -> int:
    """Fill an encrypted database with generated members."""
    prepare_libraries()
    install("run")
    return call_python("main.py", "--base", wishes.base.resolve(), "--seed", wishes.members, offscreen=True)


def package(_wishes: argparse.Namespace) -> int:
    """Build the program with PyInstaller into dist/loket and let it check itself."""
    prepare_libraries()
    if LINUX and not shutil.which("objdump"):
        need(["binutils"], "PyInstaller needs objdump.")
    install("package")
    failed = call_python("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "installer.spec")
    built = ROOT / "dist" / "loket" / ("loket.exe" if WINDOWS else "loket")
    return failed or call(built, "--self-check", offscreen=True)


def read_command(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(do.__name__, help=do.__doc__, description=do.__doc__)
        added.set_defaults(do=do)
        return added

    command(run)
    command(test)
    command(bench)
    command(walkthrough).add_argument("out", type=Path, metavar="OUT")
    seeding = command(seed)
    seeding.add_argument("--members", type=int, required=True, metavar="N")
    seeding.add_argument("--base", type=Path, default=DEMO / "branch", metavar="DIR")
    command(package)
    wishes, rest = parser.parse_known_args(arguments)
    if rest and wishes.do not in (test, bench):
        parser.error(f"unknown arguments: {' '.join(rest)}")
    wishes.arguments = rest
    return wishes


def main(arguments: Sequence[str]) -> int:
    wishes = read_command(arguments)
    try:
        return int(wishes.do(wishes))
    except CannotGoOn as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
