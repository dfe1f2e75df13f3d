package dev.superbill.analytics;

import dev.superbill.code.Code;
import dev.superbill.code.CodeSystem;
import dev.superbill.workqueue.CaseLine;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How often Category III codes (four digits and T) are suggested and billed: the utilisation that
/// an application for a Category I code, or a registry, asks for.
///
/// @param rows by month, code and payer
public record CategoryThreeExport(List<Row> rows) {
    /// Copies.
    public CategoryThreeExport {
        rows = List.copyOf(rows);
    }

    /// A code in a month with a payer.
    ///
    /// @param month of the service date
    /// @param payer empty where it was not told
    /// @param workClass the Appendix S class; empty where it is no AI-enabled service
    /// @param suggested answers that suggest it
    /// @param waiting of the cases, those not signed yet
    /// @param billed signed cases with it on the claim, suggested or added
    /// @param units units billed
    /// @param notBilled signed cases that suggested it and do not bill it
    /// @param denied billed cases with a denial of it or of the whole claim
    public record Row(
            YearMonth month,
            String code,
            String payer,
            String workClass,
            int suggested,
            int waiting,
            int billed,
            long units,
            int notBilled,
            int denied) {}

    /// One code of one case.
    private record Use(
            YearMonth month,
            String code,
            String payer,
            String workClass,
            int suggested,
            int waiting,
            int billed,
            int units,
            int denied) {}

    /// Counts.
    ///
    /// @param cases in any order
    public static CategoryThreeExport of(List<CodingCase> cases) {
        var uses = new ArrayList<Use>();
        cases.forEach(coding -> addUses(coding, uses));
        return new CategoryThreeExport(
                Groups.by(uses, use -> use.month() + " " + use.code() + ' ' + use.payer())
                        .values()
                        .stream()
                        .map(CategoryThreeExport::row)
                        .sorted(
                                Comparator.comparing(Row::month)
                                        .thenComparing(Row::code)
                                        .thenComparing(Row::payer))
                        .toList());
    }

    private static boolean categoryThree(Code code) {
        return code.system() == CodeSystem.CPT && code.value().endsWith("T");
    }

    private static void addUses(CodingCase coding, List<Use> uses) {
        boolean signed = coding.status() == CaseStatus.SIGNED;
        var suggested = coding.answer().lines();
        var billed = signed ? coding.billed() : List.<CaseLine>of();
        var codes = new ArrayList<Code>();
        suggested.forEach(line -> codes.add(line.code()));
        billed.forEach(line -> codes.add(line.chosen().code()));
        for (var code :
                codes.stream().filter(CategoryThreeExport::categoryThree).distinct().toList()) {
            var lines = suggested.stream().filter(line -> line.code().equals(code)).toList();
            var units =
                    billed.stream()
                            .filter(line -> line.chosen().code().equals(code))
                            .mapToInt(line -> line.chosen().units())
                            .sum();
            boolean denied =
                    units > 0
                            && coding.denials().stream()
                                    .anyMatch(denial ->
                                            denial.lines().isEmpty()
                                                    || denial.lines().contains(code));
            uses.add(
                    new Use(
                            YearMonth.from(coding.answer().serviceDate()),
                            code.value(),
                            coding.answer().payer(),
                            lines.isEmpty() ? "" : lines.getFirst().workClass(),
                            lines.isEmpty() ? 0 : 1,
                            signed ? 0 : 1,
                            units > 0 ? 1 : 0,
                            units,
                            denied ? 1 : 0));
        }
    }

    private static Row row(List<Use> uses) {
        var first = uses.getFirst();
        int suggested = uses.stream().mapToInt(Use::suggested).sum();
        int waiting = uses.stream().mapToInt(Use::waiting).sum();
        int billed = uses.stream().mapToInt(Use::billed).sum();
        return new Row(
                first.month(),
                first.code(),
                first.payer(),
                uses.stream().map(Use::workClass).max(Comparator.naturalOrder()).orElse(""),
                suggested,
                waiting,
                billed,
                uses.stream().mapToLong(Use::units).sum(),
                (int) uses.stream().filter(use -> use.waiting() == 0 && use.billed() == 0).count(),
                uses.stream().mapToInt(Use::denied).sum());
    }
}
