package dev.superbill.adapter.workbench;

import dev.superbill.workqueue.Answer;
import dev.superbill.workqueue.CaseStatus;
import dev.superbill.workqueue.CodingCase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which cases a queue shows, and in which order. None of it is a word of a note, so that it may
/// stand in addresses.
///
/// @param status open, queried, signed or any
/// @param reason the id of a rule that asks for a look, `none` for answers without; empty for all
/// @param payer the payer; empty for all
/// @param confidence the least confident line is below this, in percent; empty for all
/// @param hours the answer is at least this many hours old; empty for all
/// @param sort age, confidence, payer, reason or status
/// @param order up or down
public record QueueFilter(
        String status,
        String reason,
        String payer,
        String confidence,
        String hours,
        String sort,
        String order) {
    private static final int PERCENT = 100;

    static QueueFilter of(
            @Nullable String status,
            @Nullable String reason,
            @Nullable String payer,
            @Nullable String confidence,
            @Nullable String hours,
            @Nullable String sort,
            @Nullable String order) {
        return new QueueFilter(
                told(status, "open"),
                told(reason, ""),
                told(payer, ""),
                told(confidence, ""),
                told(hours, ""),
                told(sort, "age"),
                "down".equals(order) ? "down" : "up");
    }

    private static String told(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /// The filter as the query of an address.
    public String query() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("status", status);
        told.put("reason", reason);
        told.put("payer", payer);
        told.put("confidence", confidence);
        told.put("hours", hours);
        told.put("sort", sort);
        told.put("order", order);
        return told.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one ->
                        one.getKey()
                                + "="
                                + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// The same cases in another order: the other way round where they are in this one.
    public String sorted(String by) {
        return new QueueFilter(
                        status,
                        reason,
                        payer,
                        confidence,
                        hours,
                        by,
                        sort.equals(by) && order.equals("up") ? "down" : "up")
                .query();
    }

    /// How a column is sorted, as `aria-sort` says it.
    public String direction(String by) {
        if (!sort.equals(by)) {
            return "none";
        }
        return order.equals("up") ? "ascending" : "descending";
    }

    /// The cases shown, in order.
    List<CodingCase> of(List<CodingCase> cases, Instant now) {
        return ordered(cases, now).stream().filter(this::wanted).toList();
    }

    /// The case after one, as the queue shows them, that waits for a coder; from the top again
    /// where none does below.
    List<CodingCase> after(String id, List<CodingCase> cases, Instant now) {
        var all = ordered(cases, now);
        int at = 0;
        while (at < all.size() && !all.get(at).answer().id().equals(id)) {
            at++;
        }
        int from = at < all.size() ? at + 1 : 0;
        return Stream.concat(all.stream().skip(from), all.stream().limit(from))
                .filter(one -> !one.answer().id().equals(id))
                .filter(one -> one.status() == CaseStatus.OPEN)
                .limit(1)
                .toList();
    }

    private List<CodingCase> ordered(List<CodingCase> cases, Instant now) {
        var comparator = comparator();
        return cases.stream()
                .filter(one -> matches(one, now))
                .sorted(order.equals("down") ? comparator.reversed() : comparator)
                .toList();
    }

    private boolean wanted(CodingCase one) {
        return status.equals("any") || one.status().label().equals(status);
    }

    private boolean matches(CodingCase one, Instant now) {
        return (payer.isEmpty() || one.answer().payer().equalsIgnoreCase(payer))
                && (reason.isEmpty()
                        || (reason.equals("none")
                                ? rules(one).isEmpty()
                                : rules(one).contains(reason)))
                && (confidence.isEmpty() || leastConfidence(one) < number(confidence, PERCENT + 1))
                && (hours.isEmpty()
                        || Duration.between(one.answer().time(), now).toHours()
                                >= number(hours, 0));
    }

    private static int number(String value, int otherwise) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private Comparator<CodingCase> comparator() {
        Comparator<CodingCase> age = Comparator.comparing(one -> one.answer().time());
        Comparator<CodingCase> first =
                switch (sort) {
                    case "confidence" -> Comparator.comparingInt(QueueFilter::leastConfidence);
                    case "payer" -> Comparator.comparing(one -> one.answer().payer());
                    case "reason" -> Comparator.comparing(one -> String.join(",", rules(one)));
                    case "status" -> Comparator.comparing(CodingCase::status);
                    default -> age;
                };
        return first.thenComparing(age).thenComparing(one -> one.answer().id());
    }

    /// The rules that ask for a look, in order of their names. None where suggestions are hidden.
    static List<String> rules(CodingCase one) {
        var rules = new TreeSet<String>();
        if (one.answer().visibility() == Answer.Visibility.SHOWN) {
            Stream.concat(
                            one.answer().findings().stream(),
                            one.answer().lines().stream().flatMap(line -> line.findings().stream()))
                    .filter(finding -> !finding.severity().equals("info"))
                    .forEach(finding -> rules.add(finding.rule()));
        }
        return List.copyOf(rules);
    }

    /// The confidence of the least sure line, in percent; 100 where there is none to see.
    static int leastConfidence(CodingCase one) {
        if (one.answer().visibility() == Answer.Visibility.HIDDEN) {
            return PERCENT;
        }
        return (int)
                Math.round(
                        one.answer().lines().stream()
                                        .mapToDouble(Answer.Line::confidence)
                                        .min()
                                        .orElse(1)
                                * PERCENT);
    }
}
