package dev.superbill.visit;

import java.util.Locale;

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

    /// The name that the interface uses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
