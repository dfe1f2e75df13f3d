package dev.superbill.analytics;

import dev.superbill.rule.documentation.SoftwareAnalysisValidator;
import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The AI-enabled services seen in notes: what software a clinic's notes rest on, and how well they
/// say so.
///
/// @param services by class, then code
public record SoftwareInventory(List<Service> services) {
    private static final Set<String> ABOUT_SOFTWARE =
            Set.of(SoftwareAnalysisValidator.ID, SoftwareAnalysisValidator.UNGRADABLE);

    /// Copies.
    public SoftwareInventory {
        services = List.copyOf(services);
    }

    /// A service.
    ///
    /// @param code its code
    /// @param workClass its Appendix S class: assistive, augmentative or autonomous
    /// @param firstSeen the first service date
    /// @param lastSeen the last service date
    /// @param notes how many notes, each once however often it was answered
    /// @param billed signed cases with the code on the claim, of those signed
    /// @param undocumented answers where input, process or output was found lacking, of all answers
    public record Service(
            String code,
            String workClass,
            LocalDate firstSeen,
            LocalDate lastSeen,
            int notes,
            Share billed,
            Share undocumented) {}

    private record Seen(CodingCase coding, Answer.Line line) {
        boolean signed() {
            return coding.status() == CaseStatus.SIGNED;
        }

        boolean billed() {
            return coding.billed().stream()
                    .anyMatch(billed -> billed.chosen().code().equals(line.code()));
        }

        boolean undocumented() {
            return line.findings().stream()
                    .anyMatch(finding ->
                            ABOUT_SOFTWARE.contains(finding.rule())
                                    && !finding.severity().equals("info"));
        }
    }

    /// Takes stock.
    ///
    /// @param cases in any order
    public static SoftwareInventory of(List<CodingCase> cases) {
        var seen =
                cases.stream()
                        .flatMap(coding ->
                                coding.answer().lines().stream()
                                        .filter(line -> !line.workClass().isEmpty())
                                        .map(line -> new Seen(coding, line)))
                        .toList();
        return new SoftwareInventory(
                Groups.by(seen, one -> one.line().workClass() + ' ' + one.line().code().value())
                        .values()
                        .stream()
                        .map(SoftwareInventory::service)
                        .sorted(
                                Comparator.comparing(Service::workClass)
                                        .thenComparing(Service::code))
                        .toList());
    }

    private static Service service(List<Seen> seen) {
        var dates = seen.stream().map(one -> one.coding().answer().serviceDate()).sorted().toList();
        var line = seen.getFirst().line();
        return new Service(
                line.code().value(),
                line.workClass(),
                dates.getFirst(),
                dates.getLast(),
                (int)
                        seen.stream()
                                .map(one -> one.coding().answer().noteSha256())
                                .distinct()
                                .count(),
                Share.of(seen.stream().filter(Seen::signed).toList(), Seen::billed),
                Share.of(seen, Seen::undocumented));
    }
}
