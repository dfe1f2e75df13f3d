package dev.superbill.adapter.wire.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.superbill.adapter.wire.Json;
import dev.superbill.adapter.wire.Problem.At;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.decision.Policy;
import dev.superbill.decision.Policy.Action;
import dev.superbill.decision.Policy.Entry;
import dev.superbill.decision.Policy.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A policy as JSON: indented, a field a line, in a fixed order, so that two versions can be read
/// side by side. Reading is strict: an unknown or missing field is refused, for an operator who
/// misspells one must not approve something else.
public final class PolicyText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double DECIMALS = 10_000;

    private PolicyText() {}

    /// Writes a policy.
    public static String write(Policy policy) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schema", policy.schema());
        var made = new LinkedHashMap<String, Object>();
        made.put("firstSequence", policy.made().firstSequence());
        made.put("lastSequence", policy.made().lastSequence());
        made.put("signedCases", policy.made().signedCases());
        made.put("lines", policy.made().lines());
        tree.put("made", made);
        tree.put("approvedBy", policy.approvedBy());
        tree.put("approvedOn", policy.approvedOn());
        tree.put("entries", policy.entries().stream().map(PolicyText::tree).toList());
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy could not be written", e);
        }
    }

    private static Map<String, Object> tree(Entry entry) {
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("of", entry.evidence().of());
        evidence.put("hits", entry.evidence().hits());
        evidence.put("observations", entry.evidence().observations());
        evidence.put("low", rounded(entry.evidence().low()));
        evidence.put("high", rounded(entry.evidence().high()));
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", entry.id());
        tree.put("action", entry.action().label());
        tree.put("code", entry.code());
        tree.put("payer", entry.payer());
        tree.put("rule", entry.rule());
        tree.put("suggestFrom", rounded(entry.suggestFrom()));
        tree.put("evidence", evidence);
        tree.put("because", entry.because());
        return tree;
    }

    private static double rounded(double number) {
        return Math.round(number * DECIMALS) / DECIMALS;
    }

    /// Reads a policy.
    ///
    /// @throws ProblemException with a pointer to each thing that is wrong
    public static Policy read(String text) {
        var wrong = new ArrayList<At>();
        var root = new Fields("", json(text), wrong);
        root.requireOnly("schema", "made", "approvedBy", "approvedOn", "entries");
        var made = root.fields("made");
        made.requireOnly("firstSequence", "lastSequence", "signedCases", "lines");
        var entries = new ArrayList<Entry>();
        for (var fields : root.list("entries")) {
            entry(fields, wrong).ifPresent(entries::add);
        }
        int schema = (int) root.number("schema");
        var from =
                new Policy.Made(
                        (long) made.number("firstSequence"),
                        (long) made.number("lastSequence"),
                        (int) made.number("signedCases"),
                        (int) made.number("lines"));
        var approvedBy = root.text("approvedBy");
        var approvedOn = root.text("approvedOn");
        if (wrong.isEmpty()) {
            try {
                return new Policy(schema, from, approvedBy, approvedOn, entries);
            } catch (IllegalArgumentException e) {
                wrong.add(new At("", String.valueOf(e.getMessage())));
            }
        }
        throw refused(wrong);
    }

    private static ProblemException refused(List<At> wrong) {
        return new ProblemException(Kind.INVALID.at("The policy cannot be used.", wrong));
    }

    private static Map<?, ?> json(String text) {
        try {
            return Json.read(text, Map.class);
        } catch (JsonProcessingException _) {
            throw refused(List.of(new At("", "is a JSON object without repeated fields")));
        }
    }

    private static Optional<Entry> entry(Fields fields, List<At> wrong) {
        fields.requireOnly(
                "id", "action", "code", "payer", "rule", "suggestFrom", "evidence", "because");
        var evidence = fields.fields("evidence");
        evidence.requireOnly("of", "hits", "observations", "low", "high");
        var label = fields.text("action");
        var action =
                Arrays.stream(Action.values()).filter(one -> one.label().equals(label)).findFirst();
        if (action.isEmpty()) {
            wrong.add(
                    new At(
                            fields.pointer + "/action",
                            "is review, raise-threshold, lower-threshold or examine-rule"));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Entry(
                            fields.text("id"),
                            action.get(),
                            fields.text("code"),
                            fields.text("payer"),
                            fields.text("rule"),
                            fields.number("suggestFrom"),
                            new Evidence(
                                    evidence.text("of"),
                                    (int) evidence.number("hits"),
                                    (int) evidence.number("observations"),
                                    evidence.number("low"),
                                    evidence.number("high")),
                            fields.text("because")));
        } catch (IllegalArgumentException e) {
            wrong.add(new At(fields.pointer, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /// The fields of an object, and what is wrong with them.
    private record Fields(String pointer, Map<?, ?> values, List<At> wrong) {
        void requireOnly(String... names) {
            var known = Set.of(names);
            for (var key : values.keySet()) {
                if (!(key instanceof String name && known.contains(name))) {
                    wrong.add(new At(pointer, "has a field that no policy has"));
                }
            }
        }

        String text(String name) {
            if (values.get(name) instanceof String text) {
                return text;
            }
            wrong.add(new At(pointer + "/" + name, "is a text"));
            return "";
        }

        double number(String name) {
            if (values.get(name) instanceof Number number) {
                return number.doubleValue();
            }
            wrong.add(new At(pointer + "/" + name, "is a number"));
            return 0;
        }

        Fields fields(String name) {
            if (values.get(name) instanceof Map<?, ?> map) {
                return new Fields(pointer + "/" + name, map, wrong);
            }
            wrong.add(new At(pointer + "/" + name, "is an object"));
            return new Fields(pointer + "/" + name, Map.of(), wrong);
        }

        List<Fields> list(String name) {
            if (!(values.get(name) instanceof List<?> list)) {
                wrong.add(new At(pointer + "/" + name, "is a list"));
                return List.of();
            }
            var fields = new ArrayList<Fields>();
            for (int i = 0; i < list.size(); i++) {
                var at = pointer + "/" + name + "/" + i;
                if (list.get(i) instanceof Map<?, ?> map) {
                    fields.add(new Fields(at, map, wrong));
                } else {
                    wrong.add(new At(at, "is an object"));
                }
            }
            return fields;
        }
    }
}
