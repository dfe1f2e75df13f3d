package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.note.ClaimType;
import dev.superbill.note.Fact;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything loaded that is known of codes: our own table and edits, the operator's official
/// files, and the editions that they come from. Where both speak of a code on a date, the official
/// file goes before, and our words stay unless licensed ones are loaded.
///
/// @param table our own codes
/// @param ownReleases the editions of it
/// @param official the official files, those that ship with the table included
/// @param supplement what we add to both
public record CodeSets(
        CodeTable table,
        List<CodeSetRelease> ownReleases,
        OfficialFiles official,
        Supplement supplement) {
    /// The name that the NCCI edits have among the releases.
    public static final String NCCI = "NCCI";

    /// Copies.
    public CodeSets {
        ownReleases = List.copyOf(ownReleases);
    }

    /// The same table with other official files.
    public CodeSets with(OfficialFiles files) {
        return new CodeSets(table, ownReleases, files, supplement);
    }

    /// Every edition loaded, by kind of file; the operator's go before our own.
    public List<CodeSetRelease> releases() {
        return inOrder(all());
    }

    private Stream<CodeSetRelease> all() {
        return Stream.concat(official.releases().stream(), ownReleases.stream());
    }

    private static List<CodeSetRelease> inOrder(Stream<CodeSetRelease> releases) {
        return releases.sorted(Comparator.comparing(release -> SourceKind.labelled(release.name())))
                .toList();
    }

    /// The edition of a code system that covers the service date.
    public Optional<CodeSetRelease> release(CodeSystem system, LocalDate serviceDate) {
        return release(system.label(), serviceDate);
    }

    /// The edition of the named code set or edit file that covers the service date.
    public Optional<CodeSetRelease> release(String name, LocalDate serviceDate) {
        return first(official.releases(), name, serviceDate)
                .or(() -> first(ownReleases, name, serviceDate));
    }

    private static Optional<CodeSetRelease> first(
            List<CodeSetRelease> releases, String name, LocalDate serviceDate) {
        for (var release : releases) {
            if (release.name().equals(name) && release.covers(serviceDate)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }

    /// The editions that cover the service date.
    public List<CodeSetRelease> on(LocalDate serviceDate) {
        return inOrder(all().filter(release -> release.covers(serviceDate)));
    }

    /// What is known of a code in any edition, as it stands on the service date.
    public Optional<CodeEntry> describe(Code code, LocalDate serviceDate) {
        var mine = table.find(code);
        var listing = official.listing(code);
        if (listing.isEmpty()) {
            boolean judged =
                    official.release(OfficialFiles.kind(code.system()), serviceDate).isPresent();
            return mine.map(entry -> judged ? ended(entry, serviceDate) : entry)
                    .map(entry -> paid(entry, serviceDate))
                    .map(entry -> classed(entry, serviceDate));
        }
        var entry =
                mine.orElseGet(() ->
                        CodeEntry.known(code, "", CodeEntry.ALWAYS_FROM, CodeEntry.ALWAYS_TO));
        return Optional.of(
                classed(paid(listed(entry, listing, serviceDate), serviceDate), serviceDate));
    }

    /// The edition of Appendix S is that of the service date.
    private CodeEntry classed(CodeEntry entry, LocalDate serviceDate) {
        return switch (entry.appendixS()) {
            case Fact.Unknown<AppendixSEntry> _ -> entry;
            case Fact.Known<AppendixSEntry>(var told) ->
                    entry.classed(told.in(supplement.appendixS(serviceDate)));
        };
    }

    /// What is known of a code that is active on the service date.
    public Optional<CodeEntry> find(Code code, LocalDate serviceDate) {
        return describe(code, serviceDate).filter(entry -> entry.activeOn(serviceDate));
    }

    /// Whether a code may be reported on a service date, without making an entry.
    public Standing standing(Code code, LocalDate serviceDate) {
        var kind = OfficialFiles.kind(code.system());
        if (official.release(kind, serviceDate).isPresent()) {
            return official.standing(code, serviceDate);
        }
        int row = table.row(code);
        if (row == CodeTable.NO_ROW) {
            return table.below(code, 1).isEmpty() ? Standing.UNKNOWN : Standing.HEADER;
        }
        return table.activeOn(row, serviceDate) ? Standing.ACTIVE : Standing.INACTIVE;
    }

    /// The diagnoses below a header that may be reported, in the order of their codes.
    ///
    /// @param most how many are wanted
    public List<Code> billableBelow(Code.Icd10 header, LocalDate serviceDate, int most) {
        return official.release(SourceKind.ICD_10_CM, serviceDate).isPresent()
                ? official.billableBelow(header, serviceDate, most)
                : table.below(header, most);
    }

    /// The edition that lists the codes of a system on a date: an official file, or our own table.
    public Optional<CodeSetRelease> listing(CodeSystem system, LocalDate serviceDate) {
        return official.release(OfficialFiles.kind(system), serviceDate)
                .or(() -> release(system, serviceDate));
    }

    /// What payers say of a code on a date, what weighs most first: what the operator loaded before
    /// what ships, the payer's own before that of every payer, the code itself before a part of it.
    ///
    /// @param payer the payer's short name; where it is unknown, only what holds for every payer
    public List<PolicyMatch> policies(Code code, Fact<String> payer, LocalDate serviceDate) {
        return official.policies(code, serviceDate).stream()
                .filter(match -> match.policy().binds(payer))
                .sorted(
                        Comparator.comparing(PolicyMatch::origin, Comparator.reverseOrder())
                                .thenComparing(
                                        match -> match.policy().payer().equals(PayerPolicy.EVERY))
                                .thenComparing(
                                        match -> match.policy().closeness(code),
                                        Comparator.reverseOrder()))
                .toList();
    }

    /// Whether a code may be reported.
    public enum Standing {
        ACTIVE,
        /// It is known, but not on this date.
        INACTIVE,
        /// It heads the codes that may be reported.
        HEADER,
        /// Nothing loaded lists it.
        UNKNOWN
    }

    /// An edition that lists the codes of this date does not list it.
    private static CodeEntry ended(CodeEntry entry, LocalDate serviceDate) {
        return entry.activeOn(serviceDate)
                ? entry.dated(CodeEntry.ALWAYS_FROM, serviceDate.minusDays(1), entry.billing())
                : entry;
    }

    private CodeEntry listed(CodeEntry entry, List<CodeSetRelease> listing, LocalDate serviceDate) {
        var from = listing.getFirst().effectiveFrom();
        var to = listing.getLast().effectiveTo();
        boolean latest = !official.beginsAfter(OfficialFiles.kind(entry.code().system()), to);
        var until = latest ? later(entry.activeTo(), to) : to;
        var since = from.isBefore(entry.activeFrom()) ? from : entry.activeFrom();
        return switch (entry.code()) {
            case Code.Cpt cpt ->
                    official.cpt(cpt, nearest(listing, serviceDate))
                            .map(told -> words(entry, told))
                            .orElse(entry)
                            .dated(since, until, Billing.BILLABLE);
            case Code.Hcpcs hcpcs ->
                    official.hcpcs(hcpcs, nearest(listing, serviceDate))
                            .map(told ->
                                    words(entry, told)
                                            .dated(
                                                    told.added(),
                                                    told.terminated(),
                                                    Billing.BILLABLE))
                            .orElse(entry);
            case Code.Icd10 icd10 ->
                    official.diagnosis(icd10, nearest(listing, serviceDate))
                            .map(told -> words(entry, told).dated(since, until, told.billing()))
                            .orElse(entry);
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// The service date, or the nearest date on which the code is listed.
    private static LocalDate nearest(List<CodeSetRelease> listing, LocalDate serviceDate) {
        LocalDate before = listing.getFirst().effectiveFrom();
        for (var release : listing) {
            if (release.covers(serviceDate)) {
                return serviceDate;
            }
            if (release.effectiveTo().isBefore(serviceDate)) {
                before = release.effectiveTo();
            }
        }
        return before;
    }

    private static CodeEntry words(CodeEntry entry, OfficialRow.Cpt told) {
        var licensed =
                Stream.of(told.longText(), told.mediumText(), told.consumerText(), told.shortText())
                        .filter(text -> !text.isEmpty())
                        .findFirst();
        return licensed.map(entry::described).orElse(entry);
    }

    private static CodeEntry words(CodeEntry entry, OfficialRow.Hcpcs told) {
        var text = told.longText().isEmpty() ? told.shortText() : told.longText();
        return text.isEmpty() || !entry.description().isEmpty() ? entry : entry.described(text);
    }

    private static CodeEntry words(CodeEntry entry, OfficialRow.Icd10 told) {
        return entry.description().isEmpty() ? entry.described(told.longText()) : entry;
    }

    private CodeEntry paid(CodeEntry entry, LocalDate serviceDate) {
        if (entry.code().system() == CodeSystem.ICD_10_CM) {
            return entry;
        }
        return entry.paid(
                official.addOn(entry.code(), serviceDate).orElse(entry.addOn()),
                official.fees(entry.code(), serviceDate)
                        .map(FeeSchedule::indicators)
                        .orElse(entry.fees()),
                official.mue(SourceKind.MUE_PRACTITIONER, entry.code(), serviceDate)
                        .map(match -> Fact.known(match.limit()))
                        .orElse(entry.mue()));
    }

    /// The edit that applies to two codes reported together on a service date, column 1 first.
    public Optional<PtpMatch> ptp(
            Code column1, Code column2, ClaimType claimType, LocalDate serviceDate) {
        return official.ptp(pairs(claimType), column1, column2, serviceDate);
    }

    /// Every edit that joins two of the codes, ordered by their places.
    public List<PtpConflict> ptpAmong(
            List<Code> codes, ClaimType claimType, LocalDate serviceDate) {
        return official.ptpAmong(pairs(claimType), codes, serviceDate);
    }

    /// Whether the operator loaded the edits of the date, which stand in for our sample of them.
    public boolean operatorEdits(ClaimType claimType, LocalDate serviceDate) {
        return official.operatorLoaded(pairs(claimType), serviceDate);
    }

    private static SourceKind pairs(ClaimType claimType) {
        return switch (claimType) {
            case PROFESSIONAL -> SourceKind.PTP_PRACTITIONER;
            case FACILITY -> SourceKind.PTP_HOSPITAL;
        };
    }
}
