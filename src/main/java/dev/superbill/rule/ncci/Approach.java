package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.rule.ServiceKind;

/// Whether a surgical code is of a procedure through a scope, as far as its number tells: CPT heads
/// those in each part of the surgery section as endoscopy, laparoscopy or arthroscopy.
///
/// Source: AMA CPT, order of the surgery section, edition 2026.
enum Approach {
    SCOPE,
    OPEN,
    /// Not a surgical code.
    NONE;

    /// First and last numbers, by turns.
    private static final int[] SCOPES = {
        29800, 29999, 31231, 31298, 31505, 31579, 31615, 31661, 32601, 32674, 38120, 38129, 38570,
        38589, 43180, 43289, 43644, 43659, 43770, 43775, 44180, 44238, 44360, 44408, 44970, 44979,
        45300, 45400, 46600, 46615, 47550, 47579, 49320, 49329, 49650, 49659, 50541, 50593, 50945,
        50980, 51990, 51999, 52000, 52402, 54690, 54699, 55550, 55559, 55866, 55867, 57420, 57461,
        58541, 58579, 58660, 58679, 60650, 60659
    };

    /// The approach of a code.
    static Approach of(Code code) {
        if (ServiceKind.of(code) != ServiceKind.SURGERY) {
            return NONE;
        }
        int number = Integer.parseInt(code.value());
        for (int i = 0; i < SCOPES.length; i += 2) {
            if (SCOPES[i] <= number && number <= SCOPES[i + 1]) {
                return SCOPE;
            }
        }
        return OPEN;
    }
}
