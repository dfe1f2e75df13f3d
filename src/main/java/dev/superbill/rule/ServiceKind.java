package dev.superbill.rule;

import dev.superbill.code.Code;

/// What a code's number tells of the service: CPT is ordered by it.
///
/// Source: AMA CPT, order of sections, edition 2026.
public enum ServiceKind {
    /// Evaluation and management, and the eye visits.
    VISIT,
    ANAESTHESIA,
    SURGERY,
    RADIOLOGY,
    LABORATORY,
    /// The medicine section.
    MEDICINE,
    /// Categories II and III, proprietary analyses and HCPCS Level II.
    OTHER;

    /// The kind of a code.
    public static ServiceKind of(Code code) {
        if (!(code instanceof Code.Cpt(var value)) || !Character.isDigit(value.charAt(4))) {
            return OTHER;
        }
        int number = Integer.parseInt(value);
        if ((number >= 99202 && number <= 99499) || (number >= 92002 && number <= 92014)) {
            return VISIT;
        }
        if (number < 2000) {
            return ANAESTHESIA;
        }
        if (number < 70000) {
            return SURGERY;
        }
        if (number < 80000) {
            return RADIOLOGY;
        }
        return number < 90000 ? LABORATORY : MEDICINE;
    }
}
