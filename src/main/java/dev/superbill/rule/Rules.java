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
import dev.superbill.rule.encounter.ActiveDateEdit;
import dev.superbill.rule.encounter.AgeEdit;
import dev.superbill.rule.encounter.EditionEdit;
import dev.superbill.rule.encounter.PlaceOfServiceEdit;
import dev.superbill.rule.encounter.SexEdit;
import dev.superbill.rule.encounter.SunsetEdit;
import dev.superbill.rule.ncci.AddOnEdit;
import dev.superbill.rule.ncci.MueEdit;
import dev.superbill.rule.ncci.PtpEdit;
import dev.superbill.rule.taxonomy.ComponentServiceEdit;
import dev.superbill.rule.taxonomy.ConcurrentStudyEdit;
import dev.superbill.rule.taxonomy.MissedServiceDetector;
import dev.superbill.rule.taxonomy.UnattendedServiceGuide;
import java.util.List;

/// The rules, in the order in which they report.
public final class Rules {
    private final List<Rule> rules;

    /// @param rules the rules to check a claim with
    public Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Every rule of the product.
    public static Rules standard(CodeSets codeSets) {
        return new Rules(
                List.of(
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
                        new MueEdit(),
                        new AddOnEdit(),
                        new LateralityValidator(),
                        new SoftwareAnalysisValidator(codeSets),
                        new InterpretationValidator(),
                        new RemoteMonitoringValidator(),
                        new ConcurrentStudyEdit(codeSets),
                        new ComponentServiceEdit(codeSets),
                        new MissedServiceDetector(codeSets),
                        new UnattendedServiceGuide(codeSets)));
    }

    /// What the rules have to say of a claim.
    public List<Finding> check(Claim claim) {
        return rules.stream().flatMap(rule -> rule.check(claim).stream()).toList();
    }
}
