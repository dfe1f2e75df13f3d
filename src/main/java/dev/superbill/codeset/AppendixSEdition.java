package dev.superbill.codeset;

import java.time.LocalDate;

/// An edition of CPT Appendix S, its classes in our own words.
///
/// @param year the year of the CPT book that it stands in
/// @param from the first service date
/// @param to the last service date
/// @param source the publication and its effective date
/// @param assistive what makes work assistive
/// @param augmentative what makes it augmentative
/// @param autonomous what makes it autonomous
public record AppendixSEdition(
        int year,
        LocalDate from,
        LocalDate to,
        String source,
        String assistive,
        String augmentative,
        String autonomous) {
    /// The edition that serves where nothing is loaded: the first.
    public static final AppendixSEdition FIRST =
            new AppendixSEdition(
                    2022,
                    LocalDate.of(2022, 1, 1),
                    CodeEntry.ALWAYS_TO,
                    "AMA CPT Appendix S, effective 2022-01-01",
                    "",
                    "",
                    "");

    /// Since this edition the code's own wording tells whether a reading is part of augmentative
    /// work; before it every assistive or augmentative code needed one.
    public static final int WORDING_DECIDES = 2027;

    /// Checks.
    public AppendixSEdition {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the edition ends before it begins");
        }
    }

    /// What makes work of the class.
    public String definition(AppendixSClass workClass) {
        return switch (workClass) {
            case ASSISTIVE -> assistive;
            case AUGMENTATIVE -> augmentative;
            case AUTONOMOUS -> autonomous;
        };
    }

    /// Whether it covers a service date.
    public boolean covers(LocalDate serviceDate) {
        return !serviceDate.isBefore(from) && !serviceDate.isAfter(to);
    }
}
