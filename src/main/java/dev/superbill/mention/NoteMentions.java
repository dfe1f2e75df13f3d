package dev.superbill.mention;

import dev.superbill.note.Note;
import dev.superbill.note.Span;
import dev.superbill.section.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The mentions of a note, and the expressions that they make true.
public final class NoteMentions {
    private static final int MOST_OCCURRENCES = 40;

    private final Note note;
    private final List<Section> sections;
    private final Lexicon lexicon;
    private final Mention[] byPhrase;
    private final List<ExpressionMatch> matches;
    private final Map<Concept, List<Occurrence>> concepts = new EnumMap<>(Concept.class);

    /// @param mentions in the order of the note
    NoteMentions(Note note, List<Section> sections, Lexicon lexicon, List<Mention> mentions) {
        this.note = note;
        this.sections = List.copyOf(sections);
        this.lexicon = lexicon;
        this.byPhrase = sorted(mentions, Mention::phrase).toArray(Mention[]::new);
        var present = new PhraseSet(lexicon.phrases());
        for (var mention : byPhrase) {
            present.add(mention.phrase());
        }
        var found = new ArrayList<ExpressionMatch>();
        for (int from = 0; from < byPhrase.length; from = endOf(from)) {
            matchAnchoredAt(byPhrase[from].phrase(), present, found);
        }
        matchConditions(present, found);
        this.matches = List.copyOf(sorted(found, ExpressionMatch::owner));
        concepts.replaceAll((_, shown) -> shown.stream().sorted().toList());
    }

    /// A list by a number that is not negative; equals stay in order.
    private static <T> List<T> sorted(List<T> list, ToIntFunction<T> number) {
        var keys = new long[list.size()];
        for (int place = 0; place < keys.length; place++) {
            keys[place] = (long) number.applyAsInt(list.get(place)) << Integer.SIZE | place;
        }
        Arrays.sort(keys);
        var sorted = new ArrayList<T>(keys.length);
        for (long key : keys) {
            sorted.add(list.get((int) key));
        }
        return sorted;
    }

    /// The note.
    public Note note() {
        return note;
    }

    /// The note's sections, in order.
    public List<Section> sections() {
        return sections;
    }

    /// The section that an occurrence stands in.
    public Section sectionOf(Occurrence occurrence) {
        return sections.get(occurrence.section());
    }

    /// The expressions of codes whose clauses all occur, whatever their assertion, ordered by code.
    public List<ExpressionMatch> matches() {
        return matches;
    }

    /// Where words show a concept, in order of the note.
    public List<Occurrence> concept(Concept concept) {
        return concepts.getOrDefault(concept, List.of());
    }

    /// The evidence that an occurrence gives.
    public Evidence evidence(Occurrence occurrence) {
        return Evidence.quoting(note, sectionOf(occurrence).heading(), occurrence.span());
    }

    /// Whether all that a range mentions is denied, planned, supposed or recalled.
    public boolean onlyDoubted(Span span) {
        boolean doubted = false;
        for (var mention : byPhrase) {
            if (span.contains(mention.span())) {
                if (mention.assertion() == Assertion.PRESENT) {
                    return false;
                }
                doubted = true;
            }
        }
        return doubted;
    }

    /// The side that the mentions of a range name, where they name one only.
    public Laterality sideNamed(Span span) {
        var side = Laterality.NONE;
        for (var mention : byPhrase) {
            var own = mention.laterality();
            if (own != Laterality.NONE && span.contains(mention.span())) {
                if (side != Laterality.NONE && side != own) {
                    return Laterality.NONE;
                }
                side = own;
            }
        }
        return side;
    }

    /// Every mention, in order of the note.
    public List<Mention> mentions() {
        return Arrays.stream(byPhrase).sorted(Comparator.comparing(Mention::span)).toList();
    }

    /// How many mentions were found.
    public int size() {
        return byPhrase.length;
    }

    private int endOf(int from) {
        int end = from + 1;
        while (end < byPhrase.length && byPhrase[end].phrase() == byPhrase[from].phrase()) {
            end++;
        }
        return end;
    }

    private int first(int phrase) {
        int low = 0;
        int high = byPhrase.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byPhrase[middle].phrase() < phrase) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void matchAnchoredAt(int phrase, PhraseSet present, List<ExpressionMatch> found) {
        for (int i = lexicon.anchorsFrom(phrase); i < lexicon.anchorsTo(phrase); i++) {
            match(lexicon.anchor(i), present, found);
        }
    }

    /// Conditions matter only for codes that something proposes.
    private void matchConditions(PhraseSet present, List<ExpressionMatch> found) {
        var owners = new BitSet();
        found.forEach(match -> owners.set(match.owner()));
        for (int owner = owners.nextSetBit(0); owner >= 0; owner = owners.nextSetBit(owner + 1)) {
            for (int k = lexicon.conditionsFrom(owner); k < lexicon.conditionsTo(owner); k++) {
                match(lexicon.condition(k), present, found);
            }
        }
    }

    private void match(int number, PhraseSet present, List<ExpressionMatch> found) {
        if (!lexicon.possible(number, present)) {
            return;
        }
        var expression = lexicon.expression(number);
        var clauses = new ArrayList<List<Occurrence>>(expression.clauses().length);
        for (var clause : expression.clauses()) {
            var occurrences = occurrences(clause);
            if (occurrences.isEmpty()) {
                return;
            }
            clauses.add(occurrences);
        }
        if (expression.owner() < 0) {
            addConcept(Concept.of(-1 - expression.owner()), clauses.getFirst());
        } else {
            found.add(
                    new ExpressionMatch(
                            number,
                            expression.owner(),
                            expression.role(),
                            expression.group(),
                            expression.target(),
                            expression.words(),
                            clauses));
        }
    }

    private void addConcept(Concept concept, List<Occurrence> occurrences) {
        for (var occurrence : occurrences) {
            if (concept.isShownBy(occurrence.assertion())) {
                concepts.computeIfAbsent(concept, _ -> new ArrayList<>()).add(occurrence);
            }
        }
    }

    /// Where all phrases of a clause stand in one sentence: for each mention of the first, the
    /// nearest of the others.
    private List<Occurrence> occurrences(int... clause) {
        var occurrences = new ArrayList<Occurrence>();
        for (int i = first(clause[0]);
                i < byPhrase.length
                        && byPhrase[i].phrase() == clause[0]
                        && occurrences.size() < MOST_OCCURRENCES;
                i++) {
            var occurrence = together(byPhrase[i], clause);
            if (occurrence != null) {
                occurrences.add(occurrence);
            }
        }
        return occurrences;
    }

    private @Nullable Occurrence together(Mention first, int... clause) {
        if (clause.length == 1) {
            return new Occurrence(
                    first.span(),
                    first.section(),
                    first.sentence(),
                    first.assertion(),
                    first.laterality());
        }
        int start = first.span().start();
        int end = first.span().end();
        var assertion = first.assertion();
        var laterality = first.laterality();
        for (int k = 1; k < clause.length; k++) {
            var other = nearest(clause[k], first);
            if (other == null) {
                return null;
            }
            start = Math.min(start, other.span().start());
            end = Math.max(end, other.span().end());
            assertion = AssertionTagger.stronger(assertion, other.assertion());
            laterality = laterality == Laterality.NONE ? other.laterality() : laterality;
        }
        return new Occurrence(
                new Span(start, end), first.section(), first.sentence(), assertion, laterality);
    }

    private @Nullable Mention nearest(int phrase, Mention to) {
        Mention nearest = null;
        int best = Integer.MAX_VALUE;
        for (int i = first(phrase); i < byPhrase.length && byPhrase[i].phrase() == phrase; i++) {
            var mention = byPhrase[i];
            int distance = Math.abs(mention.span().start() - to.span().start());
            if (mention.sentence() == to.sentence() && distance < best) {
                best = distance;
                nearest = mention;
            }
        }
        return nearest;
    }

    @Override
    public String toString() {
        return "NoteMentions[" + byPhrase.length + "]";
    }
}
