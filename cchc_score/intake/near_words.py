"""Which of many words is most like an unknown one, in a time that does not grow with their number."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cchc_score.text import nearest

FEW = 50
"""So many words are all compared."""
MOST_SEEN = 1_000
"""So many words at most are met for an unknown one, by the letters that the fewest of them have."""
MOST_COMPARED = 20
"""So many of those, the ones with most letters in common, are compared letter by letter."""


class NearWords:
    """Known words by the pieces of two letters in them, to ask 'did you mean' of thousands of unknown ones."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.by_piece: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            for piece in _pieces(word):
                self.by_piece[piece].append(place)

    def nearest(self, word: str) -> str:
        """The known word most like another one, or nothing; of many words it may miss one that is only half alike."""
        if len(self.words) <= FEW:
            return nearest(word, self.words)
        seen = Counter(self._seen(word))
        # By place where they have as many in common: the same one is offered in every run.
        most = sorted(seen, key=lambda place: (-seen[place], place))[:MOST_COMPARED]
        return nearest(word, (self.words[place] for place in most))

    def _seen(self, word: str) -> Iterator[int]:
        """The places of words that share rare pieces with a word, once for each piece."""
        left = MOST_SEEN
        # A piece that all have, as 'xã', says nothing; the rare ones decide, and come first.
        known = ((len(places), piece) for piece in _pieces(word) if (places := self.by_piece.get(piece)))
        for count, piece in sorted(known):
            left -= count
            if left < 0:
                return
            yield from self.by_piece[piece]


def _pieces(word: str) -> frozenset[str]:
    """Pieces of two and of three letters, with signs for the beginning and the end."""
    # Not the whole of a text that stands where a name should.
    text = f"^{word[:100].casefold()}$"
    return frozenset(text[at : at + size] for size in (2, 3) for at in range(len(text) - size + 1))
