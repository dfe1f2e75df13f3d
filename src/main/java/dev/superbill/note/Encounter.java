package dev.superbill.note;

import java.time.LocalDate;
import java.util.List;

/// The visit that a note documents. Only the service date is certain.
///
/// @param serviceDate the date of service, which picks every code set edition
/// @param placeOfService where the service took place
/// @param payer the payer's short name in lower case, such as `medicare`
/// @param specialty the clinician's specialty
/// @param patient what is told of the patient
/// @param claimType whose claim it is
/// @param providerRole the role of the billing clinician, such as `performing`
/// @param jurisdiction the Medicare contractor's jurisdiction
/// @param totalMinutes the clinician's total time on the date of the encounter, in minutes
/// @param globalPeriod an earlier procedure whose global period may still run
/// @param sameDayLines lines already billed for that day
public record Encounter(
        LocalDate serviceDate,
        Fact<PlaceOfService> placeOfService,
        Fact<String> payer,
        Fact<String> specialty,
        Patient patient,
        ClaimType claimType,
        Fact<String> providerRole,
        Fact<String> jurisdiction,
        Fact<Integer> totalMinutes,
        Fact<GlobalPeriod> globalPeriod,
        List<PriorLine> sameDayLines) {
    /// Checks and copies.
    public Encounter {
        if (totalMinutes.told().filter(minutes -> minutes < 0 || minutes > 1440).isPresent()) {
            throw new IllegalArgumentException("total minutes are outside 0..1440");
        }
        sameDayLines = List.copyOf(sameDayLines);
    }

    /// An encounter of which only the date was told.
    public static Encounter on(LocalDate serviceDate) {
        return new Encounter(
                serviceDate,
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Patient.unknown(),
                ClaimType.PROFESSIONAL,
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                List.of());
    }
}
