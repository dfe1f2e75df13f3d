package dev.superbill.adapter.workbench;

import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.note.Note;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A note and its encounter as a person typed them, and what is wrong with them.
///
/// @param text the note
/// @param serviceDate the date of service
/// @param payer the payer
/// @param placeOfService two digits
/// @param specialty the clinician's specialty
/// @param department the clinic's department
/// @param ageYears the patient's age
/// @param sex female, male, other, or empty
/// @param established true, false, or empty
/// @param totalMinutes the clinician's time
/// @param errors what is wrong, by the name of the field
public record StartForm(
        String text,
        String serviceDate,
        String payer,
        String placeOfService,
        String specialty,
        String department,
        String ageYears,
        String sex,
        String established,
        String totalMinutes,
        Map<String, String> errors) {
    private static final Map<String, String> FIELDS =
            Map.of(
                    "encounter.patient.ageYears", "ageYears",
                    "encounter.patient.sex", "sex",
                    "encounter.payer", "payer",
                    "encounter.placeOfService", "placeOfService",
                    "encounter.specialty", "specialty",
                    "encounter.department", "department",
                    "encounter.totalMinutes", "totalMinutes");

    /// Copies.
    public StartForm {
        errors = Map.copyOf(errors);
    }

    /// An empty form.
    static StartForm on(LocalDate today) {
        return new StartForm("", today.toString(), "", "", "", "", "", "", "", "", Map.of());
    }

    /// What is wrong with a field, empty where nothing is.
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /// Whether something is wrong.
    public boolean wrong() {
        return !errors.isEmpty();
    }

    StartForm with(Map<String, String> wrong) {
        return new StartForm(
                text,
                serviceDate,
                payer,
                placeOfService,
                specialty,
                department,
                ageYears,
                sex,
                established,
                totalMinutes,
                wrong);
    }

    /// The same encounter with another note.
    StartForm with(String other) {
        return new StartForm(
                other,
                serviceDate,
                payer,
                placeOfService,
                specialty,
                department,
                ageYears,
                sex,
                established,
                totalMinutes,
                errors);
    }

    /// What is wrong with a note, empty where nothing is.
    static String wrongWith(String note) {
        if (note.isBlank()) {
            return "Paste or drop a note: there is none.";
        }
        return note.length() > Note.MAX_LENGTH
                ? "The note is too long: it has "
                        + note.length()
                        + " characters, and "
                        + Note.MAX_LENGTH
                        + " are taken."
                : "";
    }

    /// The request, and what could not be read.
    Reading read() {
        var wrong = new LinkedHashMap<String, String>();
        var note = wrongWith(text);
        if (!note.isEmpty()) {
            wrong.put("text", note);
        }
        LocalDate date = null;
        try {
            date = LocalDate.parse(serviceDate);
        } catch (DateTimeException _) {
            wrong.put("serviceDate", "Give the date of service as year-month-day.");
        }
        var age = number("ageYears", ageYears, "Give the age in whole years.", wrong);
        var minutes =
                number("totalMinutes", totalMinutes, "Give the time in whole minutes.", wrong);
        if (date == null || wrong.containsKey("text")) {
            return new Reading(null, wrong);
        }
        return new Reading(
                new SuggestionRequest(
                        new SuggestionRequest.Encounter(
                                date,
                                told(placeOfService),
                                told(payer),
                                told(specialty),
                                told(department),
                                new SuggestionRequest.Patient(
                                        age,
                                        told(sex),
                                        established.isBlank() ? null : "true".equals(established)),
                                null,
                                null,
                                null,
                                minutes,
                                null,
                                null),
                        new SuggestionRequest.Note(null, text),
                        null),
                wrong);
    }

    /// What was read of a form.
    ///
    /// @param request the request, null where it lacks what is required
    /// @param wrong what is wrong, by the name of the field
    record Reading(@Nullable SuggestionRequest request, Map<String, String> wrong) {}

    /// The field of the form that a constraint's path means.
    static String field(String path) {
        return FIELDS.getOrDefault(path, "text");
    }

    private static @Nullable String told(String value) {
        return value.isBlank() ? null : value.strip();
    }

    private static @Nullable Integer number(
            String field, String value, String otherwise, Map<String, String> wrong) {
        if (value.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(value.strip());
        } catch (NumberFormatException _) {
            wrong.put(field, otherwise);
            return null;
        }
    }

    /// The form of a request, to be filled in again.
    static StartForm of(SuggestionRequest request) {
        var encounter = request.encounter();
        var patient = encounter.patient();
        return new StartForm(
                request.note().text(),
                encounter.serviceDate().toString(),
                said(encounter.payer()),
                said(encounter.placeOfService()),
                said(encounter.specialty()),
                said(encounter.department()),
                patient == null ? "" : said(patient.ageYears()),
                patient == null ? "" : said(patient.sex()),
                patient == null ? "" : said(patient.established()),
                said(encounter.totalMinutes()),
                Map.of());
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "StartForm[]";
    }
}
