package dev.superbill.candidate;

import dev.superbill.code.Code;
import java.util.List;

/// Coarse chapters of the code systems, by how usual they are in each type of note.
public enum Chapter {
    SURGERY,
    ENDOSCOPY_AND_CATHETER,
    IMAGING,
    LABORATORY,
    MEDICINE,
    CARDIOLOGY,
    VISIT,
    CATEGORY_III,
    LEVEL_II,
    DISEASE,
    NEOPLASM,
    SYMPTOM,
    INJURY,
    EXTERNAL_CAUSE,
    STATUS;

    private record Range(int first, int last) {
        boolean contains(int number) {
            return first <= number && number <= last;
        }
    }

    private static final List<Range> ENDOSCOPIES_AND_CATHETERS =
            List.of(
                    new Range(31615, 31654),
                    new Range(36000, 36620),
                    new Range(43180, 43278),
                    new Range(44360, 44408),
                    new Range(45300, 45398),
                    new Range(52000, 52356),
                    new Range(62270, 62329),
                    new Range(64400, 64640));

    /// The chapter of a code.
    public static Chapter of(Code code) {
        return switch (code) {
            case Code.Cpt cpt -> ofCpt(cpt.value());
            case Code.Hcpcs _ -> LEVEL_II;
            case Code.Icd10 icd ->
                    switch (icd.value().charAt(0)) {
                        case 'C', 'D' -> icd.value().compareTo("D5") < 0 ? NEOPLASM : DISEASE;
                        case 'R' -> SYMPTOM;
                        case 'S', 'T' -> INJURY;
                        case 'V', 'W', 'X', 'Y' -> EXTERNAL_CAUSE;
                        case 'Z' -> STATUS;
                        default -> DISEASE;
                    };
        };
    }

    private static Chapter ofCpt(String value) {
        if (!Character.isDigit(value.charAt(4))) {
            return value.charAt(4) == 'T' ? CATEGORY_III : LABORATORY;
        }
        int number = Integer.parseInt(value);
        if (number < 70000) {
            return endoscopyOrCatheter(number) ? ENDOSCOPY_AND_CATHETER : SURGERY;
        }
        if (number < 80000) {
            return IMAGING;
        }
        if (number < 90000) {
            return LABORATORY;
        }
        if (number >= 92920 && number < 93800) {
            return CARDIOLOGY;
        }
        return number >= 99202 && number < 99500 ? VISIT : MEDICINE;
    }

    private static boolean endoscopyOrCatheter(int number) {
        for (var range : ENDOSCOPIES_AND_CATHETERS) {
            if (range.contains(number)) {
                return true;
            }
        }
        return false;
    }
}
