"""Comparing a thousand names at once finds exactly whom comparing them one by one finds."""

from hypothesis import given
from hypothesis import strategies as st

from app.members.duplicates import ALIKE
from app.members.names import places_alike, similarity

_KEYS = st.lists(
    st.sampled_from(["SITI", "RAHMA", "WATI", "RAHMAWATI", "RACHMAWATI", "SITTI", "AGUS", "NUR"]), min_size=1
).map(" ".join)


@given(key=_KEYS, others=st.lists(_KEYS, max_size=30))
def test_many_names_are_compared_as_one_is(key: str, others: list[str]) -> None:
    one_by_one = {place for place, other in enumerate(others) if similarity(key, other) >= ALIKE}
    assert places_alike(key, others, ALIKE) == one_by_one
