package dev.superbill.rule;

import dev.superbill.code.Code;
import java.util.Set;

/// What a code's number tells of the service: CPT is ordered by it.
///
/// Source: AMA CPT, order of sections, edition 2026; HCPCS Level II for the visits that Medicare
/// counts there, 2026.
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

    /// First and yearly wellness visits, the hospital's clinic visit, type B emergency visits and
    /// inpatient consultations by video.
    private static final Set<String> HCPCS_VISITS =
            Set.of(
                    "G0380", "G0381", "G0382", "G0383", "G0384", "G0402", "G0406", "G0407", "G0408",
                    "G0425", "G0426", "G0427", "G0438", "G0439", "G0463");

    /// The kind of a code.
    public static ServiceKind of(Code code) {
        if (HCPCS_VISITS.contains(code.value())) {
            return VISIT;
        }
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
