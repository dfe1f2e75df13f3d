package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.codeset.OfficialRow.Excludes1;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The Excludes1 notes of the ICD-10-CM tabular list in XML. A note of a chapter or section is one
/// of each category in it.
///
/// Codes stand in brackets at the end of a note, as in `(E10.-, A00-A09)`. Brackets that say more
/// than codes, as in `(T36-T50 with fifth or sixth character 5)`, exclude less than the codes in
/// them, and are not kept.
final class Icd10TabularFormat implements SourceFormat {
    private static final String ROOT = "<ICD10CM.tabular";
    private static final Pattern YEAR = Pattern.compile("<version>\\s*(20\\d\\d)");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final String CODE = "([A-Z][0-9A][0-9A-Z](?:\\.[0-9A-Z]{1,4})?)";
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\s*"
                            + CODE
                            + "(?:\\.?-?\\s*[-–]\\s*"
                            + CODE
                            + ")?\\.?-?\\s*(?:$|[,;]\\s*|(?=and |or ))(?:and |or )?");

    @Override
    public String label() {
        return "the ICD-10-CM tabular list";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.ICD_10_CM_EXCLUDES);
    }

    @Override
    public boolean recognises(Head head) {
        return head.lines().stream().limit(10).anyMatch(line -> line.raw(0).contains(ROOT));
    }

    @Override
    public Optional<Dated> dated(Head head) {
        var byName = FileNames.fiscalYear(head.file());
        var byContent =
                head.lines().stream()
                        .limit(10)
                        .flatMap(line -> YEAR.matcher(line.raw(0)).results())
                        .findFirst()
                        .map(version -> Integer.parseInt(version.group(1)));
        if (byName.isEmpty() || byContent.isEmpty()) {
            return byName.or(() -> byContent.map(Dated::fiscalYear));
        }
        int year = byName.get().to().getYear();
        if (year != byContent.get()) {
            throw new RefusedFileException(
                    "its name is of " + year + ", its content of " + byContent.get());
        }
        return byName;
    }

    @Override
    public void read(Source source) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var xml = factory.createXMLStreamReader(source.content());
            new Reader(source, xml).read();
            xml.close();
        } catch (XMLStreamException e) {
            throw new RefusedFileException(
                    Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getLineNumber()),
                    "the XML is damaged or cut short");
        }
    }

    /// Every reference of a note; none where it has none that can be kept.
    static List<List<Code.Icd10>> references(String note) {
        var references = new ArrayList<List<Code.Icd10>>();
        BRACKETS.matcher(note)
                .results()
                .map(brackets -> brackets.group(1))
                .forEach(inside -> references.addAll(referencesIn(inside)));
        return references;
    }

    private static List<List<Code.Icd10>> referencesIn(String brackets) {
        var inside = brackets.strip();
        var references = new ArrayList<List<Code.Icd10>>();
        var matcher = REFERENCE.matcher(inside);
        while (matcher.lookingAt()) {
            var from = Values.diagnosis(matcher.group(1));
            var to = matcher.group(2) == null ? from : Values.diagnosis(matcher.group(2));
            references.add(List.of(from, to));
            if (matcher.end() == inside.length()) {
                return references;
            }
            matcher.region(matcher.end(), inside.length());
        }
        return List.of();
    }

    private static final class Reader {
        private final Source source;
        private final XMLStreamReader xml;
        private final Deque<List<Row>> above = new ArrayDeque<>();

        Reader(Source source, XMLStreamReader xml) {
            this.source = source;
            this.xml = xml;
        }

        void read() throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("chapter")) {
                    group();
                }
            }
        }

        /// A chapter or section: its notes, then what is in it.
        private void group() throws XMLStreamException {
            above.push(new ArrayList<>());
            while (!atEnd()) {
                switch (xml.getLocalName()) {
                    case "excludes1" -> notes(above.element());
                    case "section" -> group();
                    case "diag" -> category();
                    default -> skip();
                }
            }
            above.pop();
        }

        private void category() throws XMLStreamException {
            var inherited = above.stream().flatMap(List::stream).toList();
            diagnosis(inherited);
        }

        private void diagnosis(List<Row> inherited) throws XMLStreamException {
            var code = "";
            var notes = new ArrayList<>(inherited);
            while (!atEnd()) {
                switch (xml.getLocalName()) {
                    case "name" -> code = xml.getElementText().strip();
                    case "excludes1" -> {
                        notes(notes);
                        keep(code, notes);
                        notes.clear();
                    }
                    case "diag" -> {
                        keep(code, notes);
                        notes.clear();
                        diagnosis(List.of());
                    }
                    default -> skip();
                }
            }
            keep(code, notes);
        }

        private void notes(List<Row> notes) throws XMLStreamException {
            while (!atEnd()) {
                if (xml.getLocalName().equals("note")) {
                    long line = xml.getLocation().getLineNumber();
                    notes.add(new Row(line, List.of(xml.getElementText())));
                } else {
                    skip();
                }
            }
        }

        private void keep(String code, List<Row> notes) {
            for (var note : notes) {
                source.step(
                        note,
                        row -> {
                            var on = Values.diagnosis(code);
                            references(row.cell(0))
                                    .forEach(reference ->
                                            source.keep(
                                                    new Excludes1(
                                                            on,
                                                            reference.getFirst(),
                                                            reference.getLast())));
                        });
            }
        }

        /// Whether the element that was begun ends here; if not, the next one in it begins.
        private boolean atEnd() throws XMLStreamException {
            return xml.nextTag() == XMLStreamConstants.END_ELEMENT;
        }

        private void skip() throws XMLStreamException {
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        }
    }
}
