package dev.superbill.classification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of note that the interface tells apart.
public enum NoteType {
    /// Surgical incision or operating theatre.
    OPERATIVE,
    /// Endoscopy, catheter, needle or bedside procedure.
    PROCEDURE,
    RADIOLOGY,
    DIAGNOSTIC_TEST,
    OFFICE_VISIT,
    CONSULT,
    HOSPITAL_ADMISSION,
    PROGRESS,
    DISCHARGE,
    EMERGENCY,
    OTHER;

    private static final Set<NoteType> SERVICES =
            EnumSet.of(OPERATIVE, PROCEDURE, RADIOLOGY, DIAGNOSTIC_TEST);

    private static final NoteType[] ALL = values();

    private final String label = name().toLowerCase(Locale.ROOT);

    /// Whether notes of the type report a service that was performed, other than a visit.
    public boolean reportsService() {
        return SERVICES.contains(this);
    }

    /// Whether notes of the type report a visit.
    public boolean reportsVisit() {
        return this != OTHER && !reportsService();
    }

    /// The name that the interface uses, such as `office_visit`.
    public String label() {
        return label;
    }

    /// The type with the given label.
    public static Optional<NoteType> labelled(String label) {
        for (var type : ALL) {
            if (type.label.equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
