package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.util.List;

/// Whether a code is an add-on, and to what.
public sealed interface AddOn {
    /// The code stands alone.
    record No() implements AddOn {}

    /// An add-on whose primaries the payer decides (NCCI add-on type 2, or none named).
    record ToAny() implements AddOn {}

    /// An add-on to the primaries named and to others that a payer accepts (NCCI add-on type 3).
    record ToThese(List<Code> primaries) implements AddOn {
        /// Copies.
        public ToThese {
            primaries = List.copyOf(primaries);
        }
    }

    /// An add-on to the primaries named and to nothing else (NCCI add-on type 1).
    record To(List<Code> primaries) implements AddOn {
        /// Copies.
        public To {
            primaries = List.copyOf(primaries);
        }
    }
}
