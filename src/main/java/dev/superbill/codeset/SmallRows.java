package dev.superbill.codeset;

import java.time.LocalDate;
import java.util.List;

/// The rows of small tables, as lines of text that are read when they are asked for.
final class SmallRows {
    private static final String TAB = "\t";
    private static final String LIST = "\u001f";

    private SmallRows() {}

    /// The line of a row; empty for a row that is kept elsewhere.
    static String line(OfficialRow row) {
        return switch (row) {
            case OfficialRow.ModifierText(var modifier, var description) ->
                    joined(modifier.code(), description);
            case OfficialRow.Place(var number, var setting, var name) ->
                    joined(number, setting.name(), name);
            case OfficialRow.Locality told ->
                    joined(
                            told.contractor(),
                            told.state(),
                            told.number(),
                            told.name(),
                            String.valueOf(told.work()),
                            String.valueOf(told.practice()),
                            String.valueOf(told.malpractice()));
            case OfficialRow.Policy(var policy) ->
                    joined(
                            policy.payer(),
                            String.join(LIST, policy.codes()),
                            policy.stance().name(),
                            String.join(LIST, policy.documentation()),
                            policy.source(),
                            policy.from().toString(),
                            policy.to().toString());
            case OfficialRow.Cpt _,
                    OfficialRow.Hcpcs _,
                    OfficialRow.Icd10 _,
                    OfficialRow.Icd10Deletion _,
                    OfficialRow.Excludes1 _,
                    OfficialRow.Fee _,
                    OfficialRow.Ptp _,
                    OfficialRow.Mue _,
                    OfficialRow.AddOnPair _,
                    OfficialRow.Determination _,
                    OfficialRow.CoveredProcedure _,
                    OfficialRow.CoveredDiagnosis _ ->
                    "";
        };
    }

    /// The policies among lines.
    static List<PayerPolicy> policies(String lines) {
        return lines.lines().map(SmallRows::policy).toList();
    }

    private static PayerPolicy policy(String line) {
        var fields = line.split(TAB, -1);
        return new PayerPolicy(
                fields[0],
                list(fields[1]),
                PayerPolicy.Stance.valueOf(fields[2]),
                list(fields[3]),
                fields[4],
                LocalDate.parse(fields[5]),
                LocalDate.parse(fields[6]));
    }

    /// The places of service among lines.
    static List<OfficialRow.Place> places(String lines) {
        return lines.lines()
                .map(line -> line.split(TAB, -1))
                .map(fields ->
                        new OfficialRow.Place(
                                fields[0], OfficialRow.Place.Setting.valueOf(fields[1]), fields[2]))
                .toList();
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(LIST, -1));
    }

    private static String joined(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].replaceAll("[\\t\\r\\n]+", " ");
        }
        return String.join(TAB, fields);
    }
}
