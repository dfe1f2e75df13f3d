package dev.superbill.codeset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What we add of our own to codes and official files: who they are for, and how the codes for
/// software analysis stand to each other.
///
/// @param limits limits of age and sex
/// @param appendixS the editions of Appendix S
/// @param pairs analyses with and without their study
/// @param wholes services reported whole or in parts
/// @param guidance what has no code of its own
/// @param families codes between which a measure decides
public record Supplement(
        PatientLimits limits,
        List<AppendixSEdition> appendixS,
        List<ExamPair> pairs,
        List<WholeService> wholes,
        List<ServiceGuidance> guidance,
        List<CodeFamily> families) {
    private static final String NAME = "supplement";

    /// Copies.
    public Supplement {
        appendixS = List.copyOf(appendixS);
        pairs = List.copyOf(pairs);
        wholes = List.copyOf(wholes);
        guidance = List.copyOf(guidance);
        families = List.copyOf(families);
    }

    /// Opens what a [Builder] wrote.
    ///
    /// @throws IllegalArgumentException if the file holds none
    public static Supplement open(FlatFile file) {
        var editions = new ArrayList<AppendixSEdition>();
        var pairs = new ArrayList<ExamPair>();
        var wholes = new ArrayList<WholeService>();
        var guidance = new ArrayList<ServiceGuidance>();
        var families = new ArrayList<CodeFamily>();
        file.text(NAME)
                .lines()
                .forEach(line -> {
                    switch (SupplementRow.read(line)) {
                        case SupplementRow.Edition(var edition) -> editions.add(edition);
                        case SupplementRow.Pair(var pair) -> pairs.add(pair);
                        case SupplementRow.Whole(var whole) -> wholes.add(whole);
                        case SupplementRow.Guidance(var one) -> guidance.add(one);
                        case SupplementRow.Family(var lines) -> families.add(CodeFamily.of(lines));
                    }
                });
        return new Supplement(
                PatientLimits.open(file), editions, pairs, wholes, guidance, families);
    }

    /// The edition of Appendix S that covers a service date.
    public AppendixSEdition appendixS(LocalDate serviceDate) {
        return appendixS.stream()
                .filter(edition -> edition.covers(serviceDate))
                .findFirst()
                .orElse(AppendixSEdition.FIRST);
    }

    /// Collects what is added and writes it.
    public static final class Builder {
        private final PatientLimits.Builder limits = new PatientLimits.Builder();
        private final List<SupplementRow> rows = new ArrayList<>();

        /// Adds the patients that codes are for.
        public Builder limit(CodeRange range, PatientLimit limit) {
            limits.add(range, limit);
            return this;
        }

        /// Adds an edition of Appendix S.
        public Builder edition(AppendixSEdition edition) {
            rows.add(new SupplementRow.Edition(edition));
            return this;
        }

        /// Adds an analysis with and without its study.
        public Builder pair(ExamPair pair) {
            rows.add(new SupplementRow.Pair(pair));
            return this;
        }

        /// Adds a service reported whole or in parts.
        public Builder whole(WholeService whole) {
            rows.add(new SupplementRow.Whole(whole));
            return this;
        }

        /// Adds what has no code of its own.
        public Builder guidance(ServiceGuidance one) {
            rows.add(new SupplementRow.Guidance(one));
            return this;
        }

        /// Adds a family, as the lines that describe it.
        public Builder family(List<String> lines) {
            rows.add(new SupplementRow.Family(lines));
            return this;
        }

        /// Writes it.
        public void writeTo(FlatFile.Builder file) {
            limits.writeTo(file);
            file.text(NAME, String.join("\n", rows.stream().map(SupplementRow::line).toList()));
        }
    }
}
