package dev.superbill;

import dev.superbill.candidate.Candidate;
import dev.superbill.candidate.CandidateMerger;
import dev.superbill.candidate.FamilyResolver;
import dev.superbill.candidate.LookupSource;
import dev.superbill.candidate.VisitSource;
import dev.superbill.classification.NoteClassification;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.classification.RankedCode;
import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSets;
import dev.superbill.decision.Draft;
import dev.superbill.decision.Policy;
import dev.superbill.decision.PolicyGate;
import dev.superbill.decision.Router;
import dev.superbill.decision.Thresholds;
import dev.superbill.failure.CodingException;
import dev.superbill.failure.Fault;
import dev.superbill.mention.MentionFinder;
import dev.superbill.mention.NoteMentions;
import dev.superbill.note.Encounter;
import dev.superbill.note.Note;
import dev.superbill.rule.Rules;
import dev.superbill.section.Passages;
import dev.superbill.section.Section;
import dev.superbill.section.Sectionizer;
import dev.superbill.visit.VisitLeveler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/// The order of the stages, written once. Safe for use by many threads.
public final class CodingPipeline {
    private final CodeSets codeSets;
    private final NoteClassifier classifier;
    private final Sectionizer sectionizer = new Sectionizer();
    private final MentionFinder finder;
    private final VisitLeveler leveler;
    private final LookupSource lookup;
    private final FamilyResolver resolver;
    private final VisitSource visits;
    private final CandidateMerger merger;
    private final Rules rules;
    private final ClaimScrubber scrubber;
    private final Thresholds thresholds;
    private final Router router;
    private final PolicyGate gate;
    private final LongSupplier nanos;

    /// @param knowledge what the engine knows
    /// @param classifier what classifies notes
    /// @param nanos a clock for the stage timings, in nanoseconds
    public CodingPipeline(Knowledge knowledge, NoteClassifier classifier, LongSupplier nanos) {
        this.codeSets = knowledge.codeSets();
        this.classifier = classifier;
        this.finder = new MentionFinder(knowledge.lexicon());
        this.leveler = new VisitLeveler(codeSets, knowledge.visits());
        this.lookup = new LookupSource(codeSets.table());
        this.resolver = new FamilyResolver(codeSets.table(), codeSets.supplement().families());
        this.visits = new VisitSource(codeSets.table());
        this.merger = new CandidateMerger(codeSets, knowledge.confidence());
        this.rules = Rules.standard(codeSets);
        this.scrubber = new ClaimScrubber(codeSets, classifier, finder, leveler, lookup, rules);
        this.thresholds = Thresholds.of(knowledge.confidence().thresholds());
        this.router = new Router(codeSets.table(), thresholds);
        this.gate = new PolicyGate(Policy.NONE);
        this.nanos = nanos;
    }

    private CodingPipeline(CodingPipeline same, NoteClassifier classifier, PolicyGate gate) {
        this.codeSets = same.codeSets;
        this.classifier = classifier;
        this.finder = same.finder;
        this.leveler = same.leveler;
        this.lookup = same.lookup;
        this.resolver = same.resolver;
        this.visits = same.visits;
        this.merger = same.merger;
        this.rules = same.rules;
        this.scrubber = new ClaimScrubber(codeSets, classifier, finder, leveler, lookup, rules);
        this.thresholds = same.thresholds;
        this.router = same.router;
        this.gate = gate;
        this.nanos = same.nanos;
    }

    /// The same stages with another classifier.
    ///
    /// @param other what classifies notes
    public CodingPipeline with(NoteClassifier other) {
        return new CodingPipeline(this, other, gate);
    }

    /// The same stages under a policy.
    ///
    /// @param policy approved: it sends more to review, and changes nothing else
    /// @throws IllegalArgumentException if it has entries and nobody approved it
    public CodingPipeline with(Policy policy) {
        return new CodingPipeline(this, classifier, new PolicyGate(policy));
    }

    /// Codes one note.
    ///
    /// @throws CodingException with `NO_EDITION` if no loaded edition of CPT covers the service
    ///   date
    public CodingResult code(Note note, Encounter encounter, CodingOptions options) {
        requireEdition(encounter.serviceDate());
        var stages = new StageClock(nanos);
        var sections = stages.time("section", () -> sectionizer.split(note));
        var mentions = stages.time("mention", () -> finder.find(note, sections));
        var classification = stages.time("classification", () -> classify(note, options));
        var ranked = stages.time("classification", () -> rank(note, sections, options));
        var visit = stages.time("visit", () -> leveler.level(mentions, classification, encounter));
        var proposed =
                stages.time(
                        "candidate",
                        () ->
                                resolver.resolve(
                                        lookup.propose(
                                                mentions,
                                                encounter.serviceDate(),
                                                options.systems()),
                                        mentions,
                                        encounter.serviceDate()));
        var merged =
                stages.time(
                        "candidate",
                        () ->
                                merger.merge(
                                        proposed,
                                        mentions,
                                        classification,
                                        ranked,
                                        encounter.serviceDate()));
        var candidates =
                withVisit(merged.candidates(), visits.propose(visit).stream().toList(), options);
        var draft =
                stages.time(
                        "rule",
                        () ->
                                Draft.of(
                                        candidates,
                                        codeSets,
                                        thresholds,
                                        encounter,
                                        mentions,
                                        classification.likeliestType()));
        var findings = stages.time("rule", () -> rules.check(draft.claim()));
        var routed =
                stages.time(
                        "decision",
                        () ->
                                gate.apply(
                                        router.route(
                                                draft,
                                                merged.ousted(),
                                                findings,
                                                classified(classification),
                                                options.maxLines()),
                                        encounter));
        return new CodingResult(
                classification,
                visit,
                routed.lines(),
                routed.diagnoses(),
                routed.rejected(),
                routed.findings(),
                routed.routing(),
                codeSets.on(encounter.serviceDate()),
                stages.timings());
    }

    /// Checks a claim that a person chose.
    ///
    /// @throws CodingException with `NO_EDITION` if no loaded edition of CPT covers the service
    ///   date
    public ClaimReview review(ChosenClaim chosen) {
        requireEdition(chosen.encounter().serviceDate());
        return scrubber.review(chosen);
    }

    /// The sections and mentions of a note, as its stages see them.
    public NoteMentions read(Note note) {
        return finder.find(note, sectionizer.split(note));
    }

    /// The editions loaded.
    public CodeSets codeSets() {
        return codeSets;
    }

    private void requireEdition(LocalDate serviceDate) {
        if (codeSets.release(CodeSystem.CPT, serviceDate).isEmpty()) {
            throw new CodingException(
                    Fault.NO_EDITION, "no loaded edition of CPT covers " + serviceDate);
        }
    }

    private NoteClassification classify(Note note, CodingOptions options) {
        return switch (options.classification()) {
            case DEFAULT -> classifier.classify(note.text());
            case NONE -> NoteClassification.none();
        };
    }

    private List<RankedCode> rank(Note note, List<Section> sections, CodingOptions options) {
        return switch (options.classification()) {
            case DEFAULT ->
                    classifier.ranks()
                            ? classifier.rank(note.text(), Passages.of(note, sections))
                            : List.of();
            case NONE -> List.of();
        };
    }

    private static Router.Classified classified(NoteClassification classification) {
        return classification.present() ? Router.Classified.YES : Router.Classified.NO;
    }

    private static List<Candidate> withVisit(
            List<Candidate> merged, List<Candidate> visit, CodingOptions options) {
        if (visit.isEmpty() || !options.systems().contains(CodeSystem.CPT)) {
            return merged;
        }
        var all = new ArrayList<>(merged);
        all.removeIf(candidate -> candidate.code().equals(visit.getFirst().code()));
        all.addAll(visit);
        all.sort(
                Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparing(Candidate::code));
        return List.copyOf(all);
    }
}
