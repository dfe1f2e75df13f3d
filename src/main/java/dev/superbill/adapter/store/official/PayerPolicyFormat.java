package dev.superbill.adapter.store.official;

import dev.superbill.adapter.store.official.YamlTree.Mapping;
import dev.superbill.adapter.store.official.YamlTree.Scalar;
import dev.superbill.adapter.store.official.YamlTree.Sequence;
import dev.superbill.codeset.CodeEntry;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.PayerPolicy;
import dev.superbill.codeset.PayerPolicy.Stance;
import dev.superbill.codeset.SourceKind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Payer policies as operators write them, in YAML:
///
/// ```yaml
/// payer: example-health          # in lower case; "*" for every payer
/// source: Example Health medical policy 12, 3 March 2026
/// from: 2026-01-01
/// to: 2026-12-31                 # may be left out: until further notice
/// policies:
///   - codes: [0075T, "9921*"]    # codes, or how they begin
///     stance: prior_authorization
///     documentation:             # may be left out
///       - failed conservative care
///   - codes: [92229]
///     stance: not_covered        # a policy may have its own source, from and to
///     from: 2026-07-01
/// ```
final class PayerPolicyFormat implements SourceFormat {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*|\\*");
    private static final Pattern CODES = Pattern.compile("[0-9A-Z][0-9]{0,3}\\*");
    private static final Set<String> FILE_KEYS =
            Set.of("payer", "source", "from", "to", "policies");
    private static final Set<String> POLICY_KEYS =
            Set.of("codes", "stance", "documentation", "source", "from", "to");

    @Override
    public String label() {
        return "payer policies";
    }

    @Override
    public Set<SourceKind> kinds() {
        return Set.of(SourceKind.PAYER_POLICY);
    }

    @Override
    public boolean recognises(Head head) {
        var ending = head.file().ending();
        return (ending.equals("yaml") || ending.equals("yml"))
                && said(head, "payer").isPresent()
                && head.lines().stream().anyMatch(row -> row.raw(0).startsWith("policies:"));
    }

    @Override
    public Optional<Dated> dated(Head head) {
        var payer = said(head, "payer").orElse("");
        var from = said(head, "from");
        if (from.isEmpty() || payer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Dated(
                            payer + " " + from.get(),
                            LocalDate.parse(from.get()),
                            said(head, "to").map(LocalDate::parse).orElse(CodeEntry.ALWAYS_TO)));
        } catch (DateTimeException _) {
            throw new RefusedFileException("\"from\" and \"to\" are dates such as 2026-01-01");
        }
    }

    /// What a file says of itself, outermost.
    private static Optional<String> said(Head head, String key) {
        return head.lines().stream()
                .map(row -> row.raw(0))
                .filter(line -> line.startsWith(key + ":"))
                .findFirst()
                .map(line -> line.substring(key.length() + 1))
                .map(value ->
                        value.contains(" #") ? value.substring(0, value.indexOf(" #")) : value)
                .map(value -> value.strip().replaceAll("^[\"']|[\"']$", ""))
                .filter(value -> !value.isEmpty());
    }

    @Override
    public void read(Source source) throws IOException {
        var file = mapping(YamlTree.read(source.content()));
        requireKeys(file, FILE_KEYS);
        var payer = required(file, "payer");
        if (!NAME.matcher(payer.value()).matches()) {
            throw new RefusedFileException(
                    payer.line(), "a payer's name is one word in lower case, or \"*\"");
        }
        if (!(file.entries().get("policies") instanceof Sequence policies)
                || policies.items().isEmpty()) {
            throw new RefusedFileException(file.line(), "\"policies\" is a list");
        }
        for (var item : policies.items()) {
            source.step(
                    new Row(item.line(), List.of()),
                    _ -> source.keep(new OfficialRow.Policy(policy(payer.value(), file, item))));
        }
    }

    private static PayerPolicy policy(String payer, Mapping file, YamlTree item) {
        if (!(item instanceof Mapping policy)) {
            throw new BadRowException("a policy has \"codes\" and a \"stance\"");
        }
        for (var key : policy.entries().keySet()) {
            if (!POLICY_KEYS.contains(key)) {
                throw BadRowException.of(key, "is nothing that a policy says");
            }
        }
        return new PayerPolicy(
                payer,
                codes(texts(policy, "codes")),
                stance(text(policy, "stance")),
                policy.entries().containsKey("documentation")
                        ? texts(policy, "documentation")
                        : List.of(),
                either(policy, file, "source")
                        .orElseThrow(() -> new BadRowException("the \"source\" is missing")),
                either(policy, file, "from")
                        .map(PayerPolicyFormat::date)
                        .orElseThrow(() -> new BadRowException("\"from\" is missing")),
                either(policy, file, "to")
                        .map(PayerPolicyFormat::date)
                        .orElse(CodeEntry.ALWAYS_TO));
    }

    private static List<String> codes(List<String> codes) {
        for (var code : codes) {
            if (!Values.isProcedure(code) && !CODES.matcher(code).matches()) {
                throw BadRowException.of(code, "is no code and no beginning of codes");
            }
        }
        return codes;
    }

    private static Stance stance(String label) {
        return Arrays.stream(Stance.values())
                .filter(stance -> stance.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        BadRowException.of(
                                label,
                                "is no stance; they are "
                                        + Arrays.stream(Stance.values())
                                                .map(Stance::label)
                                                .collect(Collectors.joining(", "))));
    }

    private static LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw BadRowException.of(value, "is no date such as 2026-01-01");
        }
    }

    private static Optional<String> either(Mapping policy, Mapping file, String key) {
        var at = policy.entries().containsKey(key) ? policy : file;
        return at.entries().containsKey(key) ? Optional.of(text(at, key)) : Optional.empty();
    }

    private static String text(Mapping mapping, String key) {
        if (mapping.entries().get(key) instanceof Scalar scalar && !scalar.value().isBlank()) {
            return scalar.value().strip();
        }
        throw new BadRowException("\"" + key + "\" is missing, or no single value");
    }

    private static List<String> texts(Mapping mapping, String key) {
        if (!(mapping.entries().get(key) instanceof Sequence sequence)) {
            throw new BadRowException("\"" + key + "\" is a list");
        }
        return sequence.items().stream()
                .map(item -> {
                    if (item instanceof Scalar scalar) {
                        return scalar.value().strip();
                    }
                    throw new BadRowException("\"" + key + "\" is a list of single values");
                })
                .toList();
    }

    private static Mapping mapping(YamlTree tree) {
        if (tree instanceof Mapping mapping) {
            return mapping;
        }
        throw new RefusedFileException(tree.line(), "the file names a payer and its policies");
    }

    private static Scalar required(Mapping file, String key) {
        if (file.entries().get(key) instanceof Scalar scalar) {
            return scalar;
        }
        throw new RefusedFileException(file.line(), "\"" + key + "\" is missing");
    }

    private static void requireKeys(Mapping mapping, Set<String> known) {
        mapping.entries()
                .forEach((key, value) -> {
                    if (!known.contains(key)) {
                        throw new RefusedFileException(
                                value.line(),
                                BadRowException.quoted(key) + " is nothing that a file says");
                    }
                });
    }
}
