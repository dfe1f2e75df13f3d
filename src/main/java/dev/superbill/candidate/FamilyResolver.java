package dev.superbill.candidate;

import dev.superbill.candidate.FamilyReader.Reading;
import dev.superbill.code.Code;
import dev.superbill.codeset.CodeFamily;
import dev.superbill.codeset.CodeTable;
import dev.superbill.mention.Assertion;
import dev.superbill.mention.Laterality;
import dev.superbill.mention.NoteMentions;
import dev.superbill.mention.Occurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Decides between the codes of a family by the measure that the note states: the member that it
/// asks for takes the place of its siblings, add-on codes are added and counted, and where the note
/// states none the question stays open.
public final class FamilyResolver {
    private final CodeTable table;
    private final List<CodeFamily> families;

    /// The readers of the families that some note asked for, by their places: most notes ask none,
    /// and a reader has expressions to compile.
    private final Map<Integer, FamilyReader> readers = new ConcurrentHashMap<>();

    /// The places of the families that ask for a measure where a code is proposed.
    private final Map<Code, BitSet> asking = new HashMap<>();

    /// @param table the code table
    /// @param families the families, in the order in which they are decided
    public FamilyResolver(CodeTable table, List<CodeFamily> families) {
        this.table = table;
        this.families = List.copyOf(families);
        for (int place = 0; place < families.size(); place++) {
            for (var code : families.get(place).codes()) {
                asking.computeIfAbsent(code, _ -> new BitSet()).set(place);
            }
        }
    }

    /// What lookup proposes, decided.
    public Lookup resolve(Lookup lookup, NoteMentions mentions, LocalDate serviceDate) {
        var asked = asked(lookup, serviceDate);
        if (asked.isEmpty()) {
            return lookup;
        }
        var resolution = new Resolution(lookup, new NoteSentences(mentions), serviceDate);
        asked.forEach(resolution::decide);
        return resolution.lookup();
    }

    /// The families in force that ask for a measure where one of the codes is proposed, in order.
    private List<FamilyReader> asked(Lookup lookup, LocalDate serviceDate) {
        var places = new BitSet();
        for (var proposal : lookup.proposals()) {
            var own = asking.get(proposal.code());
            if (own != null) {
                places.or(own);
            }
        }
        return places.stream()
                .filter(place -> families.get(place).covers(serviceDate))
                .mapToObj(this::reader)
                .toList();
    }

    private FamilyReader reader(int place) {
        return readers.computeIfAbsent(place, _ -> new FamilyReader(families.get(place)));
    }

    private final class Resolution {
        private final NoteSentences note;
        private final LocalDate serviceDate;
        private final Map<Code, Proposal> proposals = new LinkedHashMap<>();
        private final List<Ousted> ousted;

        Resolution(Lookup lookup, NoteSentences note, LocalDate serviceDate) {
            this.note = note;
            this.serviceDate = serviceDate;
            this.ousted = new ArrayList<>(lookup.ousted());
            lookup.proposals().forEach(proposal -> proposals.put(proposal.code(), proposal));
        }

        Lookup lookup() {
            var known = new HashSet<>(proposals.keySet());
            return new Lookup(
                    proposals.values().stream()
                            .sorted(Comparator.comparingInt(Proposal::row))
                            .toList(),
                    ousted.stream().filter(out -> known.add(out.code())).toList());
        }

        void decide(FamilyReader reader) {
            var family = reader.family();
            var bySite = new TreeMap<String, List<Proposal>>();
            for (var proposal : proposals.values()) {
                family.member(proposal.code())
                        .ifPresent(member ->
                                bySite.computeIfAbsent(member.site(), _ -> new ArrayList<>())
                                        .add(proposal));
            }
            bySite.forEach((site, own) -> choose(reader, site, own));
            family.steps().forEach(step -> extend(reader, step));
            for (var code : family.each()) {
                present(code)
                        .ifPresent(proposal ->
                                reader.read(note, List.of(proposal))
                                        .ifPresent(reading ->
                                                put(counted(proposal, units(reading), reading))));
            }
        }

        private static int units(Reading reading) {
            return (int) Math.max(1, Math.floor(reading.measure().value()));
        }

        /// Puts the members that the note's measures ask for in the place of those proposed.
        private void choose(FamilyReader reader, String site, List<Proposal> own) {
            var lead = own.stream().max(FamilyResolver::compare).orElseThrow();
            var asked = new LinkedHashMap<Code, Proposal>();
            for (var reading : reader.each(note, own)) {
                var at = reader.site(note, reading.sentence(), site);
                member(reader.family(), at, reading)
                        .ifPresent(code -> {
                            var before = asked.get(code);
                            asked.put(
                                    code,
                                    before == null
                                            ? counted(as(code, lead, own), 1, reading)
                                            : counted(before, before.units() + 1, reading));
                        });
            }
            if (asked.isEmpty()) {
                own.forEach(proposal -> leaveOpen(reader.family(), proposal));
                return;
            }
            int first = asked.values().iterator().next().row();
            for (var proposal : own) {
                if (!asked.containsKey(proposal.code())) {
                    oust(proposal, first);
                }
            }
            asked.values().forEach(this::put);
        }

        private Optional<Code> member(CodeFamily family, String site, Reading reading) {
            return family.member(site, reading.measure().value())
                    .map(CodeFamily.Member::code)
                    .filter(this::reportable);
        }

        /// The proposal of a code: its own, or the leading sibling's words under its name.
        private Proposal as(Code code, Proposal lead, List<Proposal> own) {
            return own.stream()
                    .filter(proposal -> proposal.code().equals(code))
                    .findFirst()
                    .orElseGet(() -> lead.named(table.row(code), code));
        }

        /// Adds the add-on code for what goes beyond its primary code, or takes it away.
        private void extend(FamilyReader reader, CodeFamily.Step step) {
            var addOn = present(step.addOn());
            var primary = step.after().stream().flatMap(c -> present(c).stream()).findFirst();
            if (primary.isEmpty()) {
                return;
            }
            var words = new ArrayList<Proposal>();
            words.add(primary.get());
            addOn.ifPresent(words::add);
            var reading = reader.read(note, words);
            if (reading.isEmpty()) {
                leaveOpen(reader.family(), primary.get());
                addOn.ifPresent(proposal -> leaveOpen(reader.family(), proposal));
                return;
            }
            int units = step.units(reading.get().measure().value());
            if (units > 0 && reportable(step.addOn())) {
                var row = table.row(step.addOn());
                var base = addOn.orElseGet(() -> primary.get().named(row, step.addOn()));
                put(counted(base, units, reading.get()));
            } else if (units == 0) {
                addOn.ifPresent(proposal -> oust(proposal, primary.get().row()));
            }
        }

        private Optional<Proposal> present(Code code) {
            return Optional.ofNullable(proposals.get(code));
        }

        private boolean reportable(Code code) {
            int row = table.row(code);
            return row != CodeTable.NO_ROW && table.activeOn(row, serviceDate);
        }

        private void put(Proposal proposal) {
            proposals.put(proposal.code(), proposal);
        }

        private void oust(Proposal proposal, int by) {
            proposals.remove(proposal.code());
            ousted.add(
                    new Ousted(
                            proposal.code(),
                            Ousted.Reason.SIBLING_DOCUMENTED,
                            by,
                            proposal.support(),
                            0));
        }

        private Proposal counted(Proposal proposal, int units, Reading reading) {
            var place =
                    new Occurrence(
                            reading.measure().span(),
                            reading.sentence().section(),
                            reading.sentence().number(),
                            Assertion.PRESENT,
                            Laterality.NONE);
            return proposal.measured(units, place);
        }

        /// The other members at the site, and the add-on codes, become siblings, and the question
        /// stays open.
        private void leaveOpen(CodeFamily family, Proposal proposal) {
            var siblings = new LinkedHashSet<>(proposal.siblings());
            family.member(proposal.code())
                    .ifPresent(own ->
                            family.members().stream()
                                    .filter(member -> member.site().equals(own.site()))
                                    .map(CodeFamily.Member::code)
                                    .filter(code -> !code.equals(proposal.code()))
                                    .filter(this::reportable)
                                    .map(table::row)
                                    .forEach(siblings::add));
            family.steps().stream()
                    .filter(step -> step.after().contains(proposal.code()))
                    .map(CodeFamily.Step::addOn)
                    .filter(code -> !proposals.containsKey(code))
                    .filter(this::reportable)
                    .map(table::row)
                    .forEach(siblings::add);
            put(
                    proposal.open(
                            List.copyOf(siblings),
                            new Answer.Open(family.asks(), family.source())));
        }
    }

    private static int compare(Proposal a, Proposal b) {
        return Comparator.comparing(Proposal::standing)
                .thenComparingInt(Proposal::words)
                .thenComparingInt(Proposal::occurrences)
                .thenComparing(Proposal::code, Comparator.reverseOrder())
                .compare(a, b);
    }
}
