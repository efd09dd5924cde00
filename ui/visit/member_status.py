"""How a member's status looks: always a word, a tone and an icon together."""

from app.members.member import MemberStatus
from ui.tone import Tone

STATUS_TONES = {
    MemberStatus.ACTIVE: Tone.OK,
    MemberStatus.INACTIVE: Tone.WARN,
    MemberStatus.DECEASED: Tone.ERROR,
    MemberStatus.UNREGISTERED: Tone.INFO,
}
STATUS_ICONS = {
    MemberStatus.ACTIVE: "user-check",
    MemberStatus.INACTIVE: "user-x",
    MemberStatus.DECEASED: "circle-x",
    MemberStatus.UNREGISTERED: "info",
}
