package dev.superbill.note;

import dev.superbill.code.Code;
import dev.superbill.code.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes encounters of which only what is named was told.
public final class EncounterBuilder {
    private final LocalDate serviceDate;
    private Fact<PlaceOfService> place = Fact.unknown();
    private Fact<String> payer = Fact.unknown();
    private Fact<Integer> age = Fact.unknown();
    private Fact<Boolean> established = Fact.unknown();
    private Fact<Sex> sex = Fact.unknown();
    private Fact<String> jurisdiction = Fact.unknown();
    private ClaimType claimType = ClaimType.PROFESSIONAL;
    private Fact<Integer> minutes = Fact.unknown();
    private Fact<String> role = Fact.unknown();
    private Fact<GlobalPeriod> globalPeriod = Fact.unknown();
    private final List<PriorLine> sameDayLines = new ArrayList<>();

    private EncounterBuilder(LocalDate serviceDate) {
        this.serviceDate = serviceDate;
    }

    /// An encounter on a date.
    public static EncounterBuilder on(String serviceDate) {
        return new EncounterBuilder(LocalDate.parse(serviceDate));
    }

    /// The place, where the text is not empty.
    public EncounterBuilder place(String code) {
        place = code.isEmpty() ? Fact.unknown() : Fact.known(new PlaceOfService(code));
        return this;
    }

    /// The payer, where the text is not empty.
    public EncounterBuilder payer(String name) {
        payer = name.isEmpty() ? Fact.unknown() : Fact.known(name);
        return this;
    }

    public EncounterBuilder age(int years) {
        age = Fact.known(years);
        return this;
    }

    public EncounterBuilder sex(Sex told) {
        sex = Fact.known(told);
        return this;
    }

    /// The contractor's jurisdiction, where the text is not empty.
    public EncounterBuilder jurisdiction(String name) {
        jurisdiction = name.isEmpty() ? Fact.unknown() : Fact.known(name);
        return this;
    }

    public EncounterBuilder established(Fact<Boolean> known) {
        established = known;
        return this;
    }

    public EncounterBuilder claimType(ClaimType type) {
        claimType = type;
        return this;
    }

    public EncounterBuilder totalMinutes(int total) {
        minutes = Fact.known(total);
        return this;
    }

    public EncounterBuilder billed(Code code, int units, String... modifiers) {
        sameDayLines.add(
                new PriorLine(code, units, Arrays.stream(modifiers).map(Modifier::new).toList()));
        return this;
    }

    public EncounterBuilder role(String name) {
        role = name.isEmpty() ? Fact.unknown() : Fact.known(name);
        return this;
    }

    /// An earlier procedure.
    public EncounterBuilder after(Code procedure, String date) {
        globalPeriod = Fact.known(new GlobalPeriod(procedure, LocalDate.parse(date)));
        return this;
    }

    public Encounter build() {
        return new Encounter(
                serviceDate,
                place,
                payer,
                Fact.unknown(),
                new Patient(age, sex, established),
                claimType,
                role,
                jurisdiction,
                minutes,
                globalPeriod,
                sameDayLines);
    }
}
