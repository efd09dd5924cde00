"""What is inside a backup, beside what stands on this PC now: seen before anything is replaced."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.trust.restore import Compared, InsideBackup
from ui.formats import clock_time, long_date, number
from ui.setup.wizard import WizardStep
from ui.tone import Tone
from ui.widgets.facts import Fact, Facts
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.widgets.tick import Tick
from ui.wording.names import name_of

_HARMLESS = (Compared.NOTHING_HERE, Compared.SAME, Compared.NEWER)


class InsideStep(WizardStep):
    """``understood(ticked)`` where something that stands here would go."""

    understood = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next_text = self.tr("Restore")
        self._facts = Facts()
        inside = Panel(self.tr("In the backup"))
        inside.add(self._facts)
        self._compared = Panel()
        self._words = Label(grade="small", wrap=True)
        self._compared.add(self._words)
        self._tick = Tick(self.tr("I have compared both and want this backup"))
        self._tick.toggled.connect(self.understood)
        self.body.addWidget(inside)
        self.body.addWidget(self._compared)
        self.body.addWidget(self._tick)
        self.body.addStretch()

    @property
    def may_go_on(self) -> bool:
        return self._tick.isHidden() or self._tick.isChecked()

    def show_inside(self, inside: InsideBackup) -> None:
        made, counts = inside.manifest, inside.manifest.counts
        day = long_date(inside.last_visit_day) if inside.last_visit_day else self.tr("none yet")
        content = self.tr(
            "{members} members, {memberships} memberships, {visits} visits, {cards} cards, {entries} journal "
            "entries"
        ).format(
            members=number(counts.members),
            memberships=number(counts.memberships),
            visits=number(counts.visits),
            cards=number(counts.cards),
            entries=number(counts.entries),
        )
        officers = ", ".join(f"{one.name} ({name_of(one.role)})" for one in inside.officers)
        self._facts.show_facts(
            [
                Fact(self.tr("Branch and counter"), f"{made.branch} · {made.counter}"),
                Fact(self.tr("Made"), f"{long_date(made.made_at)}, {clock_time(made.made_at)}"),
                Fact(self.tr("Last visit"), day),
                Fact(self.tr("Content"), content),
                Fact(self.tr("Officers"), officers),
            ]
        )
        if inside.lost_attachments:
            lost = number(inside.lost_attachments)
            lead = self.tr("All is whole but {count} scans, which are missing or damaged.").format(count=lost)
        else:
            lead = self.tr("The backup was opened and found whole. Nothing has been replaced yet.")
        self.say(self.tr("What is inside"), lead)
        stands = inside.comparison.stands
        title, words, tone = self._told(stands, inside.comparison.entries)
        self._compared.set_title(title)
        self._compared.set_tone(tone)
        self._words.setText(words)
        self._tick.setChecked(False)
        self._tick.setVisible(stands not in _HARMLESS)
        self.begin_at(self._tick)

    def _told(self, stands: Compared, entries: int) -> tuple[str, str, Tone]:
        kept = self.tr("What stands here now is kept in the folder “salinan” beside the data.")
        count = number(entries)
        return {
            Compared.NOTHING_HERE: (
                self.tr("This PC holds no branch yet"),
                self.tr("Nothing is replaced."),
                Tone.OK,
            ),
            Compared.SAME: (self.tr("The same as on this PC"), kept, Tone.OK),
            Compared.NEWER: (
                self.tr("Newer than what stands on this PC"),
                self.tr("{count} journal entries come back. {kept}").format(count=count, kept=kept),
                Tone.OK,
            ),
            Compared.OLDER: (
                self.tr("Older than what stands on this PC"),
                self.tr("{count} journal entries and all they tell of came later and will go. {kept}").format(
                    count=count, kept=kept
                ),
                Tone.WARN,
            ),
            Compared.OTHER_LINE: (
                self.tr("This backup and this PC went different ways"),
                self.tr(
                    "Both go back to the same branch, but one went on from an earlier restore. What only "
                    "this PC has will be missing. {kept}"
                ).format(kept=kept),
                Tone.WARN,
            ),
            Compared.UNKNOWN: (
                self.tr("What stands on this PC cannot be read"),
                self.tr("Nobody can say which of the two is newer. {kept}").format(kept=kept),
                Tone.WARN,
            ),
            Compared.OTHER_BRANCH: (
                self.tr("This is the backup of another branch"),
                self.tr("The branch that stands on this PC would be replaced by it. {kept}").format(
                    kept=kept
                ),
                Tone.ERROR,
            ),
        }[stands]
