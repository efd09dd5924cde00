"""What the steady panel tells: the person's status, the paper shown, the number, what the NIK says."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.members.member import MemberStatus
from app.visit.member_form import KpjSource
from app.visit.register_member import Registered
from app.visit.step_3_validate import Checked
from app.visit.visit import Visit
from ui.formats import number, short_date
from ui.tone import Tone
from ui.visit.member_status import STATUS_TONES
from ui.widgets.facts import Fact
from ui.wording.names import name_of

translate = QCoreApplication.translate


def known_facts(visit: Visit | None, status: MemberStatus | None, checked: Checked | None) -> list[Fact]:
    facts = []
    if status is not None:
        facts.append(Fact(translate("KnownFacts", "Status"), name_of(status), STATUS_TONES[status]))
    if visit is not None and visit.document_shown is not None:
        label = translate("KnownFacts", "{document} shown").format(document=name_of(visit.document_shown))
        facts.append(Fact(label, translate("KnownFacts", "matches the person"), Tone.OK))
    if checked is not None:
        facts += _from_nik(checked)
        facts.append(Fact(translate("KnownFacts", "KPJ number"), _number(checked)))
    return facts


def stored_facts(registered: Registered) -> list[Fact]:
    """Right after the registration: what the branch now has."""
    kpj, status = registered.membership.kpj, MemberStatus.ACTIVE
    later = translate("KnownFacts", "follows later")
    return [
        Fact(translate("KnownFacts", "Status"), name_of(status), STATUS_TONES[status]),
        Fact(translate("KnownFacts", "Registered"), registered.member.name, Tone.OK),
        Fact(translate("KnownFacts", "KPJ number"), kpj.grouped if kpj else later),
    ]


def nik_says(checked: Checked) -> str:
    """``Kec. Karang Pilang, Kota Surabaya · perempuan``, beside the NIK once it can be read."""
    parts = [checked.read.region or ""]
    parts += [name_of(checked.read.sex).lower()] if checked.read.sex else []
    return " · ".join(part for part in parts if part)


def _from_nik(checked: Checked) -> Sequence[Fact]:
    read = checked.read
    if read.nik is None or read.sex is None:
        return []
    born = " / ".join(short_date(day) for day in read.birth_dates)
    return [Fact(translate("KnownFacts", "NIK says"), f"{born} · {name_of(read.sex)}")]


def _number(checked: Checked) -> str:
    source = checked.read.work.kpj_source
    if source is KpjSource.LATER:
        return translate("KnownFacts", "follows later")
    if source is KpjSource.BLOCK:
        left = number(checked.block.left)
        return translate("KnownFacts", "branch block · {left} left").format(left=left)
    return checked.kpj.grouped if checked.kpj else "—"
