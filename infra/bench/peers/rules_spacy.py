"""The rule-based pipeline on spaCy, put together as medspaCy's is: tokens, sentences, PhraseMatcher for targets and modifiers, context.

The phrases are matched as they are written, by lower-case token: a phrase that holds the beginning of a word (`laparoscop*`) is left
out, since spaCy would want a regular expression for it. Plurals and words between are not seen. That is less than the plain pipeline
does. What decides about assertions and codes is the plain pipeline's own.
"""

from __future__ import annotations

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from matcher import Hit
from rules import NO_SUPPORT, SUPPORTS, Pipeline, sections


class SpacyPipeline(Pipeline):
    """Text in, codes with their places out."""

    def __init__(self, tables: dict, written: dict[str, int]):
        super().__init__(tables)
        self.nlp = spacy.blank("en")
        self.nlp.add_pipe("sentencizer")
        self.phrases = PhraseMatcher(self.nlp.vocab, attr="LOWER")
        whole = {text: number for text, number in written.items() if "*" not in text}
        for number, phrase in zip(whole.values(), self.nlp.tokenizer.pipe(whole)):
            self.phrases.add(str(number), [phrase])

    def sentence_hits(self, doc: Doc) -> list[tuple[int, list[Hit]]]:
        """The hits of each sentence, by the place where it starts."""
        numbers = self.nlp.vocab.strings
        found: dict[int, list[Hit]] = {}
        for key, first, last in self.phrases(doc):
            span = doc[first:last]
            hit = Hit(int(numbers[key]), first, last, span.start_char, span.end_char)
            found.setdefault(span.sent.start_char, []).append(hit)
        return sorted(found.items())

    def code(self, text: str) -> list[dict[str, object]]:
        supporting: list[list[Hit]] = []
        bodies = [(start, end) for kind, start, end in sections(text) if kind not in NO_SUPPORT]
        for _, hits in self.sentence_hits(self.nlp(text)):
            asserted = [hit for hit, assertion in self.assertions(hits) if assertion in SUPPORTS]
            kept = [hit for hit in asserted if any(start <= hit.start < end for start, end in bodies)]
            if kept:
                supporting.append(kept)
        found = self.matcher.codes_of(supporting)
        return [{"code": code, "start": hit.start, "end": hit.end, "quote": text[hit.start : hit.end]} for code, hit in found.items()]
