package dev.superbill.adapter.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Every setting of Superbill's own.
@ConfigMapping(prefix = "superbill")
interface SuperbillConfig {
    /// The classifier.
    Classifier classifier();

    /// The audit trail.
    Audit audit();

    /// The answers to messages of a queue.
    Results results();

    /// The classifier.
    interface Classifier {
        /// What runs the model, `none` for no model.
        @WithDefault("none")
        String engine();
    }

    /// The audit trail.
    interface Audit {
        /// The file that records are appended to; none where this is not set.
        Optional<Path> path();
    }

    /// The answers to messages of a queue.
    interface Results {
        /// The folder that they are written to.
        @WithDefault("results")
        Path path();
    }
}
