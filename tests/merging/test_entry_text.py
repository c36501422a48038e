"""Files of entries as pieces of text."""

import pytest

from cchc_score.merging.entry_text import join_blocks, split_blocks

FILE = """# Vòng 1

# của An
[[entry]]
id = "a"
evidence = { document = "KH" }

[[explanation]]
unit = "A"

  [[entry]]   # thụt vào
id = "b"
reason = \"\"\"
[[entry]]
\"\"\"

[entry.evidence]
document = "x"
# cuối tệp
"""


def test_a_piece_is_an_entry_with_the_comments_above_it():
    found = split_blocks(FILE.encode())
    assert found.head == "# Vòng 1\n"
    assert [block.line for block in found.blocks] == [4, 8, 11]
    assert found.blocks[0].text == '# của An\n[[entry]]\nid = "a"\nevidence = { document = "KH" }\n'
    assert found.blocks[2].text.endswith('[entry.evidence]\ndocument = "x"\n# cuối tệp\n')


def test_pieces_joined_are_the_file_again():
    found = split_blocks(FILE.encode())
    assert join_blocks(found.head, found.blocks).decode() == FILE
    assert split_blocks(join_blocks(found.head, found.blocks)) == found
    assert join_blocks("", found.blocks[:1]).decode() == found.blocks[0].text


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "= broken", "entry = 5\n", "entry = [{ id = 1 }]\n", "[[entry]]\n[report]\n",
        "[[entry]]\n[self_score]\n", "[entry]\nid = 1\n", "[[x]]\n",
    ],
)  # fmt: skip
def test_any_other_file_has_no_pieces(text):
    assert split_blocks(text.encode()) is None
    assert split_blocks(b"\xff") is None
