package dev.superbill.codeset;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything loaded that is known of codes: the table, the edits, and the editions they come from.
///
/// @param table the codes
/// @param ptp the NCCI procedure-to-procedure pairs
/// @param releases the editions loaded
public record CodeSets(CodeTable table, PtpTable ptp, List<CodeSetRelease> releases) {
    /// The name that the NCCI edits have among the releases.
    public static final String NCCI = "NCCI";

    /// Copies.
    public CodeSets {
        releases = List.copyOf(releases);
    }

    /// What is known of a code, whenever it is or was active.
    public Optional<CodeEntry> find(Code code) {
        return table.find(code);
    }

    /// What is known of a code that is active on the service date.
    public Optional<CodeEntry> find(Code code, LocalDate serviceDate) {
        return find(code).filter(entry -> entry.activeOn(serviceDate));
    }

    /// The edition of a code system that covers the service date.
    public Optional<CodeSetRelease> release(CodeSystem system, LocalDate serviceDate) {
        return release(system.label(), serviceDate);
    }

    /// The edition of the named code set or edit file that covers the service date.
    public Optional<CodeSetRelease> release(String name, LocalDate serviceDate) {
        return releases.stream()
                .filter(release -> release.name().equals(name) && release.covers(serviceDate))
                .findFirst();
    }

    /// The editions that cover the service date.
    public List<CodeSetRelease> on(LocalDate serviceDate) {
        return releases.stream().filter(release -> release.covers(serviceDate)).toList();
    }

    /// The NCCI edit that applies to two codes reported together on a service date, column 1 first.
    public Optional<PtpPair> ptp(Code column1, Code column2, LocalDate serviceDate) {
        int first = table.row(column1);
        int second = table.row(column2);
        if (first == CodeTable.NO_ROW || second == CodeTable.NO_ROW) {
            return Optional.empty();
        }
        return ptp.find(first, second).filter(pair -> pair.appliesOn(serviceDate));
    }
}
