package dev.superbill.codeset;

/// A code's row of the relative value file.
///
/// @param indicators what Medicare says of the code
/// @param nonFacilityTotal all relative value units outside a facility, in hundredths
/// @param facilityTotal all relative value units in a facility, in hundredths
/// @param release the edition that it stands in
public record FeeSchedule(
        FeeIndicators indicators,
        int nonFacilityTotal,
        int facilityTotal,
        CodeSetRelease release) {}
