package dev.superbill;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.section.Section;
import dev.superbill.section.SectionKind;
import dev.superbill.section.Sectionizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Notes that say the same in another form, and notes that say the opposite.
final class NoteVariants {
    private static final String IDENTITY =
            """
            PATIENT NAME: Quillfeather, Ottoline
            MEDICAL RECORD NUMBER: 00482913-7
            ACCOUNT NUMBER: QX-2210944
            DATE OF BIRTH: 03/14/1961
            DICTATED BY: Barnaby Thistlewood, MD

            """;
    private static final String FOOTER =
            """


            The patient tolerated the procedure well.

            Electronically signed by Barnaby Thistlewood, MD on 06/30/2026 at 16:42.
            Dictated but not read. D: 06/30/2026 T: 07/01/2026 Job: 5530917
            This document is confidential and is meant for the addressee only. If it reached you in \
            error, please notify the sender and destroy every copy.
            """;
    private static final Pattern TITLED_NAME =
            Pattern.compile("\\b(Dr|Mr|Mrs|Ms)\\. [A-Z][a-z]*\\.?(?=[\\s,;)])");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})/(\\d{2,4})\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;](?=\\s)|\\n");
    private static final int FEWEST_BLOCKS = 4;

    private NoteVariants() {}

    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /// Breaks lines before the word that would pass a column, as dictation systems do.
    static String wrapped(String text, int columns) {
        var wrapped = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            int column = 0;
            for (var word : line.split(" ", -1)) {
                if (column > 0 && column + 1 + word.length() > columns) {
                    wrapped.append('\n');
                    column = 0;
                } else if (column > 0) {
                    wrapped.append(' ');
                    column++;
                }
                wrapped.append(word);
                column += word.length();
            }
            wrapped.append('\n');
        }
        wrapped.setLength(wrapped.length() - 1);
        return wrapped.toString();
    }

    /// Puts an invented patient and clinician before the note, and in the place of those named.
    static String otherNames(String text) {
        var named = TITLED_NAME.matcher(text).replaceAll("$1. Wolverhampton");
        return IDENTITY
                + DATE.matcher(named)
                        .replaceAll(date ->
                                date.group(1)
                                        + "/"
                                        + (Integer.parseInt(date.group(2)) % 28 + 1)
                                        + "/"
                                        + date.group(3));
    }

    static String withFooter(String text) {
        return text.stripTrailing() + FOOTER;
    }

    /// The same characters in other clothes: line ends of Windows, typographic quotes.
    static String typographic(String text) {
        var quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = i == 0 || " (\n".indexOf(text.charAt(i - 1)) >= 0;
            switch (c) {
                case '\'' -> quoted.append('\u2019');
                case '"' -> quoted.append(opens ? '\u201C' : '\u201D');
                case '\n' -> quoted.append("\r\n");
                default -> quoted.append(c);
            }
        }
        return quoted.toString();
    }

    /// Every blank a tab, two blanks, a non-breaking space or a blank, in turn.
    static String blanks(String text) {
        var blanks = List.of("\t", "  ", "\u00A0", " ");
        var changed = new StringBuilder();
        int turn = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                changed.append(blanks.get(turn++ % blanks.size()));
            } else {
                changed.append(text.charAt(i));
            }
        }
        return changed.toString();
    }

    static String twice(String text) {
        return text.stripTrailing() + "\n\n" + text;
    }

    /// The second half of the note's parts before the first half. What stands before the first
    /// heading stays there, and a part that takes its kind from the one above stays with it.
    ///
    /// @return the text itself where the note has fewer than four parts
    static String reordered(String text) {
        var note = new Note("", text);
        var parts = new ArrayList<Span>();
        var kind = SectionKind.OTHER;
        int preface = 0;
        for (var section : new Sectionizer().split(note)) {
            if (section.heading().isEmpty() && parts.isEmpty()) {
                preface = section.span().end();
            } else if (!parts.isEmpty() && goesOn(section, kind)) {
                parts.add(new Span(parts.removeLast().start(), section.span().end()));
            } else {
                parts.add(section.span());
            }
            kind = section.kind();
        }
        if (parts.size() < FEWEST_BLOCKS) {
            return text;
        }
        Collections.rotate(parts, parts.size() / 2);
        var reordered = new StringBuilder(text.substring(0, preface));
        for (var part : parts) {
            reordered.append(note.slice(part).stripTrailing()).append("\n\n");
        }
        return reordered.toString();
    }

    private static boolean goesOn(Section section, SectionKind above) {
        return section.kind() == above
                || section.kind() == SectionKind.OTHER
                || (section.kind() == SectionKind.DESCRIPTION && above == SectionKind.PROCEDURE);
    }

    /// The sentence that a span stands in.
    static Span sentence(String text, Span span) {
        var ends = SENTENCE_END.matcher(text);
        int start = 0;
        while (ends.find() && ends.end() <= span.start()) {
            start = ends.end();
        }
        int end = ends.reset().find(span.end()) ? ends.end() : text.length();
        return new Span(start, end);
    }

    /// A text without the sentences of some spans.
    static String without(String text, List<Span> spans) {
        var left = new StringBuilder(text);
        spans.stream()
                .map(span -> sentence(text, span))
                .sorted(Collections.reverseOrder())
                .distinct()
                .forEach(sentence ->
                        left.delete(sentence.start(), Math.min(sentence.end(), left.length())));
        return left.toString();
    }

    /// A text with the words of some spans, which do not overlap, replaced.
    static String replaced(String text, List<Span> spans, Function<String, String> replacement) {
        var replaced = new StringBuilder(text);
        spans.stream()
                .sorted(Collections.reverseOrder())
                .forEach(span ->
                        replaced.replace(
                                span.start(),
                                span.end(),
                                replacement.apply(text.substring(span.start(), span.end()))));
        return replaced.toString();
    }
}
