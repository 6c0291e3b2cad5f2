"""JSON for programs: what the library would write, also where it comes piece by piece."""

import io
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nazorg.output.gegevens import write_json

WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.dates(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=4), part, max_size=3) | st.tuples(part),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=4).filter(lambda name: name != "schema"), WAARDEN, max_size=4), st.booleans())
def test_what_is_written_is_what_the_library_writes_with_two_blanks(content, in_pieces):
    out = io.StringIO()
    pieces = {name: iter(one) if in_pieces and isinstance(one, list) else one for name, one in content.items()}
    write_json(out, "nazorg.proef/1", pieces)
    whole = {"schema": "nazorg.proef/1", **content}
    assert out.getvalue() == json.dumps(whole, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


def test_rows_are_written_before_the_last_one_is_known():
    out = io.StringIO()
    seen = []

    def rows():
        for number in range(3):
            seen.append(out.getvalue().count("nummer"))
            yield {"nummer": number}

    write_json(out, "nazorg.proef/1", {"rijen": rows()})
    assert seen == [0, 1, 2]
