package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.CptDraft.Descriptor;
import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The AMA's licensed CPT descriptors: a notice, then a code and a text a line, with a tab or a
/// space between them. Which descriptor it is, only the file's name tells.
///
/// A consumer-friendly descriptor has a concept number before the code. A long descriptor in fixed
/// columns has two digits after the code, and goes on over the lines with the next ones.
final class CptFormat implements SourceFormat {
    /// The files of each descriptor, the most readable first: `U` is for upper case alone, `UL` for
    /// both; `T` for tabs, `F` for fixed columns.
    private static final List<List<String>> NAMES =
            List.of(
                    List.of("longult", "longulf", "longut", "longuf"),
                    List.of("medu"),
                    List.of("shortu"),
                    List.of("consumerdescriptor"),
                    List.of("modul", "modu"));

    private static final Pattern YEAR = Pattern.compile("CPT\\W{0,3}(20\\d\\d)|(20\\d\\d) CPT");
    private static final Pattern MODIFIER = Pattern.compile("([0-9A-Z]{2})[ \\t]+(\\S.*)");

    @Override
    public String label() {
        return "CPT descriptors";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.CPT);
    }

    @Override
    public boolean recognises(Head head) {
        var descriptor = descriptor(head);
        if (descriptor.isEmpty()) {
            return false;
        }
        boolean modifiers = descriptor.get() == Descriptor.MODIFIER;
        return head.lines().stream()
                .anyMatch(row ->
                        modifiers
                                ? MODIFIER.matcher(row.raw(0)).matches()
                                : entry(row.raw(0)) != null);
    }

    private static Optional<Descriptor> descriptor(Head head) {
        var stem = head.file().stem();
        for (var descriptor : Descriptor.values()) {
            if (NAMES.get(descriptor.ordinal()).contains(stem)) {
                return Optional.of(descriptor);
            }
        }
        return Optional.empty();
    }

    @Override
    public String table(Head head) {
        return "cpt " + descriptor(head).orElseThrow();
    }

    @Override
    public int rank(Head head) {
        return NAMES.get(descriptor(head).orElseThrow().ordinal()).indexOf(head.file().stem());
    }

    @Override
    public Optional<Dated> dated(Head head) {
        var byBanner =
                head.lines().stream()
                        .takeWhile(row -> entry(row.raw(0)) == null)
                        .flatMap(row -> YEAR.matcher(row.raw(0)).results())
                        .findFirst()
                        .map(year -> year.group(1) == null ? year.group(2) : year.group(1))
                        .map(Integer::parseInt);
        return byBanner.or(() -> FileNames.year(head.file())).map(Dated::year);
    }

    @Override
    public void read(Source source) throws IOException {
        var draft = source.draft(CptDraft.class, CptDraft::new);
        var descriptor = descriptor(source.head()).orElseThrow();
        if (descriptor == Descriptor.MODIFIER) {
            source.eachLine(new Modifiers(source, draft));
        } else {
            source.eachLine(new Codes(source, draft, descriptor));
        }
    }

    /// A code and its text.
    ///
    /// @param sequence which part of the text; 0 where it is whole
    private record Entry(String code, int sequence, String said) {}

    private static @Nullable Entry entry(String line) {
        var begin = line.startsWith("\uFEFF") ? line.substring(1) : line;
        int tab = begin.indexOf('\t');
        if (tab > 0
                && Values.isDigits(begin, 0, tab)
                && !Values.isProcedure(begin.substring(0, tab))) {
            // A concept's number.
            begin = begin.substring(tab + 1);
        }
        if (begin.length() < 7 || !Values.isProcedure(begin.substring(0, 5))) {
            return null;
        }
        var code = begin.substring(0, 5);
        char next = begin.charAt(5);
        if (next == '\t') {
            return whole(code, begin.substring(begin.lastIndexOf('\t') + 1));
        }
        if (next == ' ') {
            return whole(code, begin.substring(6));
        }
        return Values.isDigits(begin, 5, 7)
                ? new Entry(
                        code, Integer.parseInt(begin.substring(5, 7)), begin.substring(7).strip())
                : null;
    }

    private static Entry whole(String code, String said) {
        return new Entry(code, 0, said.strip());
    }

    private static final class Codes implements Source.Step {
        private final Source source;
        private final CptDraft draft;
        private final Descriptor descriptor;
        private boolean begun;

        Codes(Source source, CptDraft draft, Descriptor descriptor) {
            this.source = source;
            this.draft = draft;
            this.descriptor = descriptor;
        }

        @Override
        public void take(Row row) {
            var entry = entry(row.raw(0));
            if (entry == null) {
                if (begun) {
                    throw new BadRowException("the line is no code with its descriptor");
                }
                throw new SkippedRowException();
            }
            begun = true;
            if (entry.said().isEmpty()) {
                throw BadRowException.of(entry.code(), "has no descriptor");
            }
            if (!(source.values().procedure(entry.code()) instanceof Code.Cpt code)) {
                throw BadRowException.of(entry.code(), "is no CPT code");
            }
            if (entry.sequence() > 1) {
                draft.append(code, descriptor, entry.said());
                throw new SkippedRowException();
            }
            draft.add(code, descriptor, entry.said());
            source.keptInDraft();
        }
    }

    private static final class Modifiers implements Source.Step {
        private final Source source;
        private final CptDraft draft;
        private @Nullable Modifier last;

        Modifiers(Source source, CptDraft draft) {
            this.source = source;
            this.draft = draft;
        }

        @Override
        public void take(Row row) {
            var line = row.cell(0);
            var matcher = MODIFIER.matcher(line);
            if (matcher.matches()) {
                last = new Modifier(matcher.group(1));
                draft.add(last, matcher.group(2).strip());
                source.keptInDraft();
                return;
            }
            if (line.toLowerCase(Locale.ROOT).endsWith("modifiers")) {
                // A heading.
                last = null;
            } else if (last != null) {
                draft.append(last, line);
            }
            throw new SkippedRowException();
        }
    }
}
