package dev.superbill.adapter.workbench;

import dev.superbill.note.Span;

/// A span of the note that means something.
///
/// @param span where it stands
/// @param meaning what it means
/// @param key of evidence, what it supports, such as `CPT-47562`; else empty
record Mark(Span span, Meaning meaning, String key) {
    /// What marked words mean.
    enum Meaning {
        /// They support a line.
        EVIDENCE("", ""),
        ABSENT("not", "said not to be so"),
        POSSIBLE("poss", "said to be possible"),
        HISTORICAL("hist", "history"),
        FAMILY("fam", "of a relative"),
        HYPOTHETICAL("if", "supposed"),
        PLANNED("plan", "planned");

        private final String tag;
        private final String description;

        Meaning(String tag, String description) {
            this.tag = tag;
            this.description = description;
        }

        /// A word of a few letters, shown beside the words.
        String tag() {
            return tag;
        }

        /// What the tag means.
        String description() {
            return description;
        }
    }

    static Mark evidence(int start, int end, String key) {
        return new Mark(new Span(start, end), Meaning.EVIDENCE, key);
    }
}
