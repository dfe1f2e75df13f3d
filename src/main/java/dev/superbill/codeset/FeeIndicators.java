package dev.superbill.codeset;

/// What the Medicare Physician Fee Schedule's relative value file says of a code.
///
/// Source: CMS RVU file and Medicare Claims Processing Manual, chapter 23, addendum; an indicator
/// that the file does not give is the empty string.
///
/// @param status the status code, `A` active, `I` not valid for Medicare, and so on
/// @param globalDays `000`, `010`, `090`, `MMM`, `XXX`, `YYY` or `ZZZ`
/// @param pcTc the professional and technical component indicator, `0` to `9`
/// @param multipleProcedure `0`, `2`, `3`, `4`, `5`, `6`, `7` or `9`
/// @param bilateral `0`, `1`, `2`, `3` or `9`
/// @param assistant `0`, `1`, `2` or `9`
/// @param coSurgeons `0`, `1`, `2` or `9`
/// @param team `0`, `1`, `2` or `9`
/// @param endoscopicBase the base code of the endoscopic family; empty outside one
/// @param workRvu work relative value units in hundredths
public record FeeIndicators(
        String status,
        String globalDays,
        String pcTc,
        String multipleProcedure,
        String bilateral,
        String assistant,
        String coSurgeons,
        String team,
        String endoscopicBase,
        int workRvu) {
    /// A code that the fee schedule does not list.
    public static final FeeIndicators UNLISTED =
            new FeeIndicators("", "", "", "", "", "", "", "", "", 0);
}
