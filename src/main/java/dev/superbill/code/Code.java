package dev.superbill.code;

import java.util.regex.Pattern;

/// A billing code of one system. Codes order by system, then by value.
public sealed interface Code extends Comparable<Code> {
    /// The code as it is printed: `47562`, `0764T`, `G0105`, `K80.10`.
    String value();

    /// The system that the code belongs to.
    CodeSystem system();

    @Override
    default int compareTo(Code other) {
        var bySystem = system().compareTo(other.system());
        return bySystem != 0 ? bySystem : value().compareTo(other.value());
    }

    /// The code of the given system.
    ///
    /// @throws IllegalArgumentException if the value has not the form of that system's codes
    static Code of(CodeSystem system, String value) {
        return switch (system) {
            case CPT -> new Cpt(value);
            case HCPCS -> new Hcpcs(value);
            case ICD_10_CM -> new Icd10(value);
        };
    }

    /// A CPT code: five digits, or four digits and a letter (`F`, `T`, `U`, `M`, `A`).
    record Cpt(String value) implements Code {
        private static final Pattern FORM = Pattern.compile("\\d{4}[\\dFTUMA]");

        /// Checks the form.
        public Cpt {
            requireForm(FORM, value);
        }

        @Override
        public CodeSystem system() {
            return CodeSystem.CPT;
        }
    }

    /// A HCPCS Level II code: a letter and four digits.
    record Hcpcs(String value) implements Code {
        private static final Pattern FORM = Pattern.compile("[A-Z]\\d{4}");

        /// Checks the form.
        public Hcpcs {
            requireForm(FORM, value);
        }

        @Override
        public CodeSystem system() {
            return CodeSystem.HCPCS;
        }
    }

    /// An ICD-10-CM code with its dot: three characters, then up to four more. The second is a
    /// digit, or an `A` in the codes of fiscal year 2026 and on, such as `QA0.8`.
    record Icd10(String value) implements Code {
        private static final Pattern FORM =
                Pattern.compile("[A-Z][\\dA][\\dA-Z](\\.[\\dA-Z]{1,4})?");

        /// Checks the form.
        public Icd10 {
            requireForm(FORM, value);
        }

        @Override
        public CodeSystem system() {
            return CodeSystem.ICD_10_CM;
        }
    }

    private static void requireForm(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of this system");
        }
    }
}
