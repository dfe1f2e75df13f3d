package dev.superbill.evaluation;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Codes answered beside the codes of the label.
///
/// @param said what was answered
/// @param must what the note supports
/// @param may defensible alternatives: answering one is neither right nor wrong
public record Marking(Set<String> said, Set<String> must, Set<String> may) {
    private static final int CATEGORY = 3;

    /// Copies.
    public Marking {
        said = Set.copyOf(said);
        must = Set.copyOf(must);
        may = Set.copyOf(may);
    }

    /// The codes counted.
    public Tally tally() {
        return Tally.of(said, must, may);
    }

    /// The same by the first three characters of the codes.
    public Marking categories() {
        return mapped(code -> code.length() <= CATEGORY ? code : code.substring(0, CATEGORY));
    }

    /// The same for some codes only.
    public Marking where(Predicate<String> wanted) {
        return new Marking(kept(said, wanted), kept(must, wanted), kept(may, wanted));
    }

    /// Whether all that is due was answered, and nothing that is wrong.
    public boolean exact() {
        return said.containsAll(must) && wrong().isEmpty();
    }

    /// What was answered and is neither due nor allowed, in order.
    public Set<String> wrong() {
        return kept(said, code -> !must.contains(code) && !may.contains(code));
    }

    /// What is due and was not answered, in order.
    public Set<String> missed() {
        return kept(must, code -> !said.contains(code));
    }

    /// What a code is: due, allowed or wrong.
    public Mark mark(String code) {
        if (must.contains(code)) {
            return Mark.RIGHT;
        }
        return may.contains(code) ? Mark.ALLOWED : Mark.WRONG;
    }

    /// What an answered code is.
    public enum Mark {
        RIGHT,
        ALLOWED,
        WRONG
    }

    private Marking mapped(UnaryOperator<String> mapping) {
        return new Marking(each(said, mapping), each(must, mapping), each(may, mapping));
    }

    private static Set<String> each(Set<String> codes, UnaryOperator<String> mapping) {
        return codes.stream().map(mapping).collect(Collectors.toSet());
    }

    private static Set<String> kept(Set<String> codes, Predicate<String> wanted) {
        return codes.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }
}
