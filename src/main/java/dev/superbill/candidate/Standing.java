package dev.superbill.candidate;

import dev.superbill.section.SectionKind;

/// How firmly a place in the note says that a service was performed, weakest first.
public enum Standing {
    /// Earlier events, lists of drugs, relatives: nothing there was done today.
    NONE,
    /// Why the service was done, what is planned, what led to it.
    CONTEXT,
    /// What was found, concluded or counted, and text without a heading.
    RESULT,
    /// The description of what was done.
    BODY,
    /// The title of what was done.
    TITLE;

    /// The standing of a section for procedures.
    public static Standing ofProcedure(SectionKind kind) {
        return switch (kind) {
            case PROCEDURE, EXAM -> TITLE;
            case DESCRIPTION, TECHNIQUE -> BODY;
            case FINDINGS,
                    IMPRESSION,
                    OTHER,
                    ANESTHESIA,
                    OPERATIVE_DETAIL,
                    POSTOPERATIVE_DIAGNOSIS ->
                    RESULT;
            case PREOPERATIVE_DIAGNOSIS,
                    INDICATION,
                    CHIEF_COMPLAINT,
                    HISTORY,
                    PHYSICAL_EXAM,
                    RESULTS,
                    HOSPITAL_COURSE,
                    ASSESSMENT,
                    DIAGNOSIS,
                    PLAN ->
                    CONTEXT;
            case PAST_HISTORY,
                    FAMILY_HISTORY,
                    SOCIAL_HISTORY,
                    MEDICATIONS,
                    ALLERGIES,
                    REVIEW_OF_SYSTEMS ->
                    NONE;
        };
    }

    /// The standing of a section for diagnoses: final ones first.
    public static Standing ofDiagnosis(SectionKind kind) {
        return switch (kind) {
            case POSTOPERATIVE_DIAGNOSIS, DIAGNOSIS, ASSESSMENT, IMPRESSION -> TITLE;
            case PREOPERATIVE_DIAGNOSIS, INDICATION, FINDINGS, PROCEDURE, EXAM, DESCRIPTION -> BODY;
            case CHIEF_COMPLAINT, HISTORY, HOSPITAL_COURSE, PLAN, OTHER, TECHNIQUE, PAST_HISTORY ->
                    RESULT;
            case PHYSICAL_EXAM,
                    RESULTS,
                    SOCIAL_HISTORY,
                    MEDICATIONS,
                    ALLERGIES,
                    REVIEW_OF_SYSTEMS,
                    ANESTHESIA,
                    OPERATIVE_DETAIL ->
                    CONTEXT;
            case FAMILY_HISTORY -> NONE;
        };
    }
}
