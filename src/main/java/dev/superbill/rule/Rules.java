package dev.superbill.rule;

import dev.superbill.codeset.CodeSets;
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
import dev.superbill.rule.taxonomy.ConcurrentStudyEdit;
import dev.superbill.rule.taxonomy.MissedServiceDetector;
import dev.superbill.rule.taxonomy.UnattendedServiceGuide;
import java.util.ArrayList;
import java.util.List;

/// The rules, in the order in which they report.
public final class Rules {
    /// The id of the finding that a claim without a note gives.
    public static final String UNDOCUMENTED = "documentation";

    private final List<Rule> rules;
    private final List<Rule> noteRules;

    /// @param rules the rules to check a claim with
    /// @param noteRules those that judge the note, so that a claim without one cannot break them
    public Rules(List<Rule> rules, List<Rule> noteRules) {
        this.rules = List.copyOf(rules);
        this.noteRules = List.copyOf(noteRules);
    }

    /// Every rule of the product.
    public static Rules standard(CodeSets codeSets) {
        return new Rules(claimRules(codeSets), noteRules(codeSets));
    }

    private static List<Rule> claimRules(CodeSets codeSets) {
        return List.of(
                new EditionEdit(codeSets),
                new ActiveDateEdit(codeSets),
                new SunsetEdit(),
                new AgeEdit(codeSets),
                new SexEdit(codeSets),
                new PlaceOfServiceEdit(codeSets),
                new BillableDiagnosisEdit(codeSets),
                new SeventhCharacterEdit(codeSets),
                new DiagnosisLateralityEdit(codeSets),
                new Excludes1Edit(codeSets),
                new FirstListedEdit(codeSets),
                new MedicalNecessityEdit(codeSets),
                new PayerPolicyEdit(codeSets),
                new PtpEdit(codeSets),
                new MueEdit(codeSets),
                new AddOnEdit(codeSets),
                new DiagnosticEndoscopyEdit(codeSets),
                new SequentialProcedureEdit(codeSets),
                new MoreExtensiveEdit(codeSets),
                new SeparateProcedureEdit(codeSets),
                new GlobalPeriodEdit(codeSets),
                new ComponentEdit(),
                new BilateralEdit(),
                new MultipleProcedureEdit(codeSets),
                new AssistantEdit(),
                new CoSurgeonEdit(),
                new TeamSurgeryEdit(),
                new StatusEdit(),
                new ComponentServiceEdit(codeSets));
    }

    private static List<Rule> noteRules(CodeSets codeSets) {
        return List.of(
                new LateralityValidator(),
                new TitleValidator(),
                new SoftwareAnalysisValidator(codeSets),
                new InterpretationValidator(),
                new RemoteMonitoringValidator(),
                new ConcurrentStudyEdit(codeSets),
                new MissedServiceDetector(codeSets),
                new UnattendedServiceGuide(codeSets));
    }

    /// What the rules have to say of a claim.
    public List<Finding> check(Claim claim) {
        var findings = new ArrayList<Finding>();
        rules.forEach(rule -> findings.addAll(rule.check(claim)));
        if (claim.documented()) {
            noteRules.forEach(rule -> findings.addAll(rule.check(claim)));
        } else {
            findings.add(
                    Finding.onClaim(
                            UNDOCUMENTED,
                            Severity.INFO,
                            "documentation was not checked: no note was sent",
                            "Superbill, interface of claims",
                            "send the note with the claim"));
        }
        return List.copyOf(findings);
    }
}
