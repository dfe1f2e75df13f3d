package dev.superbill.candidate;

import dev.superbill.candidate.NoteSentences.Sentence;
import dev.superbill.codeset.Attribute;
import dev.superbill.codeset.CodeFamily;
import dev.superbill.mention.Assertion;
import dev.superbill.mention.Extent;
import dev.superbill.mention.Measure;
import dev.superbill.mention.Measures;
import dev.superbill.mention.SpineLevels;
import dev.superbill.note.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the attribute of one family near the words that propose its codes: in the same sentence
/// first, then beside it, then in the title.
final class FamilyReader {
    private static final int BESIDE = 22;
    private static final Pattern MARGIN = words(List.of("margin*"));
    private static final Pattern EXCISED =
            words(
                    List.of(
                            "excised diameter",
                            "including margin*",
                            "with margin*",
                            "defect",
                            "total"));
    private static final Pattern TOTAL = words(List.of("total*", "sum", "aggregate", "combined"));
    private static final Pattern SEVERAL =
            words(
                    List.of(
                            "lacerations",
                            "wounds",
                            "incisions",
                            "defects",
                            "repairs",
                            "closures",
                            "respectively",
                            "primary",
                            "secondary"));
    private static final Pattern CUT_OUT =
            words(List.of("excis*", "neoplasm*", "nevus", "lesion*", "cyst", "flap*", "plasty"));
    private static final Pattern PREGNANCY =
            words(List.of("gestation*", "pregnan*", "fet*", "iup", "ega", "composite", "lmp"));
    private static final Pattern SPECIMEN =
            words(List.of("uterus", "uterine", "specimen", "weigh*", "hysterectomy"));
    private static final Pattern NEEDLE =
            words(List.of("emg", "electromyogra*", "needle", "muscle*"));

    private final CodeFamily family;
    private final Optional<Pattern> of;
    private final Optional<Pattern> skips;
    private final Map<String, Pattern> sites;

    /// What was read.
    ///
    /// @param measure the measure and where it stands
    /// @param sentence the sentence it stands in
    record Reading(Measure measure, Sentence sentence) {}

    FamilyReader(CodeFamily family) {
        this.family = family;
        this.of = family.of().isEmpty() ? Optional.empty() : Optional.of(words(family.of()));
        this.skips =
                family.skips().isEmpty() ? Optional.empty() : Optional.of(words(family.skips()));
        this.sites =
                family.sites().stream()
                        .collect(
                                Collectors.toMap(
                                        CodeFamily.Site::name,
                                        site -> places(site.words()),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
    }

    CodeFamily family() {
        return family;
    }

    /// The expression for words; `*` ends the beginning of one.
    private static Pattern words(List<String> words) {
        return Pattern.compile(alternatives(words), Pattern.CASE_INSENSITIVE);
    }

    /// The same for sites: "back of the hand" is the hand.
    private static Pattern places(List<String> words) {
        return Pattern.compile(
                alternatives(words)
                        + "(?!\\s+of\\s+(?:the\\s+)?(?:hand|neck|head|ear|knee|thigh|leg|arm)\\b)",
                Pattern.CASE_INSENSITIVE);
    }

    private static String alternatives(List<String> words) {
        return words.stream()
                .map(word ->
                        word.endsWith("*")
                                ? Pattern.quote(word.substring(0, word.length() - 1)) + "\\w*"
                                : Pattern.quote(word))
                .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
    }

    /// The group of sites that a sentence names, where it names one only; else the given one.
    String site(NoteSentences note, Sentence sentence, String otherwise) {
        var text = note.textOf(sentence);
        var named =
                sites.entrySet().stream()
                        .filter(site -> site.getValue().matcher(text).find())
                        .map(Map.Entry::getKey)
                        .toList();
        return named.size() == 1 ? named.getFirst() : otherwise;
    }

    /// The lesions of which each is measured in a sentence of its own; else the one reading there
    /// is.
    List<Reading> each(NoteSentences note, List<Proposal> proposals) {
        if (family.reads() == Attribute.DIAMETER) {
            var said = said(note, proposals);
            for (var standing : List.of(Standing.TITLE, Standing.BODY)) {
                var own = said.stream().filter(s -> s.standing() == standing).toList();
                var readings = own.stream().flatMap(s -> diameter(note, s).stream()).toList();
                if (readings.size() > 1 && (standing == Standing.TITLE || listed(said))) {
                    return readings;
                }
            }
        }
        return read(note, proposals).stream().toList();
    }

    /// Whether the title lists several.
    private static boolean listed(List<Sentence> said) {
        return said.stream().filter(s -> s.standing() == Standing.TITLE).count() > 1;
    }

    /// What the note states for the codes proposed.
    Optional<Reading> read(NoteSentences note, List<Proposal> proposals) {
        var said = said(note, proposals);
        return switch (family.reads()) {
            case DIAMETER -> near(note, said, s -> diameter(note, s));
            case LENGTH -> length(note, said);
            case AREA -> near(note, said, s -> area(note, s));
            case COUNT -> near(note, said, s -> counted(note, s));
            case INTERSPACES -> levels(note, said, SpineLevels::interspaces);
            case LEVELS -> levels(note, said, SpineLevels::levels);
            case JOINTS -> levels(note, said, FamilyReader::joints);
            case VERTEBRAE -> levels(note, said, SpineLevels::vertebrae);
            case VIEWS -> views(note, said);
            case MINUTES ->
                    near(note, said, s -> first(note, s, Measures.minutes(note.text(), s.span())));
            case WEEKS -> weeks(note);
            case GRAMS -> grams(note);
            case LIMBS -> limbs(note, said);
        };
    }

    /// The most projections that a sentence about the films names.
    private Optional<Reading> views(NoteSentences note, List<Sentence> said) {
        Function<Sentence, Optional<Reading>> reader =
                s -> first(note, s, Measures.views(note.text(), s.span()));
        var direct =
                said.stream()
                        .flatMap(s -> reader.apply(s).stream())
                        .max(Comparator.comparingDouble(r -> r.measure().value()));
        return direct.isPresent() ? direct : near(note, said, reader);
    }

    private static Optional<Measure> joints(SpineLevels levels) {
        return levels.interspaces().or(levels::levels);
    }

    /// The sentences in which the codes are asserted, the firmest first.
    private static List<Sentence> said(NoteSentences note, List<Proposal> proposals) {
        return proposals.stream()
                .flatMap(proposal -> proposal.support().stream())
                .filter(occurrence -> occurrence.assertion() == Assertion.PRESENT)
                .flatMap(occurrence -> note.of(occurrence).stream())
                .filter(sentence -> sentence.standing().compareTo(Standing.RESULT) >= 0)
                .distinct()
                .sorted(
                        Comparator.comparing(Sentence::standing)
                                .reversed()
                                .thenComparingInt(Sentence::number))
                .toList();
    }

    /// The first sentence with a reading: where the codes are said, beside those, and in the title
    /// where it names one value only.
    private static Optional<Reading> near(
            NoteSentences note, List<Sentence> said, Function<Sentence, Optional<Reading>> reader) {
        var direct = said.stream().flatMap(s -> reader.apply(s).stream()).findFirst();
        if (direct.isPresent()) {
            return direct;
        }
        var beside =
                said.stream()
                        .flatMap(s -> note.beside(s).stream())
                        .flatMap(s -> reader.apply(s).stream())
                        .findFirst();
        if (beside.isPresent()) {
            return beside;
        }
        var titles = note.titles().stream().flatMap(s -> reader.apply(s).stream()).toList();
        long values = titles.stream().map(r -> r.measure().value()).distinct().count();
        return values == 1 ? Optional.of(titles.getFirst()) : Optional.empty();
    }

    private boolean counts(NoteSentences note, Sentence sentence, Span span) {
        return skips.isEmpty() || !beside(note, sentence, span, skips.get());
    }

    /// Whether words stand right before or after a span in its sentence.
    private static boolean beside(NoteSentences note, Sentence in, Span span, Pattern words) {
        int from = Math.max(in.span().start(), span.start() - BESIDE);
        int to = Math.min(in.span().end(), span.end() + BESIDE);
        return words.matcher(note.text().substring(from, span.start())).find()
                || words.matcher(note.text().substring(span.end(), to)).find();
    }

    private Optional<Reading> first(NoteSentences note, Sentence s, List<Measure> measures) {
        if (of.isPresent() && !of.get().matcher(note.textOf(s)).find()) {
            return Optional.empty();
        }
        return measures.stream()
                .filter(measure -> counts(note, s, measure.span()))
                .findFirst()
                .map(measure -> new Reading(measure, s));
    }

    private Optional<Reading> counted(NoteSentences note, Sentence s) {
        return of.flatMap(nouns ->
                Measures.counts(note.text(), s.span(), nouns).stream()
                        .filter(measure -> counts(note, s, measure.span()))
                        .max(Comparator.comparingDouble(Measure::value))
                        .map(measure -> new Reading(measure, s)));
    }

    /// The greatest diameter of the lesion with the narrowest margins on both sides, where they are
    /// stated and not yet counted.
    private Optional<Reading> diameter(NoteSentences note, Sentence s) {
        var lesions = new ArrayList<Extent>();
        double margin = Double.MAX_VALUE;
        for (var extent : Measures.extents(note.text(), s.span())) {
            if (marginal(note, s, extent.span())) {
                margin = Math.min(margin, extent.greatest());
            } else if (counts(note, s, extent.span())) {
                lesions.add(extent);
            }
        }
        if (lesions.isEmpty()) {
            return Optional.empty();
        }
        var lesion =
                lesions.stream()
                        .filter(extent -> beside(note, s, extent.span(), EXCISED))
                        .findFirst();
        if (lesion.isPresent() || margin == Double.MAX_VALUE) {
            var told = lesion.orElse(lesions.getFirst());
            return Optional.of(new Reading(new Measure(told.greatest(), told.span()), s));
        }
        var told = lesions.getFirst();
        return Optional.of(new Reading(new Measure(told.greatest() + 2 * margin, told.span()), s));
    }

    private static boolean marginal(NoteSentences note, Sentence s, Span span) {
        int from = Math.max(s.span().start(), span.start() - 14);
        int to = Math.min(s.span().end(), span.end() + 24);
        var before = note.text().substring(from, span.start());
        var after = note.text().substring(span.end(), to);
        return (MARGIN.matcher(before).find() && !before.contains(","))
                || (MARGIN.matcher(after).find() && !after.contains(" with "));
    }

    private Optional<Reading> area(NoteSentences note, Sentence s) {
        var areas =
                Measures.areas(note.text(), s.span()).stream()
                        .filter(measure -> counts(note, s, measure.span()))
                        .toList();
        return combined(note, s, areas);
    }

    /// The total where it is stated, the sum where several are named, else the greatest.
    private static Optional<Reading> combined(
            NoteSentences note, Sentence s, List<Measure> measures) {
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        var total = measures.stream().filter(m -> beside(note, s, m.span(), TOTAL)).findFirst();
        if (total.isPresent()) {
            return Optional.of(new Reading(total.get(), s));
        }
        if (SEVERAL.matcher(note.textOf(s)).find()) {
            double sum = measures.stream().mapToDouble(Measure::value).sum();
            return Optional.of(new Reading(measures.getFirst().valued(sum), s));
        }
        return measures.stream()
                .max(Comparator.comparingDouble(Measure::value))
                .map(m -> new Reading(m, s));
    }

    /// Wounds of one complexity and site group are summed over the lines of the title.
    private Optional<Reading> length(NoteSentences note, List<Sentence> said) {
        var titles =
                said.stream()
                        .filter(s -> s.standing() == Standing.TITLE)
                        .flatMap(s -> lengths(note, s).stream())
                        .toList();
        if (titles.size() > 1) {
            double sum = titles.stream().mapToDouble(r -> r.measure().value()).sum();
            var first = titles.getFirst();
            return Optional.of(new Reading(first.measure().valued(sum), first.sentence()));
        }
        return near(note, said, s -> lengths(note, s));
    }

    /// The size of what was cut out, or of a flap, is not the length of a wound repaired.
    private Optional<Reading> lengths(NoteSentences note, Sentence s) {
        if (CUT_OUT.matcher(note.textOf(s)).find()) {
            return Optional.empty();
        }
        var lengths =
                Measures.extents(note.text(), s.span()).stream()
                        .filter(extent -> counts(note, s, extent.span()))
                        .map(extent -> new Measure(extent.greatest(), extent.span()))
                        .toList();
        return combined(note, s, lengths);
    }

    private static Optional<Reading> levels(
            NoteSentences note,
            List<Sentence> said,
            Function<SpineLevels, Optional<Measure>> value) {
        var titles = said.stream().filter(s -> s.standing() == Standing.TITLE).toList();
        var body = said.stream().filter(s -> s.standing() != Standing.TITLE).toList();
        var scopes =
                List.of(
                        titles,
                        note.titles(),
                        body,
                        body.stream().flatMap(s -> note.beside(s).stream()).toList());
        for (var scope : scopes) {
            var levels = new SpineLevels();
            scope.forEach(s -> levels.read(note.text(), s.span()));
            var measure = value.apply(levels);
            if (measure.isPresent()) {
                return measure.flatMap(m -> in(scope, m));
            }
        }
        return Optional.empty();
    }

    private static Optional<Reading> in(List<Sentence> scope, Measure measure) {
        return scope.stream()
                .filter(s -> s.span().contains(measure.span()))
                .findFirst()
                .map(s -> new Reading(measure, s));
    }

    /// The gestational age, at the firmest place that states it of the pregnancy.
    private static Optional<Reading> weeks(NoteSentences note) {
        return firmest(note, PREGNANCY, s -> Measures.weeks(note.text(), s.span()));
    }

    private Optional<Reading> grams(NoteSentences note) {
        return firmest(
                note,
                of.orElse(SPECIMEN),
                s ->
                        Measures.grams(note.text(), s.span()).stream()
                                .filter(measure -> counts(note, s, measure.span()))
                                .toList());
    }

    private static Optional<Reading> limbs(NoteSentences note, List<Sentence> said) {
        var direct =
                said.stream()
                        .flatMap(s -> readings(s, Measures.limbs(note.text(), s.span())))
                        .max(Comparator.comparingDouble(r -> r.measure().value()));
        return direct.isPresent()
                ? direct
                : firmest(note, NEEDLE, s -> Measures.limbs(note.text(), s.span()));
    }

    private static Optional<Reading> firmest(
            NoteSentences note, Pattern words, Function<Sentence, List<Measure>> reader) {
        return note.all().stream()
                .filter(s -> s.standing() != Standing.NONE)
                .filter(s -> words.matcher(note.textOf(s)).find())
                .flatMap(s -> readings(s, reader.apply(s)))
                .max(
                        Comparator.comparing((Reading r) -> r.sentence().standing())
                                .thenComparingInt(r -> -r.sentence().number()));
    }

    private static Stream<Reading> readings(Sentence s, List<Measure> measures) {
        return measures.stream().map(measure -> new Reading(measure, s));
    }
}
