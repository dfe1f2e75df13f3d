package dev.superbill.rule;

import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.documentation.InterpretationValidator;
import dev.superbill.rule.documentation.LateralityValidator;
import dev.superbill.rule.documentation.SoftwareAnalysisValidator;
import dev.superbill.rule.encounter.EditionEdit;
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
                        new SunsetEdit(),
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
                        new LateralityValidator(),
                        new SoftwareAnalysisValidator(),
                        new InterpretationValidator()));
    }

    /// What the rules have to say of a claim.
    public List<Finding> check(Claim claim) {
        return rules.stream().flatMap(rule -> rule.check(claim).stream()).toList();
    }
}
