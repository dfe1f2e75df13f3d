package dev.superbill.rule.ncci;

import dev.superbill.codeset.AddOn;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.CodeSets;
import dev.superbill.codeset.Designation;
import dev.superbill.codeset.MueLimit;
import dev.superbill.rule.Claim;
import dev.superbill.rule.ClaimLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The principles of the NCCI manual by which one procedure includes another, strongest first. They
/// hold for pairs that no edit lists; each pair falls under one of them at most.
///
/// Source: CMS, Medicare NCCI Policy Manual, chapter I, sections C, J, L and M, effective
/// 2026-01-01.
enum Principle {
    /// A scope to look with is part of every procedure of its family through that scope.
    DIAGNOSTIC_ENDOSCOPY,
    /// Of a procedure that began through a scope and ended open, only the latter is reported.
    SEQUENTIAL,
    /// Of two procedures that a coder chooses between, the lesser is part of the greater.
    MORE_EXTENSIVE,
    /// A separate procedure is part of any other in its region.
    SEPARATE_PROCEDURE;

    private static final Principle[] ALL = values();

    /// A line that a principle takes off the claim for the sake of another.
    record Included(ClaimLine line, ClaimLine in) {}

    /// The lines that this principle takes off a claim.
    List<Included> on(Claim claim, CodeSets codeSets) {
        var found = new ArrayList<Included>();
        for (var line : claim.lines()) {
            for (var other : claim.lines()) {
                if (of(line, other, claim, codeSets).filter(this::equals).isPresent()) {
                    found.add(new Included(line, other));
                }
            }
        }
        return found;
    }

    /// Whether CMS's own edits of the quarter are loaded for the claim: of a pair that they do not
    /// list, that says that it may stand together.
    static boolean editsLoaded(Claim claim, CodeSets codeSets) {
        return codeSets.operatorEdits(
                claim.encounter().claimType(), claim.encounter().serviceDate());
    }

    private static Optional<Principle> of(
            ClaimLine line, ClaimLine in, Claim claim, CodeSets codeSets) {
        for (var principle : ALL) {
            if (principle.includes(line.entry(), in.entry())) {
                return listed(line, in, claim, codeSets) || PtpModifiers.setApart(line, in, claim)
                        ? Optional.empty()
                        : Optional.of(principle);
            }
            if (principle.includes(in.entry(), line.entry())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean listed(ClaimLine one, ClaimLine other, Claim claim, CodeSets codeSets) {
        var type = claim.encounter().claimType();
        var serviceDate = claim.encounter().serviceDate();
        var first = one.entry().code();
        var second = other.entry().code();
        return codeSets.ptp(first, second, type, serviceDate).isPresent()
                || codeSets.ptp(second, first, type, serviceDate).isPresent();
    }

    private boolean includes(CodeEntry entry, CodeEntry in) {
        if (entry.code().equals(in.code()) || isAddOn(entry) || isAddOn(in)) {
            return false;
        }
        return switch (this) {
            case DIAGNOSTIC_ENDOSCOPY -> in.fees().endoscopicBase().equals(entry.code().value());
            case SEQUENTIAL ->
                    siblings(entry, in)
                            && Approach.of(entry.code()) == Approach.SCOPE
                            && Approach.of(in.code()) == Approach.OPEN;
            case MORE_EXTENSIVE ->
                    siblings(entry, in)
                            && sameRegion(entry, in)
                            && Approach.of(entry.code()) == Approach.OPEN
                            && Approach.of(in.code()) == Approach.OPEN
                            && once(entry)
                            && once(in)
                            && entry.fees().workRvu() < in.fees().workRvu();
            case SEPARATE_PROCEDURE ->
                    entry.designation() == Designation.SEPARATE_PROCEDURE
                            && sameRegion(entry, in)
                            && (in.designation() == Designation.NONE || lesser(entry, in));
        };
    }

    private static boolean isAddOn(CodeEntry entry) {
        return !(entry.addOn() instanceof AddOn.No);
    }

    static boolean siblings(CodeEntry entry, CodeEntry other) {
        return !entry.group().isEmpty() && entry.group().equals(other.group());
    }

    private static boolean sameRegion(CodeEntry entry, CodeEntry other) {
        var region = AnatomicRegion.of(entry.code());
        return region.isPresent() && region.equals(AnatomicRegion.of(other.code()));
    }

    /// Whether the code is of one site: several units a day may be of several.
    private static boolean once(CodeEntry entry) {
        return entry.mue().told().map(MueLimit::units).orElse(1) <= 1;
    }

    private static boolean lesser(CodeEntry entry, CodeEntry other) {
        int work = entry.fees().workRvu();
        int otherWork = other.fees().workRvu();
        return work < otherWork || (work == otherWork && entry.code().compareTo(other.code()) < 0);
    }
}
