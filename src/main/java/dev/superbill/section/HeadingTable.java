package dev.superbill.section;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headings that notes use, by what they are for.
final class HeadingTable {
    /// Whole headings, without trailing `S` and with single blanks.
    private static final Map<String, SectionKind> EXACT = new LinkedHashMap<>();

    /// Parts of headings, in the order in which they are tried.
    private static final Map<String, SectionKind> CONTAINS = new LinkedHashMap<>();

    static {
        exact(
                SectionKind.PROCEDURE,
                "PROCEDURE",
                "OPERATION",
                "SURGERY",
                "OPERATIVE PROCEDURE",
                "SURGICAL PROCEDURE");
        exact(
                SectionKind.EXAM,
                "EXAM",
                "EXAMINATION",
                "STUDY",
                "TYPE OF STUDY",
                "TYPE OF EXAM",
                "EXAM PERFORMED",
                "TEST",
                "EXAMINATION PERFORMED");
        exact(
                SectionKind.DESCRIPTION,
                "SUMMARY",
                "NARRATIVE",
                "REPORT",
                "DETAIL",
                "PROCEDURE NOTE",
                "OPERATIVE NOTE",
                "OPERATIVE REPORT",
                "COURSE OF PROCEDURE");
        exact(
                SectionKind.HISTORY,
                "HISTORY",
                "HPI",
                "HX",
                "SUBJECTIVE",
                "CLINICAL HISTORY",
                "BRIEF HISTORY",
                "INTERVAL HISTORY",
                "S");
        exact(SectionKind.CHIEF_COMPLAINT, "CC", "COMPLAINT", "PRESENTING COMPLAINT");
        exact(SectionKind.PAST_HISTORY, "PMH", "PSH", "PMHX", "PAST HISTORY", "PHM", "HABITS");
        exact(SectionKind.FAMILY_HISTORY, "FHX", "FH");
        exact(SectionKind.SOCIAL_HISTORY, "SHX", "SH");
        exact(SectionKind.REVIEW_OF_SYSTEMS, "ROS");
        exact(
                SectionKind.MEDICATIONS,
                "MEDS",
                "MEDICATION",
                "PREMEDICATION",
                "DISCHARGE MEDICATION",
                "CURRENT MEDICATION");
        exact(
                SectionKind.PHYSICAL_EXAM,
                "PE",
                "OBJECTIVE",
                "O",
                "VITALS",
                "GENERAL",
                "GENERAL APPEARANCE");
        exact(
                SectionKind.ASSESSMENT,
                "A",
                "ASSESSMENT",
                "A/P",
                "OPINION",
                "ASSESSMENT AND PLAN",
                "ASSESSMENT/PLAN",
                "IMPRESSION AND PLAN",
                "IMPRESSION/PLAN");
        exact(
                SectionKind.PLAN,
                "P",
                "PLAN",
                "DISPOSITION",
                "FOLLOWUP",
                "FOLLOW-UP",
                "FOLLOW UP",
                "RECOMMENDATION",
                "TREATMENT PLAN",
                "DISCHARGE INSTRUCTION",
                "PLANS");
        exact(
                SectionKind.IMPRESSION,
                "IMPRESSION",
                "CONCLUSION",
                "INTERPRETATION",
                "SUMMARY AND IMPRESSION",
                "ASSESSMENT OF STUDY");
        exact(
                SectionKind.FINDINGS,
                "FINDING",
                "RESULT",
                "OPERATIVE FINDING",
                "INTRAOPERATIVE FINDING",
                "GROSS FINDING");
        exact(
                SectionKind.DIAGNOSIS,
                "DIAGNOSIS",
                "DIAGNOSE",
                "DIAGNOSES",
                "DIAGNOSI",
                "FINAL DIAGNOSIS",
                "FINAL DIAGNOSES");
        exact(
                SectionKind.OPERATIVE_DETAIL,
                "EBL",
                "FLUID",
                "IV FLUID",
                "COUNT",
                "CONDITION",
                "SPONGE COUNT",
                "NEEDLE COUNT");
        exact(SectionKind.INDICATION, "INDICATION", "RATIONALE", "REASON");

        contains(
                SectionKind.PREOPERATIVE_DIAGNOSIS,
                "PREOPERATIVE DIAG",
                "PRE-OPERATIVE DIAG",
                "PREOP DIAG",
                "PRE-OP DIAG",
                "PREOPERATIVE DX",
                "PREPROCEDURE DIAG",
                "PRE-PROCEDURE DIAG",
                "PREOPERATIVE IMP",
                "DIAGNOSIS ON ADMISSION",
                "ADMISSION DIAG",
                "ADMITTING DIAG",
                "PROVISIONAL DIAG");
        contains(
                SectionKind.POSTOPERATIVE_DIAGNOSIS,
                "POSTOPERATIVE DIAG",
                "POST-OPERATIVE DIAG",
                "POSTOP DIAG",
                "POST-OP DIAG",
                "POSTOPERATIVE DX",
                "POSTPROCEDURE DIAG",
                "POST-PROCEDURE DIAG",
                "POSTOPERATIVE IMP");
        contains(
                SectionKind.DESCRIPTION,
                "PROCEDURE IN DETAIL",
                "PROCEDURE DETAIL",
                "DESCRIPTION OF",
                "DETAILS OF",
                "DETAIL OF",
                "IN DETAIL",
                "OPERATIVE TECHNIQUE",
                "SURGICAL TECHNIQUE",
                "PROCEDURE DESCRIPTION",
                "OPERATION IN DETAIL",
                "OPERATIVE COURSE",
                "NARRATIVE OF",
                "DESCRIPTION",
                "OPERATIVE DETAIL",
                "PROCEDURE AND FINDINGS",
                "PROCEDURE/FINDINGS",
                "OPERATIVE NOTE",
                "OPERATIVE SUMMARY",
                "SUMMARY OF OPERATION",
                "SUMMARY OF PROCEDURE",
                "DICTATION",
                "TECHNIQUE OF PROCEDURE",
                "DEPARTMENT COURSE",
                "ED COURSE",
                "ER COURSE",
                "EMERGENCY ROOM COURSE");
        contains(
                SectionKind.INDICATION,
                "INDICATION",
                "REASON FOR",
                "CLINICAL INFORMATION",
                "CLINICAL DATA",
                "CLINICAL INDICATION",
                "RATIONALE",
                "HISTORY AND INDICATION");
        contains(
                SectionKind.FAMILY_HISTORY,
                "FAMILY HISTORY",
                "FAMILY MEDICAL",
                "FAMILY HX",
                "FAMILIAL");
        contains(
                SectionKind.SOCIAL_HISTORY,
                "SOCIAL",
                "TOBACCO",
                "ALCOHOL",
                "SUBSTANCE",
                "OCCUPATION",
                "PERSONAL HISTORY");
        contains(
                SectionKind.PAST_HISTORY,
                "PAST MEDICAL",
                "PAST SURGICAL",
                "PREVIOUS SURG",
                "PRIOR SURG",
                "SURGICAL HISTORY",
                "MEDICAL HISTORY",
                "PAST OB",
                "OBSTETRICAL HISTORY",
                "GYNECOLOGIC HISTORY",
                "PAST PSYCH",
                "PREVIOUS HOSPITAL",
                "HOSPITALIZATION",
                "PAST HISTORY",
                "PAST OCULAR",
                "OCULAR HISTORY",
                "BIRTH HISTORY",
                "OPERATIONS IN THE PAST",
                "PAST CARDIAC",
                "PSYCHIATRIC HISTORY",
                "ILLNESSES",
                "IMMUNIZATION",
                "RISK FACTORS");
        contains(SectionKind.ALLERGIES, "ALLERG");
        contains(SectionKind.REVIEW_OF_SYSTEMS, "REVIEW OF SYSTEM", "SYSTEMS REVIEW", "ROS ");
        contains(
                SectionKind.CHIEF_COMPLAINT,
                "CHIEF COMPLAINT",
                "PRESENTING COMPLAINT",
                "PRESENTING PROBLEM");
        contains(
                SectionKind.HISTORY,
                "HISTORY OF PRESENT",
                "PRESENT ILLNESS",
                "HISTORY OF THE PRESENT",
                "PRESENT PROBLEM",
                "HISTORY OF OCCUPATIONAL",
                "HISTORY",
                "IDENTIFYING",
                "IDENTIFICATION",
                "BACKGROUND");
        contains(SectionKind.ANESTHESIA, "ANESTHESIA", "ANAESTHESIA", "ANESTHETIC", "SEDATION");
        contains(
                SectionKind.OPERATIVE_DETAIL,
                "BLOOD LOSS",
                "COMPLICATION",
                "SPECIMEN",
                "DRAINS",
                "TOURNIQUET",
                "URINE OUTPUT",
                "FLUIDS",
                "SURGEON",
                "ASSISTANT",
                "ANESTHESIOLOGIST",
                "IMPLANT",
                "HARDWARE",
                "MATERIALS",
                "INSTRUMENT COUNT",
                "COUNTS",
                "CROSS-CLAMP",
                "PUMP TIME",
                "TUBES",
                "PATHOLOGY",
                "CULTURES",
                "HEMOSTASIS",
                "INJECTABLES",
                "ANTIBIOTIC",
                "PREP",
                "POSITION",
                "CONDITION ON",
                "CONDITION AT",
                "REFERRING",
                "PHYSICIAN",
                "DATE",
                "PATIENT",
                "SUTURE",
                "EQUIPMENT");
        contains(
                SectionKind.PROCEDURE,
                "PROCEDURES PERFORMED",
                "PROCEDURE PERFORMED",
                "OPERATION PERFORMED",
                "OPERATIONS PERFORMED",
                "TITLE OF",
                "NAME OF",
                "OPERATIVE PROCEDURE",
                "SURGICAL PROCEDURE",
                "PROCEDURES",
                "OPERATIONS",
                "PROCEDURE",
                "OPERATION",
                "SURGERY PERFORMED");
        contains(
                SectionKind.HOSPITAL_COURSE,
                "HOSPITAL COURSE",
                "COURSE IN",
                "DEPARTMENT COURSE",
                "COURSE");
        contains(
                SectionKind.RESULTS,
                "LABORATORY",
                "LAB ",
                "LABS",
                "DIAGNOSTIC STUD",
                "DIAGNOSTIC DATA",
                "RADIOLOG",
                "IMAGING",
                "X-RAY",
                "STUDIES",
                "EKG",
                "ECG",
                "LABORATORIES",
                "ELECTROCARDIOGRAM",
                "DIAGNOSTICS");
        contains(
                SectionKind.TECHNIQUE, "TECHNIQUE", "PROTOCOL", "COMPARISON", "CONTRAST", "METHOD");
        contains(SectionKind.IMPRESSION, "IMPRESSION", "CONCLUSION", "INTERPRETATION");
        contains(SectionKind.FINDINGS, "FINDINGS", "RESULTS", "MICROSCOPIC", "GROSS DESCRIPTION");
        contains(
                SectionKind.PHYSICAL_EXAM,
                "PHYSICAL",
                "HEENT",
                "VITAL SIGN",
                "MENTAL STATUS",
                "GEN EXAM",
                "PHYSICAL EXAM");
        contains(SectionKind.DIAGNOSIS, "DIAGNOS", "AXIS ", "PROBLEM LIST", "PROBLEMS");
        contains(
                SectionKind.ASSESSMENT,
                "ASSESSMENT",
                "OPINION",
                "DISCUSSION",
                "CLINICAL IMPRESSION");
        contains(
                SectionKind.PLAN,
                "PLAN",
                "RECOMMEND",
                "DISPOSITION",
                "INSTRUCTION",
                "FOLLOW",
                "DISCHARGE MED",
                "TREATMENT",
                "DIET",
                "ACTIVITY");
        contains(SectionKind.MEDICATIONS, "MEDICATION", "MEDS");
    }

    private HeadingTable() {}

    private static void exact(SectionKind kind, String... headings) {
        for (var heading : headings) {
            EXACT.put(heading, kind);
        }
    }

    private static void contains(SectionKind kind, String... parts) {
        for (var part : parts) {
            CONTAINS.putIfAbsent(part, kind);
        }
    }

    /// The kind of a heading, `null` where nobody lists it.
    static @Nullable SectionKind kindOf(String heading) {
        var name = normalised(heading);
        var exact = EXACT.get(singular(name));
        if (exact != null) {
            return exact;
        }
        for (var entry : CONTAINS.entrySet()) {
            if (name.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    /// The kind of a line that consists of a known heading and nothing else, `null` where it does
    /// not.
    static @Nullable SectionKind exactly(String line) {
        var name = normalised(line);
        var exact = name.length() < 4 ? null : EXACT.get(singular(name));
        if (exact != null) {
            return exact;
        }
        for (var entry : CONTAINS.entrySet()) {
            var part = entry.getKey();
            if (part.length() >= 8
                    && name.startsWith(part)
                    && name.length() <= part.length() + 8
                    && !name.contains(".")) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static String normalised(String heading) {
        return Blanks.single(heading.toUpperCase(Locale.ROOT).replace("(S)", "S"));
    }

    private static String singular(String name) {
        return name.endsWith("S") && !name.endsWith("SIS") && !name.endsWith("SES")
                ? name.substring(0, name.length() - 1)
                : name;
    }
}
