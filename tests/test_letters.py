"""A PDF is made of any text an editor may write, of characters that its typeface lacks too."""

from macros.letters import zetbaar


def test_what_the_typeface_lacks_becomes_a_question_mark_and_no_mistake():
    assert zetbaar("Café, 3 × 4 – „zo” … €") == "Café, 3 × 4 – „zo” … €"
    assert zetbaar("hoera 😀 Z̸ а") == "hoera ? Z ?"
