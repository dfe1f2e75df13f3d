package dev.superbill.analytics;

import dev.superbill.decision.Router;
import dev.superbill.rule.coverage.MedicalNecessityEdit;
import dev.superbill.rule.coverage.PayerPolicyEdit;
import dev.superbill.rule.diagnosis.BillableDiagnosisEdit;
import dev.superbill.rule.diagnosis.DiagnosisLateralityEdit;
import dev.superbill.rule.diagnosis.Excludes1Edit;
import dev.superbill.rule.diagnosis.FirstListedEdit;
import dev.superbill.rule.diagnosis.SeventhCharacterEdit;
import dev.superbill.rule.documentation.InterpretationValidator;
import dev.superbill.rule.documentation.LateralityValidator;
import dev.superbill.rule.documentation.RemoteMonitoringValidator;
import dev.superbill.rule.documentation.SoftwareAnalysisValidator;
import dev.superbill.rule.documentation.TitleValidator;
import dev.superbill.rule.encounter.ActiveDateEdit;
import dev.superbill.rule.encounter.AgeEdit;
import dev.superbill.rule.encounter.EditionEdit;
import dev.superbill.rule.encounter.PlaceOfServiceEdit;
import dev.superbill.rule.encounter.SexEdit;
import dev.superbill.rule.encounter.SunsetEdit;
import dev.superbill.rule.ncci.AddOnEdit;
import dev.superbill.rule.ncci.DiagnosticEndoscopyEdit;
import dev.superbill.rule.ncci.MoreExtensiveEdit;
import dev.superbill.rule.ncci.MueEdit;
import dev.superbill.rule.ncci.PtpEdit;
import dev.superbill.rule.ncci.SeparateProcedureEdit;
import dev.superbill.rule.ncci.SequentialProcedureEdit;
import dev.superbill.rule.payment.AssistantEdit;
import dev.superbill.rule.payment.BilateralEdit;
import dev.superbill.rule.payment.CoSurgeonEdit;
import dev.superbill.rule.payment.ComponentEdit;
import dev.superbill.rule.payment.GlobalPeriodEdit;
import dev.superbill.rule.payment.MultipleProcedureEdit;
import dev.superbill.rule.payment.StatusEdit;
import dev.superbill.rule.payment.TeamSurgeryEdit;
import dev.superbill.rule.taxonomy.ComponentServiceEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What the common claim adjustment reason codes (CARC) and remittance advice remark codes (RARC)
/// mean for coding, and which rules look at the same thing before a claim is sent.
///
/// Source: X12 external code lists 139 (CARC) and 411 (RARC), the codes as commonly used up to
/// 2025; the lists change three times a year. The descriptions are ours, shorter than the lists'
/// own and no substitute for them. Which rule goes with which code is product policy.
public final class AdjustmentCodes {
    private static final String VISIT_LEVEL = "visit-level";
    private static final String VISIT_FAMILY = "visit-family";

    private static final SequencedMap<String, Reason> REASONS = new LinkedHashMap<>();

    private static final Map<String, String> REMARKS = new LinkedHashMap<>();

    private AdjustmentCodes() {}

    /// What a denial is about.
    public enum Kind {
        /// The codes, units, modifiers, diagnoses or the documentation behind them.
        CODING,
        /// Cover, amounts, deadlines, numbers: no other code would have been paid.
        ADMINISTRATIVE
    }

    /// What a reason code means.
    ///
    /// @param carc the code
    /// @param meaning what it says, in our words
    /// @param coding what it usually means for coding
    /// @param rules the ids of the rules that look at the same thing
    public record Reason(
            String carc, Kind kind, String meaning, String coding, List<String> rules) {
        /// Copies.
        public Reason {
            rules = List.copyOf(rules);
        }
    }

    /// What a reason code means; empty where it is not in the table.
    public static Optional<Reason> reason(String carc) {
        return Optional.ofNullable(REASONS.get(carc));
    }

    /// What a remark code means; empty where it is not in the table.
    public static Optional<String> remark(String rarc) {
        return Optional.ofNullable(REMARKS.get(rarc));
    }

    /// Every reason in the table.
    public static List<Reason> reasons() {
        return List.copyOf(REASONS.values());
    }

    private static void put(
            String carc, Kind kind, String meaning, String coding, String... rules) {
        REASONS.put(carc, new Reason(carc, kind, meaning, coding, List.of(rules)));
    }

    static {
        put("1", Kind.ADMINISTRATIVE, "the deductible", "nothing to do with the codes");
        put("2", Kind.ADMINISTRATIVE, "the coinsurance", "nothing to do with the codes");
        put("3", Kind.ADMINISTRATIVE, "the copayment", "nothing to do with the codes");
        put(
                "4",
                Kind.CODING,
                "the modifier does not fit the procedure",
                "a modifier is wrong, or one that the procedure asks for is missing",
                ComponentEdit.ID,
                BilateralEdit.ID,
                LateralityValidator.ID,
                GlobalPeriodEdit.ID,
                AssistantEdit.ID,
                CoSurgeonEdit.ID,
                TeamSurgeryEdit.ID,
                MultipleProcedureEdit.ID,
                PtpEdit.ID);
        put(
                "5",
                Kind.CODING,
                "the procedure does not fit the place of service",
                "the place of service or the code is of another setting",
                PlaceOfServiceEdit.ID,
                ComponentEdit.ID);
        put(
                "6",
                Kind.CODING,
                "the procedure does not fit the patient's age",
                "the code is for another age",
                AgeEdit.ID);
        put(
                "7",
                Kind.CODING,
                "the procedure does not fit the patient's sex",
                "the code is for the other sex, or the sex on the claim is wrong",
                SexEdit.ID);
        put(
                "8",
                Kind.CODING,
                "the procedure does not fit the kind of provider",
                "the code is not for that specialty",
                PayerPolicyEdit.ID);
        put(
                "9",
                Kind.CODING,
                "the diagnosis does not fit the patient's age",
                "the diagnosis is for another age",
                AgeEdit.ID);
        put(
                "10",
                Kind.CODING,
                "the diagnosis does not fit the patient's sex",
                "the diagnosis is for the other sex",
                SexEdit.ID);
        put(
                "11",
                Kind.CODING,
                "the diagnosis does not explain the procedure",
                "the diagnosis pointed at does not support the service",
                MedicalNecessityEdit.ID,
                BillableDiagnosisEdit.ID,
                SeventhCharacterEdit.ID,
                DiagnosisLateralityEdit.ID,
                Excludes1Edit.ID,
                FirstListedEdit.ID);
        put(
                "12",
                Kind.CODING,
                "the diagnosis does not fit the kind of provider",
                "the diagnosis is outside what the specialty treats",
                MedicalNecessityEdit.ID);
        put(
                "16",
                Kind.CODING,
                "something is missing from the claim, or is wrong",
                "the remark codes say what: a code, modifier, diagnosis, number or record",
                BillableDiagnosisEdit.ID,
                SeventhCharacterEdit.ID,
                DiagnosisLateralityEdit.ID,
                Excludes1Edit.ID,
                FirstListedEdit.ID,
                ComponentEdit.ID,
                BilateralEdit.ID,
                LateralityValidator.ID,
                ActiveDateEdit.ID,
                EditionEdit.ID,
                SunsetEdit.ID,
                PlaceOfServiceEdit.ID,
                AddOnEdit.ID,
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "18",
                Kind.CODING,
                "the same service was claimed twice",
                "a line repeats another without the modifier that would tell them apart",
                MueEdit.ID,
                PtpEdit.ID,
                BilateralEdit.ID);
        put("22", Kind.ADMINISTRATIVE, "another payer comes first", "nothing to do with the codes");
        put(
                "24",
                Kind.ADMINISTRATIVE,
                "the service is in a fixed payment per member",
                "nothing to do with the codes");
        put(
                "26",
                Kind.ADMINISTRATIVE,
                "the service was before cover began",
                "nothing to do with the codes");
        put(
                "27",
                Kind.ADMINISTRATIVE,
                "the service was after cover ended",
                "nothing to do with the codes");
        put("29", Kind.ADMINISTRATIVE, "the claim came too late", "nothing to do with the codes");
        put(
                "31",
                Kind.ADMINISTRATIVE,
                "the patient is not known to the payer",
                "nothing to do with the codes");
        put(
                "40",
                Kind.CODING,
                "the service was not an emergency",
                "diagnosis and level do not show the urgency",
                MedicalNecessityEdit.ID,
                PlaceOfServiceEdit.ID);
        put(
                "45",
                Kind.ADMINISTRATIVE,
                "the charge is above the agreed amount",
                "nothing to do with the codes");
        put(
                "49",
                Kind.CODING,
                "a routine or preventive service is not paid with it",
                "a screening was claimed as treatment, or the other way round",
                FirstListedEdit.ID,
                MedicalNecessityEdit.ID,
                PayerPolicyEdit.ID,
                StatusEdit.ID);
        put(
                "50",
                Kind.CODING,
                "the payer does not see the medical need",
                "no diagnosis on the claim is one that the coverage policy names",
                MedicalNecessityEdit.ID,
                PayerPolicyEdit.ID);
        put(
                "54",
                Kind.CODING,
                "assistants or several surgeons are not paid for it",
                "the assistant, co-surgeon or team modifier does not apply",
                AssistantEdit.ID,
                CoSurgeonEdit.ID,
                TeamSurgeryEdit.ID);
        put(
                "55",
                Kind.CODING,
                "the payer holds the service to be unproven",
                "often a Category III code or a software service without a coverage policy",
                SunsetEdit.ID,
                PayerPolicyEdit.ID,
                StatusEdit.ID,
                SoftwareAnalysisValidator.ID);
        put(
                "58",
                Kind.CODING,
                "the place of service is not one for this service",
                "the place of service is wrong, or not valid for the code",
                PlaceOfServiceEdit.ID);
        put(
                "59",
                Kind.CODING,
                "several procedures of one session are paid less or not at all",
                "the order of lines or modifier 51 or 59",
                MultipleProcedureEdit.ID,
                PtpEdit.ID,
                SequentialProcedureEdit.ID,
                MoreExtensiveEdit.ID);
        put(
                "96",
                Kind.CODING,
                "the service is not covered",
                "a code that this payer never pays, or not for this diagnosis",
                MedicalNecessityEdit.ID,
                PayerPolicyEdit.ID,
                StatusEdit.ID,
                SunsetEdit.ID);
        put(
                "97",
                Kind.CODING,
                "the payment of another service includes it",
                "a component was claimed beside the whole, or within a global period",
                PtpEdit.ID,
                MoreExtensiveEdit.ID,
                SeparateProcedureEdit.ID,
                SequentialProcedureEdit.ID,
                DiagnosticEndoscopyEdit.ID,
                GlobalPeriodEdit.ID,
                MultipleProcedureEdit.ID,
                ComponentServiceEdit.ID,
                StatusEdit.ID);
        put(
                "107",
                Kind.CODING,
                "the service that it belongs to is not on the claim",
                "an add-on code stands without its primary",
                AddOnEdit.ID);
        put(
                "109",
                Kind.ADMINISTRATIVE,
                "another payer is responsible",
                "nothing to do with the codes");
        put(
                "112",
                Kind.CODING,
                "the record does not show that the service was given",
                "the documentation of the service is missing",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "119",
                Kind.CODING,
                "the benefit of the period is used up",
                "more than the plan pays for in its period",
                MueEdit.ID,
                PayerPolicyEdit.ID);
        put(
                "140",
                Kind.ADMINISTRATIVE,
                "name and number of the insured do not match",
                "nothing to do with the codes");
        put(
                "146",
                Kind.CODING,
                "the diagnosis was not valid on that date",
                "the diagnosis is of another year, or not complete",
                BillableDiagnosisEdit.ID,
                SeventhCharacterEdit.ID,
                DiagnosisLateralityEdit.ID,
                Excludes1Edit.ID,
                FirstListedEdit.ID,
                ActiveDateEdit.ID,
                EditionEdit.ID);
        put(
                "150",
                Kind.CODING,
                "what was sent does not support the level",
                "the level of the visit or service is above what the note shows",
                Router.CONFIDENCE,
                VISIT_LEVEL,
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "151",
                Kind.CODING,
                "what was sent does not support so many",
                "more units, or more often, than the note shows",
                MueEdit.ID,
                RemoteMonitoringValidator.ID,
                BilateralEdit.ID);
        put(
                "152",
                Kind.CODING,
                "what was sent does not support so long",
                "the time claimed is above what the note states",
                MueEdit.ID,
                RemoteMonitoringValidator.ID);
        put(
                "163",
                Kind.CODING,
                "an attachment named on the claim did not come",
                "the record was not sent",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "167",
                Kind.CODING,
                "the diagnosis is not covered",
                "no covered diagnosis is on the claim",
                MedicalNecessityEdit.ID,
                PayerPolicyEdit.ID,
                BillableDiagnosisEdit.ID,
                SeventhCharacterEdit.ID,
                DiagnosisLateralityEdit.ID,
                Excludes1Edit.ID,
                FirstListedEdit.ID);
        put(
                "170",
                Kind.CODING,
                "this kind of provider is not paid for it",
                "the code is not for that provider",
                PayerPolicyEdit.ID,
                AssistantEdit.ID);
        put(
                "181",
                Kind.CODING,
                "the procedure was not valid on that date",
                "the code is of another year",
                ActiveDateEdit.ID,
                EditionEdit.ID,
                SunsetEdit.ID);
        put(
                "182",
                Kind.CODING,
                "the modifier was not valid on that date",
                "the modifier is of another year",
                EditionEdit.ID,
                ComponentEdit.ID);
        put(
                "185",
                Kind.ADMINISTRATIVE,
                "the rendering provider is not eligible",
                "nothing to do with the codes");
        put(
                "189",
                Kind.CODING,
                "an unlisted code where a listed one exists",
                "a more exact code describes the service",
                Router.ATTRIBUTE,
                Router.CONFIDENCE);
        put("193", Kind.ADMINISTRATIVE, "the earlier decision stands", "the first denial says why");
        put(
                "197",
                Kind.ADMINISTRATIVE,
                "the authorisation or notice is missing",
                "nothing to do with the codes, unless the code billed is not the one authorised");
        put(
                "198",
                Kind.ADMINISTRATIVE,
                "more was done than authorised",
                "nothing to do with the codes, unless the code billed is not the one authorised");
        put(
                "199",
                Kind.CODING,
                "revenue code and procedure do not fit",
                "the claim of the facility names another department than the code",
                PlaceOfServiceEdit.ID);
        put(
                "204",
                Kind.CODING,
                "the plan of the patient does not cover it",
                "a code that this plan never pays",
                MedicalNecessityEdit.ID,
                PayerPolicyEdit.ID,
                StatusEdit.ID,
                SunsetEdit.ID);
        put(
                "206",
                Kind.ADMINISTRATIVE,
                "the provider's number is missing",
                "nothing to do with the codes");
        put(
                "208",
                Kind.ADMINISTRATIVE,
                "the provider's number does not match",
                "nothing to do with the codes");
        put(
                "222",
                Kind.CODING,
                "more units than agreed for the period",
                "more units than the payer takes from one provider in a day or period",
                MueEdit.ID,
                PayerPolicyEdit.ID);
        put(
                "226",
                Kind.CODING,
                "records asked of the provider did not come, or not in time or whole",
                "the documentation was not sent or does not suffice",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "227",
                Kind.ADMINISTRATIVE,
                "information asked of the patient did not come",
                "nothing to do with the codes");
        put(
                "231",
                Kind.CODING,
                "the two procedures exclude each other on one day",
                "two codes that are never performed together",
                PtpEdit.ID,
                MoreExtensiveEdit.ID,
                Excludes1Edit.ID);
        put(
                "234",
                Kind.CODING,
                "the procedure is never paid by itself",
                "a code whose payment is always in another",
                StatusEdit.ID,
                PtpEdit.ID,
                AddOnEdit.ID);
        put(
                "236",
                Kind.CODING,
                "the pair of codes or modifiers is against NCCI",
                "a PTP edit applies and no modifier that bypasses it is supported",
                PtpEdit.ID,
                MueEdit.ID,
                GlobalPeriodEdit.ID);
        put(
                "242",
                Kind.ADMINISTRATIVE,
                "the provider is not in the network",
                "nothing to do with the codes");
        put(
                "246",
                Kind.CODING,
                "the code is for reporting only",
                "a code without payment",
                StatusEdit.ID,
                SunsetEdit.ID);
        put(
                "250",
                Kind.CODING,
                "the attachment is the wrong one",
                "other records were sent than the service needs",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "251",
                Kind.CODING,
                "the attachment is not complete",
                "the documentation of the service is missing in part",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "252",
                Kind.CODING,
                "an attachment is needed",
                "the documentation of the service was not sent",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "253",
                Kind.ADMINISTRATIVE,
                "the sequestration of federal payments",
                "nothing to do with the codes");
        put(
                "256",
                Kind.ADMINISTRATIVE,
                "the managed care contract does not pay it",
                "nothing to do with the codes");
        put(
                "261",
                Kind.CODING,
                "the procedure does not fit the patient's history",
                "a service that was given before, or cannot be given again",
                MueEdit.ID,
                GlobalPeriodEdit.ID);
        put(
                "272",
                Kind.CODING,
                "the coverage guideline is not met",
                "what the coverage policy asks for is not on the claim",
                MedicalNecessityEdit.ID,
                PayerPolicyEdit.ID,
                SoftwareAnalysisValidator.ID);
        put(
                "273",
                Kind.CODING,
                "the coverage guideline is exceeded",
                "more than the coverage policy allows",
                MueEdit.ID,
                PayerPolicyEdit.ID);
        put("288", Kind.ADMINISTRATIVE, "the referral is missing", "nothing to do with the codes");
        put(
                "A1",
                Kind.CODING,
                "the claim was denied; the remark codes say why",
                "the remark codes say what");
        put(
                "B7",
                Kind.ADMINISTRATIVE,
                "the provider was not certified on that date",
                "nothing to do with the codes");
        put(
                "B9",
                Kind.ADMINISTRATIVE,
                "the patient is in a hospice",
                "nothing to do with the codes, unless a modifier would say that it is unrelated");
        put(
                "B12",
                Kind.CODING,
                "the service is not in the patient's record",
                "the documentation of the service is missing",
                TitleValidator.ID,
                SoftwareAnalysisValidator.ID,
                InterpretationValidator.ID,
                RemoteMonitoringValidator.ID,
                Router.ATTRIBUTE);
        put(
                "B13",
                Kind.CODING,
                "it was paid before",
                "a line repeats one of an earlier claim",
                MueEdit.ID,
                GlobalPeriodEdit.ID);
        put(
                "B15",
                Kind.CODING,
                "another service must be there first",
                "an add-on code stands without its primary",
                AddOnEdit.ID);
        put(
                "B16",
                Kind.CODING,
                "the patient was not new",
                "a new patient code for an established patient",
                VISIT_FAMILY,
                Router.CONFIDENCE);
        put(
                "B20",
                Kind.ADMINISTRATIVE,
                "another provider gave the service",
                "nothing to do with the codes");
        REMARKS.put("M15", "separate services were billed that are one");
        REMARKS.put("M20", "a HCPCS code is missing or not valid");
        REMARKS.put("M25", "the level of service is not supported");
        REMARKS.put("M44", "a condition code is missing");
        REMARKS.put("M51", "a procedure code is missing or not valid");
        REMARKS.put("M53", "the units or days are missing or not valid");
        REMARKS.put("M62", "the authorisation number is missing");
        REMARKS.put("M64", "another diagnosis is missing or not valid");
        REMARKS.put("M76", "a diagnosis is missing or not valid");
        REMARKS.put("M77", "the place of service is missing or not valid");
        REMARKS.put("M79", "the charge is missing");
        REMARKS.put("M80", "it is not paid in the same session as another service");
        REMARKS.put("M86", "the same or a similar service was paid within the period");
        REMARKS.put("M97", "it is not paid to a practitioner in that place");
        REMARKS.put("M119", "the national drug code is missing or not valid");
        REMARKS.put("M127", "the medical record is missing");
        REMARKS.put("MA04", "the first payer's decision is missing");
        REMARKS.put("MA63", "the first-listed diagnosis is missing or not valid");
        REMARKS.put("MA66", "the principal procedure is missing or not valid");
        REMARKS.put("MA130", "the claim cannot be processed and must be sent anew");
        REMARKS.put("N4", "the other payer's statement is missing");
        REMARKS.put("N19", "the procedure is incidental to the main one");
        REMARKS.put("N20", "it is not paid with another service of that day");
        REMARKS.put("N29", "documentation is missing");
        REMARKS.put("N56", "the procedure code is not right for the service or the date");
        REMARKS.put("N95", "this kind of provider may not bill it");
        REMARKS.put("N102", "no records came within the time given");
        REMARKS.put("N115", "a local coverage determination decided");
        REMARKS.put("N130", "the plan's benefit documents say what is covered");
        REMARKS.put("N179", "information was asked of the patient");
        REMARKS.put("N180", "it does not meet the criteria of the category billed");
        REMARKS.put("N205", "what was sent cannot be read");
        REMARKS.put("N286", "the referring provider's number is missing or not valid");
        REMARKS.put("N290", "the rendering provider's number is missing or not valid");
        REMARKS.put("N362", "the units exceed the acceptable most");
        REMARKS.put("N386", "a national coverage determination decided");
        REMARKS.put("N390", "it cannot be billed apart");
        REMARKS.put("N425", "the law excludes it");
        REMARKS.put("N428", "it is not covered in that place");
        REMARKS.put("N429", "it is not covered as a routine service");
        REMARKS.put("N435", "it is more often than the records support");
        REMARKS.put("N519", "the modifiers do not go together");
        REMARKS.put("N522", "it repeats another claim");
        REMARKS.put("N569", "it is not covered for the diagnosis");
        REMARKS.put("N640", "it is more often than approved");
        REMARKS.put("N657", "it must be billed with another code");
        REMARKS.put("N674", "it is not covered without the service before it");
        REMARKS.put("N706", "documentation is missing");
        REMARKS.put("N822", "a modifier is missing");
        REMARKS.put("N823", "a modifier is not complete or not valid");
    }
}
