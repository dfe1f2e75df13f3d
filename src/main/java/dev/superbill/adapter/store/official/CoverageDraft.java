package dev.superbill.adapter.store.official;

import dev.superbill.code.Code;
import dev.superbill.codeset.OfficialRow;
import dev.superbill.codeset.OfficialRow.CoveredDiagnosis;
import dev.superbill.codeset.OfficialRow.CoveredDiagnosis.Effect;
import dev.superbill.codeset.OfficialRow.CoveredProcedure;
import dev.superbill.codeset.OfficialRow.Determination;
import dev.superbill.codeset.SourceEdition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What the tables of the coverage database say together. Of a document with several versions, the
/// highest counts.
final class CoverageDraft implements Draft {
    /// The name of an edition until the newest change is known.
    static final String CURRENT = "current";

    private final Map<String, NavigableMap<Integer, Document>> documents = new TreeMap<>();
    private final Map<String, Contents> contents = new HashMap<>();
    private final Map<String, Set<String>> statesOfContractor = new HashMap<>();
    private final Map<String, String> stateNames = new HashMap<>();
    private final Map<String, String> contractorNumbers = new HashMap<>();
    private final Map<String, Code.Icd10> diagnoses = new HashMap<>();
    private LocalDate newest = LocalDate.MIN;

    /// Whether a document is in force, or was.
    enum Standing {
        IN_FORCE,
        NOT_IN_FORCE
    }

    private record Document(
            String id, String title, LocalDate from, LocalDate to, Standing standing) {}

    private record Procedure(int group, Code code) {}

    private record Diagnosis(int group, Code.Icd10 code, Effect effect) {}

    /// What a version of a document lists.
    private static final class Contents {
        private final List<Procedure> procedures = new ArrayList<>();
        private final List<Diagnosis> diagnoses = new ArrayList<>();
        private final Set<String> contractors = new TreeSet<>();
    }

    /// Adds a document.
    void document(
            String id, int version, String title, LocalDate from, LocalDate to, Standing standing) {
        documents
                .computeIfAbsent(id, _ -> new TreeMap<>())
                .put(version, new Document(id, title, from, to, standing));
    }

    /// Adds a procedure to a version of a document.
    void procedure(String id, int version, int group, Code code) {
        contents(id, version).procedures.add(new Procedure(group, code));
    }

    /// Adds a diagnosis to a version of a document.
    void diagnosis(String id, int version, int group, String code, Effect effect) {
        var known = diagnoses.get(code);
        if (known == null) {
            known = Values.diagnosis(code);
            diagnoses.put(code, known);
        }
        contents(id, version).diagnoses.add(new Diagnosis(group, known, effect));
    }

    /// Says that a version of a document binds a contractor's providers.
    void contractor(String id, int version, String contractor) {
        contents(id, version).contractors.add(contractor);
    }

    /// Says that a contractor serves a state.
    void jurisdiction(String contractor, String state) {
        statesOfContractor.computeIfAbsent(contractor, _ -> new TreeSet<>()).add(state);
    }

    /// Names a state.
    void state(String id, String abbreviation) {
        stateNames.put(id, abbreviation);
    }

    /// Gives a contractor's number.
    void contractorNumber(String contractor, String number) {
        contractorNumbers.put(contractor, number);
    }

    /// Says when something was changed.
    void changed(LocalDate date) {
        if (date.isAfter(newest)) {
            newest = date;
        }
    }

    private Contents contents(String id, int version) {
        return contents.computeIfAbsent(id + "/" + version, _ -> new Contents());
    }

    @Override
    public SourceEdition named(SourceEdition edition) {
        return newest.equals(LocalDate.MIN)
                ? edition
                : new SourceEdition(
                        edition.kind(),
                        edition.edition().replace(CURRENT, newest.toString()),
                        edition.from(),
                        edition.to());
    }

    @Override
    public void complete(Consumer<OfficialRow> rows) {
        for (var id : contents.keySet()) {
            // Articles are A and a number, local determinations L.
            var kind = id.substring(0, 1);
            if (documents.keySet().stream().noneMatch(other -> other.startsWith(kind))) {
                throw new RefusedFileException(
                        "a table lists codes of "
                                + id.substring(0, id.indexOf('/'))
                                + ", but no table of such documents is there");
            }
        }
        documents
                .values()
                .forEach(versions -> {
                    var document = versions.lastEntry().getValue();
                    if (document.standing() == Standing.IN_FORCE) {
                        add(document, contents(document.id(), versions.lastKey()), rows);
                    }
                });
    }

    private void add(Document document, Contents listed, Consumer<OfficialRow> rows) {
        var id = document.id();
        rows.accept(
                new Determination(
                        id,
                        document.title(),
                        document.from(),
                        document.to(),
                        jurisdictions(listed)));
        boolean grouped = isGrouped(listed);
        for (var procedure : listed.procedures) {
            rows.accept(
                    new CoveredProcedure(id, grouped ? procedure.group() : 0, procedure.code()));
        }
        for (var diagnosis : listed.diagnoses) {
            rows.accept(
                    new CoveredDiagnosis(
                            id,
                            grouped ? diagnosis.group() : 0,
                            diagnosis.code(),
                            diagnosis.effect()));
        }
    }

    /// Whether groups of procedures and of diagnoses go together: there are several of each, with
    /// the same numbers. Otherwise only the prose tells which go together, and every diagnosis is
    /// taken to go with every procedure.
    private static boolean isGrouped(Contents listed) {
        var procedures = new TreeSet<Integer>();
        listed.procedures.forEach(procedure -> procedures.add(procedure.group()));
        var diagnoses = new TreeSet<Integer>();
        listed.diagnoses.stream()
                .filter(diagnosis -> diagnosis.effect() == Effect.SUPPORTS)
                .forEach(diagnosis -> diagnoses.add(diagnosis.group()));
        return procedures.size() > 1 && procedures.equals(diagnoses);
    }

    private List<String> jurisdictions(Contents listed) {
        var jurisdictions = new TreeSet<String>();
        for (var contractor : listed.contractors) {
            var states = statesOfContractor.getOrDefault(contractor, Set.of());
            if (states.isEmpty()) {
                jurisdictions.add(
                        "contractor "
                                + contractorNumbers.getOrDefault(
                                        contractor,
                                        contractor.substring(0, contractor.indexOf('/'))));
            }
            states.forEach(state -> jurisdictions.add(stateNames.getOrDefault(state, state)));
        }
        return List.copyOf(jurisdictions);
    }
}
