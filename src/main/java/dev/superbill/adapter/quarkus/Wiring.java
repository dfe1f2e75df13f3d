package dev.superbill.adapter.quarkus;

import dev.superbill.Knowledge;
import dev.superbill.adapter.djl.LookupOnFailure;
import dev.superbill.adapter.store.BundleBucket;
import dev.superbill.adapter.store.BundleFolder;
import dev.superbill.adapter.store.EmbeddedKnowledge;
import dev.superbill.adapter.store.FolderResultSink;
import dev.superbill.adapter.store.official.BundleBuild;
import dev.superbill.adapter.wire.Api;
import dev.superbill.adapter.wire.Build;
import dev.superbill.adapter.wire.CallMeter;
import dev.superbill.adapter.wire.CaseSource;
import dev.superbill.adapter.wire.Claims;
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.ResultSink;
import dev.superbill.adapter.wire.Suggester;
import dev.superbill.adapter.wire.trail.Casebooks;
import dev.superbill.adapter.wire.trail.Desk;
import dev.superbill.adapter.wire.trail.Paths;
import dev.superbill.audit.AuditTrail;
import dev.superbill.audit.NoteStore;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.CodeSetSource;
import dev.superbill.decision.Policy;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Puts the engine together once, for whichever door opens.
final class Wiring {
    @Produces
    @Singleton
    Knowledge knowledge() {
        return EmbeddedKnowledge.load();
    }

    @Produces
    @Singleton
    CodeSetSource codeSets(Knowledge knowledge, SuperbillConfig config) {
        var told = config.codesets();
        var own = knowledge.codeSets();
        if (told.location().isEmpty()) {
            return CodeSetSource.fixed(own);
        }
        var location = told.location().get();
        return BundleBucket.Place.named(location)
                ? new BundleBucket(
                        Buckets.client(told.endpoint()),
                        BundleBucket.Place.of(location),
                        told.cache(),
                        own)
                : new BundleFolder(Path.of(location), own);
    }

    @Produces
    @Singleton
    NoteClassifier classifier(SuperbillConfig config) {
        return ConfiguredClassifier.of(config.classifier());
    }

    void close(@Disposes NoteClassifier classifier) {
        if (classifier instanceof LookupOnFailure open) {
            open.close();
        }
    }

    @Produces
    @Singleton
    CurrentPipeline pipeline(
            Knowledge knowledge,
            NoteClassifier classifier,
            CodeSetSource source,
            SuperbillConfig config) {
        return new CurrentPipeline(
                knowledge,
                classifier,
                source,
                config.policy().map(ApprovedPolicy::read).orElse(Policy.NONE));
    }

    @Produces
    @Singleton
    ResultSink resultSink(SuperbillConfig config) {
        return new FolderResultSink(config.results().path());
    }

    /// Where nothing counts calls: a function is counted by its platform.
    @Produces
    @Singleton
    @DefaultBean
    CallMeter callMeter() {
        return CallMeter.none();
    }

    @Produces
    @Singleton
    CodeBundles codeBundles() {
        return new BundleBuild();
    }

    @Produces
    @Singleton
    Build build() {
        return Build.ofClassPath();
    }

    @Produces
    @Singleton
    Suggester suggester(CurrentPipeline pipeline, NoteClassifier classifier, Build build) {
        return new Suggester(
                pipeline,
                classifier::model,
                build,
                new Suggester.Time(Clock.systemUTC(), System::nanoTime, new SecureRandom()));
    }

    @Produces
    @Singleton
    Desk desk(Suggester suggester, AuditTrail trail, NoteStore notes, SuperbillConfig config) {
        return new Desk(
                suggester,
                trail,
                notes,
                new Desk.Terms(
                        config.notes().kept().equals("kept")
                                ? Desk.AfterSigning.KEEP
                                : Desk.AfterSigning.ERASE,
                        config.shadow().departments().orElse(List.of()).stream()
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())));
    }

    @Produces
    @Singleton
    CaseSource cases(AuditTrail trail, SuperbillConfig config) {
        return () -> recorded(new Casebooks(trail), config.tenant());
    }

    private static CaseSource.Recorded recorded(Casebooks books, String tenant) {
        long last = books.head(tenant).sequence();
        return new CaseSource.Recorded(Math.min(1, last), last, books.of(tenant).cases());
    }

    @Produces
    @Singleton
    Claims claims(SuperbillConfig config) {
        return new Claims(config.oidc().tenantClaim(), config.oidc().rolesClaims());
    }

    @Produces
    @Singleton
    Api api(
            Suggester suggester,
            Validator validator,
            Desk desk,
            AuditTrail trail,
            CallMeter meter) {
        return new Api(suggester, validator, Paths.of(suggester, validator, desk, trail), meter);
    }
}
