"""Names are compared by their letters first: nobody who is alike is lost, and few others are left over."""

from hypothesis import given
from hypothesis import strategies as st

from app.members.duplicates import ALIKE
from app.members.names import letters_of, places_of_like_letters, similarity

_WORDS = st.sampled_from(["SITI", "RAHMA", "WATI", "RAHMAWATI", "RACHMAWATI", "SITTI", "AGUS", "NUR", "A"])
_KEYS = st.lists(_WORDS, min_size=1).map(" ".join) | st.text("AIN ", min_size=1).map(str.strip)


@given(key=_KEYS, others=st.lists(_KEYS, max_size=30))
def test_whoever_is_alike_has_like_letters(key: str, others: list[str]) -> None:
    alike = {place for place, other in enumerate(others) if similarity(key, other) >= ALIKE}
    assert alike <= set(places_of_like_letters(key, list(map(letters_of, others)), ALIKE))


def test_other_letters_are_another_name() -> None:
    others = ["RAHMAWATI SITI", "AGUS SALIM", "SITI RACHMAWATI", "SITI"]
    assert sorted(places_of_like_letters("SITI RAHMAWATI", list(map(letters_of, others)), ALIKE)) == [0, 2]
