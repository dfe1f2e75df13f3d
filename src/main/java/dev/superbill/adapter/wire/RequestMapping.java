package dev.superbill.adapter.wire;

import dev.superbill.ChosenClaim;
import dev.superbill.CodingOptions;
import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.code.Modifier;
import dev.superbill.note.ClaimType;
import dev.superbill.note.Encounter;
import dev.superbill.note.Fact;
import dev.superbill.note.GlobalPeriod;
import dev.superbill.note.Note;
import dev.superbill.note.Patient;
import dev.superbill.note.PlaceOfService;
import dev.superbill.note.PriorLine;
import dev.superbill.note.Sex;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns a checked request into the engine's own values. What was not told stays unknown.
final class RequestMapping {
    private static final int CATEGORY = 3;

    private RequestMapping() {}

    static Note note(SuggestionRequest.Note note) {
        return new Note(note.id() == null ? "" : note.id(), note.text());
    }

    static Encounter encounter(SuggestionRequest.Encounter told) {
        return new Encounter(
                told.serviceDate(),
                fact(told.placeOfService(), PlaceOfService::new),
                fact(told.payer(), payer -> payer.strip().toLowerCase(Locale.ROOT)),
                fact(told.specialty(), Function.identity()),
                patient(told.patient()),
                "facility".equals(told.claimType()) ? ClaimType.FACILITY : ClaimType.PROFESSIONAL,
                fact(told.providerRole(), Function.identity()),
                fact(told.jurisdiction(), Function.identity()),
                fact(told.totalMinutes(), Function.identity()),
                fact(
                        told.globalPeriod(),
                        period -> new GlobalPeriod(procedure(period.code()), period.date())),
                told(told.sameDayLines()).stream().map(RequestMapping::priorLine).toList());
    }

    static ChosenClaim claim(ClaimRequest told) {
        var diagnoses =
                told(told.diagnoses()).stream().map(diagnosis -> icd10(diagnosis.code())).toList();
        return new ChosenClaim(
                encounter(told.encounter()),
                fact(told.note(), RequestMapping::note),
                told.lines().stream().map(line -> line(line, diagnoses.size())).toList(),
                diagnoses);
    }

    private static ChosenClaim.Line line(ClaimRequest.Line told, int diagnoses) {
        return new ChosenClaim.Line(
                procedure(told.code()),
                told.units() == null ? 1 : told.units(),
                told(told.modifiers()).stream().map(Modifier::new).toList(),
                told.diagnosisPointers() == null
                        ? IntStream.rangeClosed(1, diagnoses).boxed().toList()
                        : told.diagnosisPointers());
    }

    /// A diagnosis, whose dot may be left out.
    private static Code.Icd10 icd10(String value) {
        return new Code.Icd10(
                value.length() > CATEGORY && value.charAt(CATEGORY) != '.'
                        ? value.substring(0, CATEGORY) + "." + value.substring(CATEGORY)
                        : value);
    }

    static CodingOptions options(SuggestionRequest.@Nullable Options told) {
        var defaults = CodingOptions.defaults();
        if (told == null) {
            return defaults;
        }
        return new CodingOptions(
                systems(told.systems()),
                told.maxLines() == null ? defaults.maxLines() : told.maxLines(),
                "none".equals(told.classifier())
                        ? CodingOptions.Classification.NONE
                        : CodingOptions.Classification.DEFAULT);
    }

    /// A procedure code, of CPT where its form allows.
    static Code procedure(String value) {
        return Character.isDigit(value.charAt(0)) ? new Code.Cpt(value) : new Code.Hcpcs(value);
    }

    private static Patient patient(SuggestionRequest.@Nullable Patient told) {
        if (told == null) {
            return Patient.unknown();
        }
        return new Patient(
                fact(told.ageYears(), Function.identity()),
                fact(told.sex(), sex -> Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
                fact(told.established(), Function.identity()));
    }

    private static PriorLine priorLine(SuggestionRequest.SameDayLine told) {
        return new PriorLine(
                procedure(told.code()),
                told.units() == null ? 1 : told.units(),
                told(told.modifiers()).stream().map(Modifier::new).toList());
    }

    private static Set<CodeSystem> systems(@Nullable List<String> labels) {
        if (labels == null) {
            return EnumSet.allOf(CodeSystem.class);
        }
        return Arrays.stream(CodeSystem.values())
                .filter(system -> labels.contains(system.label()))
                .collect(Collectors.toSet());
    }

    private static <T> List<T> told(@Nullable List<T> told) {
        return told == null ? List.of() : told;
    }

    private static <T, R> Fact<R> fact(@Nullable T told, Function<T, R> reading) {
        return told == null ? Fact.unknown() : Fact.known(reading.apply(told));
    }
}
