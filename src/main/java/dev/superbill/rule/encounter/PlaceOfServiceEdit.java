package dev.superbill.rule.encounter;

import dev.superbill.code.Code;
import dev.superbill.codeset.CodeRange;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.SourceKind;
import dev.superbill.note.Fact;
import dev.superbill.note.PlaceOfService;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import dev.superbill.rule.Finding;
import dev.superbill.rule.Rule;
import dev.superbill.rule.ServiceKind;
import dev.superbill.rule.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The place of service must be one that there is, and one where the service takes place.
///
/// Visits have the places that their family is defined by. What hands do cannot be done at a
/// distance, and what only a facility can do is not done in an office or at home. An unknown place
/// says nothing.
///
/// Source: CMS, Place of Service Code Set, as of 2025-10-01; AMA CPT E/M guidelines, effective
/// 2023-01-01; Medicare Claims Processing Manual, chapter 12, section 30.6, and chapter 26, section
/// 10.5.
public final class PlaceOfServiceEdit implements Rule {
    /// The rule's permanent id.
    public static final String ID = "place-of-service";

    private static final String SOURCE =
            "CMS Place of Service Code Set; Medicare Claims Processing Manual, chapter 12, section 30.6, and chapter 26,"
                    + " section 10.5";

    /// The numbers assigned, where no list of places is loaded.
    private static final Set<String> ASSIGNED =
            words(
                    "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34"
                            + " 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99");

    private static final Set<String> TELEHEALTH = words("02 10");
    private static final Set<String> OUT_OF_FACILITY = words("01 02 10 11 12 13 14 15 16 17 18 20");

    /// Services of a facility alone: the fee schedule has no practice expense for them elsewhere.
    private static final List<CodeRange> FACILITY_ONLY =
            CodeRange.list(
                    "27130 27447 32440-32491 33361-33369 33390-33548 33945 44140-44160 48150-48155 59510 59514"
                            + " 59618-59622 61304-61576 99468-99480");

    private static final Set<ServiceKind> HANDS =
            EnumSet.of(ServiceKind.SURGERY, ServiceKind.ANAESTHESIA);

    /// A family of visits and the places that it is defined by.
    ///
    /// @param only the places where it takes place; none where they are not listed
    /// @param never the places where it does not
    /// @param strength whether payers deny it elsewhere
    /// @param instead what is reported there
    private record Family(
            List<CodeRange> codes,
            Set<String> only,
            Set<String> never,
            Strength strength,
            String instead) {
        boolean refuses(Code code, String place) {
            return CodeRange.anyContains(codes, code)
                    && (never.contains(place) || (!only.isEmpty() && !only.contains(place)));
        }
    }

    /// Whether payers deny a visit at a place.
    private enum Strength {
        DENIED,
        QUESTIONED
    }

    private static final String VISITS_THERE = "the visit codes of the place where it took place";
    private static final String FACILITIES = "02 19 21 22 23 24 26 34 51 52 56 61";
    private static final List<Family> FAMILIES =
            List.of(
                    family("99202-99215", "", "21 31 51 61", Strength.DENIED, VISITS_THERE),
                    family("99202-99215", "", "23", Strength.QUESTIONED, "emergency visit codes"),
                    family("99281-99285", "23", "", Strength.DENIED, VISITS_THERE),
                    family(
                            "99221-99223 99231-99236 99238-99239",
                            FACILITIES,
                            "",
                            Strength.DENIED,
                            VISITS_THERE),
                    family(
                            "99252-99255",
                            FACILITIES + " 31 32",
                            "",
                            Strength.DENIED,
                            "outpatient consultation or visit codes"),
                    family(
                            "99304-99310 99315-99316",
                            "02 31 32 54 56",
                            "",
                            Strength.DENIED,
                            VISITS_THERE),
                    family(
                            "99341-99350",
                            "02 04 10 12 13 14 16 33 54 55 56",
                            "",
                            Strength.DENIED,
                            VISITS_THERE));

    private static Family family(
            String codes, String only, String never, Strength strength, String instead) {
        return new Family(CodeRange.list(codes), words(only), words(never), strength, instead);
    }

    private final CodeSets codeSets;

    /// @param codeSets the code sets, with the list of places where one is loaded
    public PlaceOfServiceEdit(CodeSets codeSets) {
        this.codeSets = codeSets;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Finding> check(Claim claim) {
        return switch (claim.encounter().placeOfService()) {
            case Fact.Unknown<PlaceOfService> _ -> List.of();
            case Fact.Known<PlaceOfService>(var place) ->
                    exists(place.code(), claim.encounter().serviceDate())
                            ? claim.lines().stream()
                                    .flatMap(line -> misplaced(line, place.code(), claim).stream())
                                    .toList()
                            : List.of(unassigned(place.code(), claim));
        };
    }

    private boolean exists(String number, LocalDate serviceDate) {
        var loaded = codeSets.official().release(SourceKind.PLACE_OF_SERVICE, serviceDate);
        return loaded.isPresent()
                ? codeSets.official().place(number, serviceDate).isPresent()
                : ASSIGNED.contains(number);
    }

    private static Finding unassigned(String number, Claim claim) {
        return Finding.onClaim(
                ID,
                claim.denial(),
                "place of service " + number + " is not assigned",
                SOURCE,
                "give the place where the patient was seen");
    }

    private static Optional<Finding> misplaced(ClaimLine line, String place, Claim claim) {
        var code = line.entry().code();
        for (var family : FAMILIES) {
            if (family.refuses(code, place)) {
                return Optional.of(
                        finding(
                                line,
                                family.strength == Strength.QUESTIONED
                                        ? Severity.WARN
                                        : claim.denial(),
                                place,
                                "report " + family.instead() + ", or correct the place"));
            }
        }
        if (TELEHEALTH.contains(place) && HANDS.contains(ServiceKind.of(code))) {
            return Optional.of(
                    finding(line, claim.denial(), place, "give the place where it was done"));
        }
        if (OUT_OF_FACILITY.contains(place) && CodeRange.anyContains(FACILITY_ONLY, code)) {
            return Optional.of(
                    finding(line, claim.denial(), place, "give the facility where it was done"));
        }
        return Optional.empty();
    }

    private static Finding finding(ClaimLine line, Severity severity, String place, String remedy) {
        return Finding.on(
                line,
                ID,
                severity,
                line.code() + " does not take place at place of service " + place,
                SOURCE,
                remedy);
    }

    private static Set<String> words(String list) {
        return list.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(list.split(" ", -1)));
    }
}
