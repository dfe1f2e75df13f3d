package dev.superbill.section;

/// What a section of a note is for, which decides whether its words can support a service.
public enum SectionKind {
    /// The title of a procedure: what the author says was performed.
    PROCEDURE,
    /// The body of a procedure: what was done, step by step.
    DESCRIPTION,
    /// The name of a study.
    EXAM,
    /// How a study was done.
    TECHNIQUE,
    /// What a study or an operation found.
    FINDINGS,
    /// What a study concludes.
    IMPRESSION,
    /// The diagnosis before the procedure.
    PREOPERATIVE_DIAGNOSIS,
    /// The diagnosis after the procedure.
    POSTOPERATIVE_DIAGNOSIS,
    /// Diagnoses of a visit or a stay.
    DIAGNOSIS,
    /// Why the service was done.
    INDICATION,
    /// Why the patient came.
    CHIEF_COMPLAINT,
    /// The history of the present illness.
    HISTORY,
    /// Earlier illnesses and operations.
    PAST_HISTORY,
    /// Illnesses of relatives.
    FAMILY_HISTORY,
    SOCIAL_HISTORY,
    MEDICATIONS,
    ALLERGIES,
    REVIEW_OF_SYSTEMS,
    PHYSICAL_EXAM,
    /// Results of tests, as quoted in a visit.
    RESULTS,
    /// The course of a stay.
    HOSPITAL_COURSE,
    ASSESSMENT,
    PLAN,
    ANESTHESIA,
    /// Blood loss, drains, specimens, complications, condition, counts.
    OPERATIVE_DETAIL,
    /// Anything else, and text before the first heading.
    OTHER
}
