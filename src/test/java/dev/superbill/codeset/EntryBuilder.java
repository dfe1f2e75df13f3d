package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.note.Fact;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Makes entries of made-up codes, active through 2026 unless told otherwise.
public final class EntryBuilder {
    private static final Pattern HCPCS = Pattern.compile("[A-Z]\\d{4}");

    private final Code code;
    private String group = "";
    private String family = "";
    private LocalDate from = LocalDate.of(2026, 1, 1);
    private LocalDate to = LocalDate.of(2026, 12, 31);
    private List<Code> successors = List.of();
    private AddOn addOn = new AddOn.No();
    private String status = "A";
    private String globalDays = "000";
    private String pcTc = "";
    private String multiple = "0";
    private String bilateral = "";
    private String assistant = "0";
    private String coSurgeons = "0";
    private String team = "0";
    private String endoscopicBase = "";
    private int workRvu = 100;
    private Designation designation = Designation.NONE;
    private Fact<MueLimit> mue = Fact.unknown();
    private Fact<AppendixSEntry> appendixS = Fact.unknown();
    private Interpretation interpretation = Interpretation.NOT_REQUIRED;
    private Side side = Side.NOT_SIDED;
    private String remark = "";
    private String description = "";

    private EntryBuilder(Code code) {
        this.code = code;
    }

    /// An entry of the given code.
    public static EntryBuilder of(String code) {
        return new EntryBuilder(code(code));
    }

    /// The code of a value, whose form tells its system.
    public static Code code(String value) {
        if (Character.isDigit(value.charAt(0))) {
            return Code.of(CodeSystem.CPT, value);
        }
        return Code.of(
                HCPCS.matcher(value).matches() ? CodeSystem.HCPCS : CodeSystem.ICD_10_CM, value);
    }

    public EntryBuilder group(String name) {
        group = name;
        return this;
    }

    public EntryBuilder family(String name) {
        family = name;
        return this;
    }

    public EntryBuilder active(String first, String last) {
        from = LocalDate.parse(first);
        to = LocalDate.parse(last);
        return this;
    }

    public EntryBuilder successors(String... codes) {
        successors = Arrays.stream(codes).map(EntryBuilder::code).toList();
        return this;
    }

    public EntryBuilder addOn(AddOn value) {
        addOn = value;
        return this;
    }

    public EntryBuilder addOnTo(String... primaries) {
        return addOn(new AddOn.To(Arrays.stream(primaries).map(EntryBuilder::code).toList()));
    }

    public EntryBuilder bilateral(String indicator) {
        bilateral = indicator;
        return this;
    }

    public EntryBuilder pcTc(String indicator) {
        pcTc = indicator;
        return this;
    }

    public EntryBuilder status(String code) {
        status = code;
        return this;
    }

    public EntryBuilder globalDays(String days) {
        globalDays = days;
        return this;
    }

    public EntryBuilder multiple(String indicator) {
        multiple = indicator;
        return this;
    }

    /// The assistant, co-surgeon and team indicators.
    public EntryBuilder surgeons(String assistants, String coSurgeon, String teams) {
        assistant = assistants;
        coSurgeons = coSurgeon;
        team = teams;
        return this;
    }

    public EntryBuilder endoscopyOf(String base) {
        endoscopicBase = base;
        return this;
    }

    /// Work relative value units in hundredths.
    public EntryBuilder work(int hundredths) {
        workRvu = hundredths;
        return this;
    }

    public EntryBuilder separateProcedure() {
        designation = Designation.SEPARATE_PROCEDURE;
        return this;
    }

    public EntryBuilder mue(int units, int adjudication) {
        mue = Fact.known(new MueLimit(units, adjudication));
        return this;
    }

    public EntryBuilder appendixS(
            AppendixSClass workClass, AppendixSBasis basis, String... inputs) {
        appendixS = Fact.known(new AppendixSEntry(workClass, basis, 2022, List.of(inputs)));
        return this;
    }

    public EntryBuilder interpretation(Interpretation value) {
        interpretation = value;
        return this;
    }

    public EntryBuilder side(Side value) {
        side = value;
        return this;
    }

    public EntryBuilder remark(String text) {
        remark = text;
        return this;
    }

    public EntryBuilder description(String words) {
        description = words;
        return this;
    }

    public CodeEntry build() {
        return new CodeEntry(
                code,
                description.isEmpty() ? "made-up " + code.value() : description,
                group,
                family,
                from,
                to,
                successors,
                List.of(),
                addOn,
                new FeeIndicators(
                        status,
                        globalDays,
                        pcTc,
                        multiple,
                        bilateral,
                        assistant,
                        coSurgeons,
                        team,
                        endoscopicBase,
                        workRvu),
                mue,
                appendixS,
                interpretation,
                side,
                remark,
                Billing.BILLABLE,
                designation);
    }
}
