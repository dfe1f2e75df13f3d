package dev.superbill.rule;

import dev.superbill.codeset.CodeSets;
import dev.superbill.rule.documentation.InterpretationValidator;
import dev.superbill.rule.documentation.LateralityValidator;
import dev.superbill.rule.documentation.SoftwareAnalysisValidator;
import dev.superbill.rule.encounter.EditionEdit;
import dev.superbill.rule.encounter.SunsetEdit;
import dev.superbill.rule.ncci.AddOnEdit;
import dev.superbill.rule.ncci.MueEdit;
import dev.superbill.rule.ncci.PtpEdit;
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
                        new MueEdit(),
                        new AddOnEdit(),
                        new LateralityValidator(),
                        new SoftwareAnalysisValidator(),
                        new InterpretationValidator()));
    }

    /// What the rules have to say of a claim.
    public List<Finding> check(Claim claim) {
        return rules.stream().flatMap(rule -> rule.check(claim).stream()).toList();
    }
}
