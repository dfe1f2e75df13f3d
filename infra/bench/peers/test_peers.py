"""Tests of the peers' own work: `python3 -m unittest` in this folder."""

from __future__ import annotations

import unittest

import lexicon
from matcher import Matcher, sentences
from rules import Pipeline


def tables(*codes: tuple[str, str], cues: tuple[tuple[str, str], ...] = ()) -> dict:
    builder = lexicon.Builder()
    for code, says in codes:
        builder.code(code)
        builder.says(says)
    for name, says in cues:
        builder.cue(name, says)
    return builder.compiled()


class MatcherTest(unittest.TestCase):
    def test_phrases_of_one_sentence(self) -> None:
        matcher = Matcher(tables(("CPT 1", "chest x ray + two views; cxr")))
        self.assertEqual(list(matcher.find("Chest x-rays, two views.")), ["CPT 1"])
        self.assertEqual(list(matcher.find("Chest x-ray. Two views.")), [])
        self.assertEqual(list(matcher.find("A CXR was taken")), ["CPT 1"])

    def test_clauses_of_one_note(self) -> None:
        matcher = Matcher(tables(("CPT 1", "plaque analysis & ccta")))
        self.assertEqual(list(matcher.find("CCTA was done. Then plaque analysis.")), ["CPT 1"])
        self.assertEqual(list(matcher.find("Then plaque analysis.")), [])

    def test_beginnings_of_words_and_function_words(self) -> None:
        matcher = Matcher(tables(("CPT 1", "laparoscop* removal gallbladder")))
        (hit,) = matcher.find("The laparoscopic removal of the gallbladder went well").values()
        self.assertEqual((hit.start, hit.end), (4, 43))

    def test_sentences_keep_decimals(self) -> None:
        text = "It is 3.5 cm. Next one\nwrapped here\nNEW LINE"
        self.assertEqual([text[a:b].strip() for a, b in sentences(text)], ["It is 3.5 cm.", "Next one\nwrapped here", "NEW LINE"])


class PipelineTest(unittest.TestCase):
    def setUp(self) -> None:
        cues = (("absent-forward", "no; denies"), ("absent-backward", "ruled out"), ("pseudo", "no increase"), ("terminator", "but"))
        self.pipeline = Pipeline(tables(("ICD-10-CM J18.9", "pneumonia"), ("ICD-10-CM R05", "cough"), cues=cues))

    def codes(self, text: str) -> list[str]:
        return [str(found["code"])[10:] for found in self.pipeline.code(text)]

    def test_what_is_denied_has_no_code(self) -> None:
        self.assertEqual(self.codes("Pneumonia with cough."), ["J18.9", "R05"])
        self.assertEqual(self.codes("No pneumonia but cough."), ["R05"])
        self.assertEqual(self.codes("Pneumonia was ruled out."), [])
        self.assertEqual(self.codes("No increase in cough."), ["R05"])

    def test_sections_of_the_past_support_nothing(self) -> None:
        self.assertEqual(self.codes("FAMILY HISTORY: Pneumonia.\nASSESSMENT: Cough."), ["R05"])

    def test_a_code_has_its_place(self) -> None:
        text = "IMPRESSION: Pneumonia."
        (found,) = self.pipeline.code(text)
        self.assertEqual((found["quote"], text[found["start"] : found["end"]]), ("Pneumonia", "Pneumonia"))


if __name__ == "__main__":
    unittest.main()
