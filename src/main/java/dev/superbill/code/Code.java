package dev.superbill.code;

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
        private static final String LAST = "0123456789FTUMA";

        /// Checks the form.
        public Cpt {
            require(
                    value.length() == 5
                            && digits(value, 0, 4)
                            && LAST.indexOf(value.charAt(4)) >= 0);
        }

        @Override
        public CodeSystem system() {
            return CodeSystem.CPT;
        }
    }

    /// A HCPCS Level II code: a letter and four digits.
    record Hcpcs(String value) implements Code {
        /// Checks the form.
        public Hcpcs {
            require(value.length() == 5 && letter(value.charAt(0)) && digits(value, 1, 5));
        }

        @Override
        public CodeSystem system() {
            return CodeSystem.HCPCS;
        }
    }

    /// An ICD-10-CM code with its dot: three characters, then up to four more. The second is a
    /// digit, or an `A` in the codes of fiscal year 2026 and on, such as `QA0.8`.
    record Icd10(String value) implements Code {
        private static final int LONGEST = 8;

        /// Checks the form.
        public Icd10 {
            require(
                    value.length() >= 3
                            && letter(value.charAt(0))
                            && (digit(value.charAt(1)) || value.charAt(1) == 'A')
                            && lettersOrDigits(value, 2, 3)
                            && (value.length() == 3 || detailed(value)));
        }

        private static boolean detailed(String value) {
            return value.length() > 4
                    && value.length() <= LONGEST
                    && value.charAt(3) == '.'
                    && lettersOrDigits(value, 4, value.length());
        }

        @Override
        public CodeSystem system() {
            return CodeSystem.ICD_10_CM;
        }
    }

    private static void require(boolean formed) {
        if (!formed) {
            throw new IllegalArgumentException("not a code of this system");
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean lettersOrDigits(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(value.charAt(i)) && !letter(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
