package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.note.Fact;
import java.time.LocalDate;
import java.util.List;

/// What the loaded code sets say of a code.
///
/// @param code the code
/// @param description in our own words
/// @param group the sibling family that a coder chooses in, such as `cholecystectomy`; may be empty
/// @param serviceFamily the CMS RBCS service family, or subcategory where there is none; may be
///   empty
/// @param activeFrom the first service date
/// @param activeTo the last service date
/// @param successors what replaces it
/// @param predecessors what it replaced
/// @param addOn whether it is an add-on, and to what
/// @param fees the fee schedule's indicators
/// @param mue the medically unlikely edit, where one is published
/// @param appendixS the Appendix S class of an AI-enabled service
/// @param interpretation whether a separate signed interpretation and report is part of it
/// @param side the side that the code itself names
/// @param remark what is uncertain about the entry, for a reviewer; may be empty
/// @param billing whether a diagnosis may be reported or only heads those that may
/// @param designation what CPT designates the procedure as
public record CodeEntry(
        Code code,
        String description,
        String group,
        String serviceFamily,
        LocalDate activeFrom,
        LocalDate activeTo,
        List<Code> successors,
        List<Code> predecessors,
        AddOn addOn,
        FeeIndicators fees,
        Fact<MueLimit> mue,
        Fact<AppendixSEntry> appendixS,
        Interpretation interpretation,
        Side side,
        String remark,
        Billing billing,
        Designation designation) {
    /// The first service date of a code whose own is not recorded: before every edition.
    public static final LocalDate ALWAYS_FROM = LocalDate.of(2000, 1, 1);

    /// The last service date of a code that nothing ends.
    public static final LocalDate ALWAYS_TO = LocalDate.of(9999, 12, 31);

    /// Copies.
    public CodeEntry {
        successors = List.copyOf(successors);
        predecessors = List.copyOf(predecessors);
    }

    /// An entry of which only the code and its description are known.
    public static CodeEntry known(
            Code code, String description, LocalDate activeFrom, LocalDate activeTo) {
        return new CodeEntry(
                code,
                description,
                "",
                "",
                activeFrom,
                activeTo,
                List.of(),
                List.of(),
                new AddOn.No(),
                FeeIndicators.UNLISTED,
                Fact.unknown(),
                Fact.unknown(),
                Interpretation.NOT_REQUIRED,
                Side.NOT_SIDED,
                "",
                Billing.BILLABLE,
                Designation.NONE);
    }

    /// The entry with other words for it.
    CodeEntry described(String words) {
        return new CodeEntry(
                code,
                words,
                group,
                serviceFamily,
                activeFrom,
                activeTo,
                successors,
                predecessors,
                addOn,
                fees,
                mue,
                appendixS,
                interpretation,
                side,
                remark,
                billing,
                designation);
    }

    /// The entry with other service dates and billing.
    CodeEntry dated(LocalDate from, LocalDate to, Billing told) {
        return new CodeEntry(
                code,
                description,
                group,
                serviceFamily,
                from,
                to,
                successors,
                predecessors,
                addOn,
                fees,
                mue,
                appendixS,
                interpretation,
                side,
                remark,
                told,
                designation);
    }

    /// The entry with what official files say of payment.
    CodeEntry paid(AddOn officialAddOn, FeeIndicators officialFees, Fact<MueLimit> officialMue) {
        return new CodeEntry(
                code,
                description,
                group,
                serviceFamily,
                activeFrom,
                activeTo,
                successors,
                predecessors,
                officialAddOn,
                officialFees,
                officialMue,
                appendixS,
                interpretation,
                side,
                remark,
                billing,
                designation);
    }

    /// The entry with another place in Appendix S.
    CodeEntry classed(AppendixSEntry told) {
        return new CodeEntry(
                code,
                description,
                group,
                serviceFamily,
                activeFrom,
                activeTo,
                successors,
                predecessors,
                addOn,
                fees,
                mue,
                Fact.known(told),
                interpretation,
                side,
                remark,
                billing,
                designation);
    }

    /// Whether the code may be reported for a service on that date.
    public boolean activeOn(LocalDate serviceDate) {
        return !serviceDate.isBefore(activeFrom) && !serviceDate.isAfter(activeTo);
    }
}
