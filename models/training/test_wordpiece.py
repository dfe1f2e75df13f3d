"""`python3 -m unittest` in this folder."""

import unittest

from wordpiece import CLS_ID, PAD_ID, SEP_ID, SPECIALS, UNK_ID, WordPiece, train, windows, words


class WordsTest(unittest.TestCase):
    def test_words_are_lower_cased_and_other_code_points_stand_alone(self):
        self.assertEqual(words("BP 120/80, L4-L5."), ["bp", "120", "/", "80", ",", "l4", "-", "l5", "."])

    def test_every_line_end_is_white_space_and_no_token(self):
        self.assertEqual(words("a\r\nb\rc\n\nd\u2028e\u0085f\u00a0g"), list("abcdefg"))

    def test_controls_and_marks_vanish_without_splitting(self):
        self.assertEqual(words("chole\u0000cyst\u00adec\u200dtomy ne\u0301e"), ["cholecystectomy", "nee"])

    def test_quotes_and_dashes_become_ascii(self):
        self.assertEqual(words("\u201cit\u2019s\u201d \u2013 \u2212"), ['"', "it", "'", "s", '"', "-", "-"])

    def test_lower_casing_is_one_to_one(self):
        self.assertEqual(words("\u0130stanbul STRA\u1e9eE \u03a3\u03a3 \u023a"), ["istanbul", "stra", "\u1e9e", "e", "\u03c3\u03c3", "\u2c65"])

    def test_lone_surrogates_and_unlisted_scripts_stand_alone(self):
        self.assertEqual(words("a\ud800b\u60a3\u8005"), ["a", "\ud800", "b", "\u60a3", "\u8005"])


class WordPieceTest(unittest.TestCase):
    tokenizer = WordPiece([*SPECIALS, "knee", "k", "##n", "##ne", "##e", "a", "##a", "-"])

    def ids(self, *pieces):
        return [self.tokenizer.ids[piece] for piece in pieces]

    def test_the_longest_piece_wins(self):
        self.assertEqual(self.tokenizer.encode("Knee kne kn"), self.ids("knee", "k", "##ne", "k", "##n"))

    def test_a_word_with_a_part_unknown_is_unknown_as_a_whole(self):
        self.assertEqual(self.tokenizer.encode("kneex - \ud83d"), [UNK_ID, *self.ids("-"), UNK_ID])

    def test_a_word_of_100_is_read_and_one_of_101_is_not(self):
        self.assertEqual(len(self.tokenizer.encode("a" * 100)), 100)
        self.assertEqual(self.tokenizer.encode("a" * 101), [UNK_ID])

    def test_names_of_special_pieces_in_a_text_are_plain_characters(self):
        self.assertNotIn(CLS_ID, self.tokenizer.encode("[CLS]"))


class WindowsTest(unittest.TestCase):
    def test_nothing_is_one_row_of_begin_and_end(self):
        self.assertEqual(windows([]), [[CLS_ID, SEP_ID]])

    def test_a_short_text_is_not_padded(self):
        self.assertEqual(windows([9, 9]), [[CLS_ID, 9, 9, SEP_ID]])

    def test_every_piece_is_in_exactly_one_row(self):
        for count in (253, 254, 255, 508, 509, 1000):
            rows = windows(list(range(5, 5 + count)))
            self.assertEqual([x for row in rows for x in row if x > 4], list(range(5, 5 + count)))
            self.assertEqual({len(row) for row in rows}, {min(256, count + 2)})
            self.assertTrue(all(PAD_ID not in row[: row.index(SEP_ID)] for row in rows))


class TrainTest(unittest.TestCase):
    def test_the_same_texts_give_the_same_pieces(self):
        texts = ["knee pain and knee swelling", "ankle pain and knee pain"] * 3
        self.assertEqual(train(texts, 60).pieces, train(texts, 60).pieces)
        self.assertIn("knee", train(texts, 60).pieces)


if __name__ == "__main__":
    unittest.main()
