package dev.superbill.mention;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Things a note may document that are no codes themselves but decide about codes.
public enum Concept {
    /// The author's own interpretation or report of a study.
    INTERPRETATION,
    /// A signature or electronic signature.
    SIGNATURE,
    /// Analysis software, named.
    SOFTWARE_NAMED,
    /// Analysis software, described but not named.
    SOFTWARE_DESCRIBED,
    /// A result that software printed.
    SOFTWARE_OUTPUT,
    /// A coronary CT angiogram as data set.
    CORONARY_CT_DATA,
    /// A chest CT as data set.
    CHEST_CT_DATA,
    /// Retinal images.
    RETINAL_IMAGES,
    /// An ECG tracing.
    ECG_TRACING,
    /// An echocardiogram as data set.
    ECHOCARDIOGRAM_DATA,
    /// Magnetic resonance images as data set.
    MR_DATA,
    /// Ultrasound images as data set.
    ULTRASOUND_DATA,
    /// Any other CT as data set.
    CT_DATA,
    /// Multispectral or clinical photographs.
    PHOTOGRAPHIC_IMAGES,
    /// Acoustic or other sensor recordings.
    SENSOR_RECORDING,
    /// The study failed or could not be graded.
    UNGRADABLE,
    /// A statement of the clinician's total time.
    TOTAL_TIME,
    /// The author was asked for an opinion by another clinician.
    CONSULT_REQUEST,
    /// The patient is new to the practice.
    NEW_PATIENT,
    /// The patient is known to the practice.
    ESTABLISHED_PATIENT,
    /// The visit is preventive.
    PREVENTIVE_VISIT,
    /// The patient is in hospital.
    INPATIENT_SETTING,
    /// The visit took place in an emergency department.
    EMERGENCY_SETTING,
    /// The visit took place in a nursing facility.
    NURSING_FACILITY_SETTING,
    /// Critical care was given.
    CRITICAL_CARE,
    /// The discharge took more than 30 minutes.
    DISCHARGE_OVER_30_MINUTES,
    /// A prescription drug was managed.
    PRESCRIPTION_MANAGEMENT,
    /// A decision about surgery.
    SURGERY_DECISION,
    /// A decision about hospital care or escalation, or a do-not-resuscitate decision.
    ESCALATION_DECISION,
    /// Intensive monitoring for drug toxicity.
    TOXICITY_MONITORING,
    /// A test ordered or reviewed.
    TEST_ORDERED,
    /// Outside records or notes reviewed.
    RECORDS_REVIEWED,
    /// The author read images or tracings personally.
    INDEPENDENT_INTERPRETATION,
    /// A discussion with another clinician.
    DISCUSSION,
    /// Somebody else gave the history.
    INDEPENDENT_HISTORIAN,
    /// A problem that is worsening, uncontrolled or has exacerbated.
    UNSTABLE_PROBLEM,
    /// A threat to life or bodily function.
    LIFE_THREAT,
    /// Over-the-counter drugs, rest, dressings and the like.
    MINOR_TREATMENT,
    /// A consultation is spoken of.
    CONSULTATION,
    /// The patient was sent by another clinician.
    REFERRED,
    /// A letter to the clinician who sent the patient.
    REFERRAL_LETTER,
    /// The closing words of a consultant.
    CONSULT_CLOSING,
    /// The patient comes to have a problem evaluated.
    EVALUATION_SOUGHT,
    /// The patient presents today with a complaint.
    PRESENTS_TODAY,
    /// The story of a new problem: onset, quality, severity, course.
    ONSET_TOLD,
    /// A follow-up is what the visit is for.
    FOLLOWUP_NAMED,
    /// What became of a known problem since it was last seen.
    INTERVAL_TOLD,
    /// The visit took place in an office or a clinic.
    OFFICE_SETTING,
    /// The patient is to come back.
    RETURN_PLANNED,
    /// The patient was or is admitted.
    ADMITTED,
    /// The patient is being admitted.
    ADMISSION,
    /// Care that only a ward gives.
    WARD_CARE,
    /// A further day of a stay.
    STAY_DAY,
    /// The patient presents to an emergency department today.
    EMERGENCY_VISIT,
    /// An emergency department's treatment and its end.
    EMERGENCY_COURSE,
    /// The end of a stay, summed up.
    DISCHARGE_SUMMARY,
    /// Advice and checks that preventive visits give.
    PREVENTIVE_CARE,
    /// The rooms and routines of a nursing facility.
    FACILITY_CARE,
    /// A case told over many encounters.
    CASE_REPORT,
    /// A psychiatric interview.
    PSYCHIATRIC_INTERVIEW,
    /// An evaluation by a therapist or a psychologist.
    THERAPY_EVALUATION,
    /// A visit after surgery by the surgeon.
    POSTOPERATIVE_VISIT,
    /// An examination of the eyes with instruments.
    EYE_EXAMINATION,
    /// The routine of a procedure.
    PROCEDURE_ROUTINE,
    /// The routine of a report of a study.
    STUDY_ROUTINE,
    /// Questions and scales that a template prints.
    TEMPLATE,
    /// Subjective, objective, assessment, plan.
    SOAP_HEADINGS,
    /// A problem that is minor or passes by itself.
    MINOR_PROBLEM,
    /// A new problem whose outcome is open.
    UNCERTAIN_PROBLEM,
    /// A controlled drug was given through a vein or under the skin.
    PARENTERAL_OPIOID,
    /// Circumstances of life that limit treatment.
    SOCIAL_LIMITS,
    /// The study that software analysed belongs to this session.
    CONCURRENT_STUDY,
    /// The study that software analysed was done earlier.
    PREVIOUS_STUDY,
    /// Software analysed the data and no clinician took part.
    UNATTENDED_ANALYSIS,
    /// Software flagged or reordered a study for reading.
    TRIAGE_SOFTWARE,
    /// Software compared photographs of skin lesions.
    LESION_TRACKING,
    /// Software searched a chest film.
    CHEST_FILM_DETECTION,
    /// A chest film as data set.
    CHEST_FILM_DATA,
    /// A system read the images itself and printed what follows.
    AUTONOMOUS_RESULT,
    /// The device of a remote monitoring.
    MONITORING_DEVICE,
    /// A live talk with the patient or the caregiver.
    INTERACTIVE_COMMUNICATION;

    /// Things that are there whether or not what is said around them is so: an earlier study is
    /// still the data analysed.
    private static final Set<Concept> OBJECTS =
            EnumSet.of(
                    SOFTWARE_DESCRIBED,
                    CORONARY_CT_DATA,
                    CHEST_CT_DATA,
                    RETINAL_IMAGES,
                    ECG_TRACING,
                    ECHOCARDIOGRAM_DATA,
                    MR_DATA,
                    ULTRASOUND_DATA,
                    CT_DATA,
                    PHOTOGRAPHIC_IMAGES,
                    SENSOR_RECORDING,
                    CHEST_FILM_DATA,
                    CONCURRENT_STUDY,
                    PREVIOUS_STUDY,
                    TRIAGE_SOFTWARE,
                    LESION_TRACKING,
                    CHEST_FILM_DETECTION);

    /// What is decided or asked for counts from when it is planned: a decision is a plan.
    private static final Set<Concept> DECIDED =
            EnumSet.of(
                    PRESCRIPTION_MANAGEMENT,
                    SURGERY_DECISION,
                    ESCALATION_DECISION,
                    TEST_ORDERED,
                    RECORDS_REVIEWED,
                    DISCUSSION,
                    MINOR_TREATMENT,
                    PARENTERAL_OPIOID,
                    ADMISSION,
                    WARD_CARE,
                    EMERGENCY_COURSE,
                    POSTOPERATIVE_VISIT,
                    PREVENTIVE_VISIT,
                    PREVENTIVE_CARE);

    /// Turns of speech that show what kind of visit it is, whatever they assert.
    private static final Set<Concept> WORDINGS =
            EnumSet.of(
                    CONSULT_REQUEST,
                    CONSULTATION,
                    NEW_PATIENT,
                    ESTABLISHED_PATIENT,
                    FOLLOWUP_NAMED,
                    PRESENTS_TODAY,
                    REFERRED,
                    REFERRAL_LETTER,
                    CONSULT_CLOSING,
                    EVALUATION_SOUGHT,
                    ONSET_TOLD,
                    INTERVAL_TOLD,
                    OFFICE_SETTING,
                    RETURN_PLANNED,
                    STAY_DAY,
                    DISCHARGE_SUMMARY,
                    CASE_REPORT,
                    TEMPLATE,
                    SOAP_HEADINGS);

    /// What a name or a printout denies is the finding, not itself.
    private static final Set<Concept> NAMES = EnumSet.of(SOFTWARE_NAMED, AUTONOMOUS_RESULT);

    private static final Concept[] ALL = values();
    private static final Map<String, Concept> BY_NAME =
            Arrays.stream(ALL).collect(Collectors.toMap(Concept::name, Function.identity()));

    static Concept of(int ordinal) {
        return ALL[ordinal];
    }

    /// The concept that tables call by a name, where there is one.
    public static Optional<Concept> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// Whether words of that assertion show the concept. Most are shown only by what is so.
    boolean isShownBy(Assertion assertion) {
        return switch (assertion) {
            case PRESENT -> true;
            case HISTORICAL, POSSIBLE ->
                    OBJECTS.contains(this) || NAMES.contains(this) || WORDINGS.contains(this);
            case HYPOTHETICAL -> OBJECTS.contains(this) || NAMES.contains(this);
            case ABSENT -> NAMES.contains(this);
            case PLANNED -> DECIDED.contains(this) || WORDINGS.contains(this);
            case FAMILY -> false;
        };
    }
}
