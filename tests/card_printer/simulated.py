"""A card printer for tests: a private cupsd whose one queue jams, runs empty or loses power when told to.

No D-Bus, no systemd, as root or as an ordinary user. What a test hands over is kept byte for byte, and
apart from it the cards that came out, so that a test can count what lies in the tray.
"""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

QUEUE = "Kartu"
_HERE = Path(__file__).parent
_CUPS_PARTS = Path("/usr/lib/cups")
_PATIENCE_SECONDS = 10.0


class Behaviour(StrEnum):
    """What the printer does with one card."""

    OK = "ok"
    JAM = "jam"  # stops the queue; the job waits and prints when the queue is enabled again
    RIBBON = "ribbon"  # likewise
    FAIL = "fail"  # gives the job up
    HOLD = "hold"  # holds the job
    EMPTY = "empty"  # waits for cards, then prints
    COVER = "cover"  # waits for the cover to be closed, then prints
    OFFLINE = "offline"  # waits to be plugged in again, then prints
    POWERLOSS = "powerloss"  # forgets the job in the middle of the card, and the spooler calls it completed


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """One card in the tray."""

    name: str
    document: bytes


def why_not() -> str:
    """The reason why no simulated printer can be started here, or nothing."""
    if shutil.which("cupsd", path=_SEARCHED) is None or shutil.which("lpadmin", path=_SEARCHED) is None:
        return "no cupsd here: apt-get install cups cups-client"
    return ""


_SEARCHED = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))


class SimulatedCardPrinter:
    """Started by ``with``; ``address`` is what the settings would hold."""

    address = f"cups:{QUEUE}"
    host = "127.0.0.1"

    def __init__(self) -> None:
        # not below pytest's own folder, which the spooler's user may not enter
        self.folder = Path(tempfile.mkdtemp(prefix="loket-cupsd-"))
        self.port = _free_port()
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._lay_out()
        self.start()
        self._admin("lpadmin", "-p", QUEUE, "-D", "Printer kartu", "-v", f"simulated:{self.folder}")
        self._admin("lpadmin", "-p", QUEUE, "-P", str(_HERE / "cr80.ppd"))
        self._admin("lpadmin", "-p", QUEUE, "-o", "printer-error-policy=abort-job")
        self.accept()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def will(self, *behaviours: Behaviour) -> None:
        """What happens to the next cards, one each; after that everything goes well again."""
        plan = "".join(f"{behaviour.value}\n" for behaviour in behaviours)
        (self.folder / "plan").write_text(plan, encoding="ascii")

    def will_at(self, card: int, behaviour: Behaviour) -> None:
        """Everything goes well up to the card of that number, counted from 1."""
        self.will(*[Behaviour.OK] * (card - 1), behaviour)

    def tend(self) -> None:
        """Lay in cards, close the cover, plug it in: whatever the printer is waiting for."""
        (self.folder / "now").write_text("tended\n", encoding="ascii")

    def enable(self) -> None:
        """Clear the jam and press the button: a stopped queue prints its backlog."""
        self._admin("cupsenable", QUEUE)

    def accept(self) -> None:
        self._admin("cupsenable", QUEUE)
        self._admin("cupsaccept", QUEUE)

    def disable(self) -> None:
        self._admin("cupsdisable", QUEUE)

    def reject(self) -> None:
        self._admin("cupsreject", QUEUE)

    @property
    def cards(self) -> Sequence[PrintedCard]:
        """The tray, oldest card first."""
        files = sorted((self.folder / "cards").glob("[0-9]*.pdf"))
        return [PrintedCard(file.stem.partition("-")[2], file.read_bytes()) for file in files]

    @property
    def received(self) -> Sequence[bytes]:
        """What the queue was given, run by run, whether or not a card came of it."""
        return [file.read_bytes() for file in sorted((self.folder / "received").glob("*.pdf"))]

    @property
    def options(self) -> Sequence[str]:
        """The options each run was given."""
        files = sorted((self.folder / "received").glob("*.options"))
        return [file.read_text(encoding="utf-8").strip() for file in files]

    def files_kept(self) -> Sequence[Path]:
        """Documents the spooler still holds: card images are personal data."""
        return sorted((self.folder / "spool").glob("d*"))

    def start(self) -> None:
        self._log.unlink(missing_ok=True)
        command = [
            "cupsd",
            "-f",
            "-c",
            str(self._etc / "cupsd.conf"),
            "-s",
            str(self._etc / "cups-files.conf"),
        ]
        with (self.folder / "log" / "console").open("ab") as console:
            self._server = subprocess.Popen(
                command, stdout=console, stderr=console, env={**os.environ, "PATH": _SEARCHED}
            )
        until = time.monotonic() + _PATIENCE_SECONDS
        while not self._listens():
            if self._server.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.folder / "log" / "console").read_text(encoding="utf-8"))
            time.sleep(0.01)

    def stop(self) -> None:
        if self._server is not None:
            self._server.terminate()
            try:
                self._server.wait(_PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
            self._server = None

    def kill(self) -> None:
        """The spooler dies without a word."""
        if self._server is not None:
            self._server.kill()
            self._server.wait(_PATIENCE_SECONDS)
            self._server = None

    def freeze(self) -> None:
        """The spooler hangs: it takes connections and answers nothing."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def forget_jobs(self) -> None:
        """Start anew without the old jobs, as after a disk full or a cleared spool folder."""
        self.kill()
        for kept in (*(self.folder / "spool").glob("[cd]0*"), *(self.folder / "cache").glob("job.cache*")):
            kept.unlink()
        self.start()

    @property
    def _etc(self) -> Path:
        return self.folder / "etc"

    @property
    def _log(self) -> Path:
        return self.folder / "log" / "error_log"

    def _listens(self) -> bool:
        """By its own word: another server on the port would answer too, and silently serve the tests."""
        said = self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""
        return f"Listening to {self.host}:{self.port} on fd" in said and "Resuming new connection" in said

    def _admin(self, *command: str) -> None:
        there = {**os.environ, "CUPS_SERVER": f"{self.host}:{self.port}", "PATH": _SEARCHED}
        done = subprocess.run(command, env=there, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{command}: {done.stderr}")

    def _lay_out(self) -> None:
        places = ("etc/ppd", "spool/tmp", "cache", "state", "log", "serverbin/backend", "received", "cards")
        for place in places:
            (self.folder / place).mkdir(parents=True)
        self.will()
        self.tend()
        (self.folder / "runs").write_text("0\n", encoding="ascii")
        (self.folder / "plan.rest").touch()
        for part in ("filter", "daemon", "monitor", "notifier", "driver", "cgi-bin"):
            (self.folder / "serverbin" / part).symlink_to(_CUPS_PARTS / part)
        backend = self.folder / "serverbin" / "backend" / "simulated"
        shutil.copyfile(_HERE / "backend.sh", backend)
        backend.chmod(0o755)
        user, group = _spooler()
        self._write_settings(user, group)
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            self._give_to(user, group)
        (self.folder / "spool" / "tmp").chmod(0o1770)

    def _give_to(self, user: str, group: str) -> None:
        """As root, cupsd runs the backend as another user, who must be able to write here."""
        for place in ("spool", "spool/tmp", "cache", "state", "log", "received", "cards"):
            shutil.chown(self.folder / place, user, group)
        for file in ("plan", "plan.rest", "now", "runs"):
            shutil.chown(self.folder / file, user, group)

    def _write_settings(self, user: str, group: str) -> None:
        folder = self.folder
        (self._etc / "cups-files.conf").write_text(
            f"""SystemGroup root
User {user}
Group {group}
ServerRoot {self._etc}
ServerBin {folder}/serverbin
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
Printcap {folder}/printcap
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/log/access_log
ErrorLog {folder}/log/error_log
PageLog {folder}/log/page_log
""",
            encoding="utf-8",
        )
        (self._etc / "cupsd.conf").write_text(
            f"""LogLevel info
Listen {self.host}:{self.port}
Browsing Off
WebInterface No
DefaultAuthType None
ErrorPolicy abort-job
PreserveJobHistory Yes
PreserveJobFiles Yes
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
AuthType None
Order allow,deny
Allow localhost
</Limit>
</Policy>
""",
            encoding="utf-8",
        )


def _spooler() -> tuple[str, str]:
    if os.geteuid() == 0:
        return "lp", "lp"
    import grp  # not on Windows, where nothing of this runs, but where this file may be looked at

    return getpass.getuser(), grp.getgrgid(os.getegid()).gr_name


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
