package dev.superbill.codeset;

import dev.superbill.code.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Compiles entries into the arrays of a [CodeTable]. Runs in the build, not when notes are read.
public final class CodeTableBuilder {
    private final TreeMap<Code, CodeEntry> entries = new TreeMap<>();
    private final Map<Code, Integer> needs = new TreeMap<>();
    private final Set<String> bilateralGroups = new HashSet<>();
    private final Texts.Builder strings = new Texts.Builder();
    private final List<Long> lists = new ArrayList<>();

    /// Adds an entry.
    ///
    /// @param needed how many `needs` lines it has
    /// @throws IllegalArgumentException if the code has an entry already
    public void add(CodeEntry entry, int needed) {
        if (entries.putIfAbsent(entry.code(), entry) != null) {
            throw new IllegalArgumentException(entry.code().value() + " has two entries");
        }
        needs.put(entry.code(), needed);
        if (entry.side() == Side.BILATERAL) {
            bilateralGroups.add(entry.group());
        }
    }

    /// The row that the code will have, or [CodeTable#NO_ROW].
    public int row(Code code) {
        return entries.containsKey(code) ? entries.headMap(code).size() : CodeTable.NO_ROW;
    }

    /// The codes, in the order of their rows.
    public List<Code> codes() {
        return List.copyOf(entries.keySet());
    }

    /// Writes the table's arrays.
    public void writeTo(FlatFile.Builder file) {
        var rows = new ArrayList<Integer>();
        for (var entry : entries.values()) {
            addRow(entry, rows);
        }
        file.longs("code.keys", entries.keySet().stream().mapToLong(Keys::of).toArray())
                .ints("code.rows", rows.stream().mapToInt(Integer::intValue).toArray())
                .longs("code.lists", lists.stream().mapToLong(Long::longValue).toArray());
        strings.writeTo(file, "code.string");
    }

    private void addRow(CodeEntry entry, List<Integer> rows) {
        int start = rows.size();
        rows.addAll(
                List.of(
                        string(entry.description()),
                        string(entry.group()),
                        string(entry.serviceFamily()),
                        Math.toIntExact(entry.activeFrom().toEpochDay()),
                        Math.toIntExact(entry.activeTo().toEpochDay())));
        var fees = entry.fees();
        rows.addAll(
                List.of(
                        string(fees.status()),
                        string(fees.globalDays()),
                        string(fees.pcTc()),
                        string(fees.multipleProcedure()),
                        string(fees.bilateral()),
                        string(fees.assistant()),
                        fees.workRvu()));
        rows.add(entry.mue().told().map(MueLimit::units).orElse(0));
        rows.add(entry.mue().told().map(MueLimit::adjudication).orElse(0));
        var appendixS = entry.appendixS().told();
        rows.add(appendixS.map(s -> s.workClass().ordinal()).orElse(0));
        rows.add(appendixS.map(s -> s.basis().ordinal()).orElse(0));
        rows.add(appendixS.map(AppendixSEntry::edition).orElse(0));
        rows.add(entry.interpretation().ordinal());
        rows.add(entry.side().ordinal());
        rows.add(string(entry.remark()));
        list(entry.successors(), rows);
        list(entry.predecessors(), rows);
        switch (entry.addOn()) {
            case AddOn.No _ -> rows.addAll(List.of(0, 0, 0));
            case AddOn.ToAny _ -> rows.addAll(List.of(1, 0, 0));
            case AddOn.To(var primaries) -> {
                rows.add(2);
                list(primaries, rows);
            }
            case AddOn.ToThese(var primaries) -> {
                rows.add(3);
                list(primaries, rows);
            }
        }
        rows.add(needs.getOrDefault(entry.code(), 0));
        rows.add(string(appendixS.map(s -> String.join(" ", s.inputs())).orElse("")));
        boolean oneSide = entry.side() == Side.LEFT || entry.side() == Side.RIGHT;
        rows.add(oneSide && !bilateralGroups.contains(entry.group()) ? 1 : 0);
        rows.add(string(fees.coSurgeons()));
        rows.add(string(fees.team()));
        rows.add(string(fees.endoscopicBase()));
        rows.add(entry.billing().ordinal());
        rows.add(entry.designation().ordinal());
        if (rows.size() - start != CodeTable.WIDTH) {
            throw new IllegalStateException("a row has " + (rows.size() - start) + " numbers");
        }
    }

    private void list(List<Code> codes, List<Integer> rows) {
        rows.add(lists.size());
        codes.forEach(code -> lists.add(Keys.of(code)));
        rows.add(lists.size());
    }

    private int string(String text) {
        return strings.number(text);
    }
}
