package dev.superbill.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a coder says of a note.
///
/// @param noteId names the note
/// @param procedures the CPT and HCPCS codes that the note supports, and the alternatives
/// @param diagnoses the ICD-10-CM codes that the note supports, and the alternatives, without dots
/// @param noteTypes the types that are right, the likeliest first; none where it was not labelled
/// @param visitFamilies the visit families that are right; none or `none` where the note is no
///   visit
/// @param lines what is said of single codes
/// @param specialties the specialties that the note counts in
public record NoteLabel(
        String noteId,
        Codes procedures,
        Codes diagnoses,
        List<String> noteTypes,
        List<String> visitFamilies,
        List<Line> lines,
        List<String> specialties) {
    private static final int PROCEDURE = 5;
    private static final String NO_VISIT = "none";

    /// Copies, and brings codes into one form: the first five characters of a procedure, a
    /// diagnosis without dot.
    public NoteLabel {
        procedures = procedures.each(NoteLabel::procedure);
        diagnoses = diagnoses.each(NoteLabel::diagnosis);
        noteTypes = List.copyOf(noteTypes);
        visitFamilies = List.copyOf(visitFamilies);
        lines = List.copyOf(lines);
        specialties = List.copyOf(specialties);
    }

    /// The codes of a label.
    ///
    /// @param must what the note supports
    /// @param may defensible alternatives
    public record Codes(Set<String> must, Set<String> may) {
        /// Copies.
        public Codes {
            must = Set.copyOf(must);
            may = Set.copyOf(may);
        }

        /// Codes as a file lists them.
        public static Codes of(Collection<String> must, Collection<String> may) {
            return new Codes(Set.copyOf(must), Set.copyOf(may));
        }

        private Codes each(UnaryOperator<String> mapping) {
            return new Codes(
                    must.stream().map(mapping).collect(Collectors.toSet()),
                    may.stream().map(mapping).collect(Collectors.toSet()));
        }
    }

    /// What is said of one code.
    ///
    /// @param code the code
    /// @param modifiers its modifiers
    /// @param quote the words that support it; may be empty
    public record Line(String code, Set<String> modifiers, String quote) {
        /// Copies.
        public Line {
            modifiers = Set.copyOf(modifiers);
        }

        @Override
        public String toString() {
            return "Line[" + code + ", " + modifiers + "]";
        }
    }

    /// Whether the note is labelled as a visit.
    public boolean visit() {
        return !visitFamilies.isEmpty() && !visitFamilies.contains(NO_VISIT);
    }

    /// The same label of a note that counts in other specialties.
    public NoteLabel in(List<String> others) {
        return new NoteLabel(
                noteId, procedures, diagnoses, noteTypes, visitFamilies, lines, others);
    }

    /// Every procedure code that the label names.
    public Set<String> namedProcedures() {
        var named = new TreeSet<>(procedures.must());
        named.addAll(procedures.may());
        lines.forEach(line -> named.add(procedure(line.code())));
        return named;
    }

    private static String procedure(String code) {
        return code.length() <= PROCEDURE ? code : code.substring(0, PROCEDURE);
    }

    static String diagnosis(String code) {
        return code.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
