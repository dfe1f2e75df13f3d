package dev.superbill.visit;

import dev.superbill.code.Code;
import java.util.Locale;
import java.util.Optional;

/// The families of evaluation and management services.
public enum VisitFamily {
    OFFICE_NEW,
    OFFICE_ESTABLISHED,
    CONSULT_OUTPATIENT,
    CONSULT_INPATIENT,
    HOSPITAL_INITIAL,
    HOSPITAL_SUBSEQUENT,
    DISCHARGE,
    EMERGENCY,
    CRITICAL_CARE,
    PREVENTIVE,
    NURSING_FACILITY,
    NONE;

    /// The family of a visit code.
    public static Optional<VisitFamily> of(Code code) {
        return VisitCodes.familyOf(code);
    }

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
