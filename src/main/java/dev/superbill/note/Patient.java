package dev.superbill.note;

/// What the encounter tells of the patient.
///
/// @param ageYears whole years on the service date, 0 to 130
/// @param sex as recorded for the claim
/// @param established whether the same group and specialty gave a professional service in the past
///   three years
public record Patient(Fact<Integer> ageYears, Fact<Sex> sex, Fact<Boolean> established) {
    /// Checks the age.
    public Patient {
        if (ageYears.told().filter(years -> years < 0 || years > 130).isPresent()) {
            throw new IllegalArgumentException("age is outside 0..130");
        }
    }

    /// A patient of whom nothing was told.
    public static Patient unknown() {
        return new Patient(Fact.unknown(), Fact.unknown(), Fact.unknown());
    }

    @Override
    public String toString() {
        return "Patient[]";
    }
}
