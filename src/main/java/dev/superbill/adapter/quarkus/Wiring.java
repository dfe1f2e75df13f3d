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
import dev.superbill.adapter.wire.CodeBundles;
import dev.superbill.adapter.wire.ResultSink;
import dev.superbill.audit.AuditTrail;
import dev.superbill.classification.NoteClassifier;
import dev.superbill.codeset.CodeSetSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

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
    CurrentPipeline pipeline(Knowledge knowledge, NoteClassifier classifier, CodeSetSource source) {
        return new CurrentPipeline(knowledge, classifier, source);
    }

    @Produces
    @Singleton
    @DefaultBean
    AuditTrail auditTrail() {
        return AuditTrail.none();
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
    Api api(
            CurrentPipeline pipeline,
            NoteClassifier classifier,
            Build build,
            Validator validator,
            AuditTrail auditTrail,
            CallMeter meter) {
        return new Api(
                pipeline,
                classifier::model,
                build,
                validator,
                auditTrail,
                meter,
                new Api.Time(Clock.systemUTC(), System::nanoTime, new SecureRandom()));
    }
}
