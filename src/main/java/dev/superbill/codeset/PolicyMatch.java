package dev.superbill.codeset;

/// A payer's policy that speaks of a code, and where it was found.
///
/// @param policy what the payer says
/// @param release the edition that it stands in
/// @param origin who put it there
public record PolicyMatch(PayerPolicy policy, CodeSetRelease release, Origin origin) {
    /// Who put a policy there.
    public enum Origin {
        /// It ships with the program, where the operator loaded none.
        SHIPPED,
        /// The operator loaded it.
        LOADED
    }
}
