"""What was done to a layout, step by step, so that each step can be taken back and made again."""

from app.cards.layout_draft import LayoutDraft

_STEPS = 500


class History:
    """Changes told with the same ``of`` one after the other are one step: a drag, or a word being typed."""

    def __init__(self, draft: LayoutDraft, *, saved: bool = True) -> None:
        self._steps = [draft]
        self._at = 0
        self._of = ""
        self._saved = draft if saved else None

    @property
    def draft(self) -> LayoutDraft:
        return self._steps[self._at]

    @property
    def unsaved(self) -> bool:
        return self.draft != self._saved

    @property
    def can_undo(self) -> bool:
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        return self._at + 1 < len(self._steps)

    def push(self, draft: LayoutDraft, of: str = "") -> None:
        if draft == self.draft:
            return
        goes_on = bool(of) and of == self._of and self.can_undo
        del self._steps[self._at + (0 if goes_on else 1) :]
        self._steps.append(draft)
        del self._steps[:-_STEPS]
        self._at = len(self._steps) - 1
        self._of = of

    def rest(self) -> None:
        """Whatever comes next is a step of its own."""
        self._of = ""

    def undo(self) -> None:
        self._at = max(0, self._at - 1)
        self._of = ""

    def redo(self) -> None:
        self._at = min(len(self._steps) - 1, self._at + 1)
        self._of = ""

    def mark_saved(self, draft: LayoutDraft) -> None:
        """As it is stored now; with its new version the draft goes on from there."""
        self._saved = draft
        self.push(draft)
