package dev.superbill.adapter.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// Every setting of Superbill's own.
@ConfigMapping(prefix = "superbill")
interface SuperbillConfig {
    /// The classifier.
    Classifier classifier();

    /// The operator's code sets.
    CodeSource codesets();

    /// The answers to messages of a queue.
    Results results();

    /// The file of a policy that an operator approved; none where this is not set.
    Optional<Path> policy();

    /// Whose what comes without a caller is, such as messages of a queue.
    @WithDefault("local")
    String tenant();

    /// What stands before the server: `alone` where nothing does and one person uses it on this
    /// machine, or `open` where something in front checks who comes.
    @WithDefault("alone")
    String access();

    /// What tokens tell.
    Oidc oidc();

    /// Pilots that hide suggestions.
    Shadow shadow();

    /// What tokens tell.
    interface Oidc {
        /// The claim that names the tenant.
        @WithDefault("tenant")
        String tenantClaim();

        /// The claims that may list the roles; the first that a token has counts.
        @WithDefault("roles,groups")
        List<String> rolesClaims();
    }

    /// Pilots that hide suggestions.
    interface Shadow {
        /// Departments whose coders do not see suggestions.
        Optional<List<String>> departments();
    }

    /// Where the audit trail is kept.
    Store store();

    /// The texts of notes.
    Notes notes();

    /// How long the contents of records are kept, such as `P7Y`; for ever where this is not set.
    Optional<Period> retention();

    /// Where the audit trail is kept.
    interface Store {
        /// What keeps it: `sqlite`, a file; `dynamodb`, two tables; or `none`. Where this is not
        /// set, `dynamodb` if tables are named, and else `sqlite` in a server and `none` in a
        /// function and on the command line, unless a path is named.
        Optional<String> kind();

        /// The file; where this is not set, `.superbill/superbill.db` in the user's folder.
        Optional<Path> path();

        /// The table of records, of DynamoDB.
        Optional<String> trailTable();

        /// The table of contents and notes, of DynamoDB.
        Optional<String> contentTable();

        /// The address of what speaks DynamoDB, where it is not Amazon's.
        Optional<URI> endpoint();

        /// What keeps it where nothing is named; set by the door that a process opens.
        @WithDefault("sqlite")
        String otherwise();
    }

    /// The texts of notes.
    interface Notes {
        /// How long they are kept: `until-signed`, encrypted beside the trail until the claim is
        /// signed; `kept`, the same and after it too; or `memory`, not longer than the process.
        @WithParentName
        @WithDefault("until-signed")
        String kept();

        /// The key that they are encrypted with, 32 bytes in Base64; where this is not set, that of
        /// a file beside the database, which is made when the first note is kept. DynamoDB has no
        /// such file.
        Optional<String> key();
    }

    /// The operator's code sets.
    interface CodeSource {
        /// The folder of bundles, or `s3://bucket/prefix`; what ships with the program alone where
        /// this is not set.
        @WithParentName
        Optional<String> location();

        /// Where the bundles of a bucket are copied to.
        @WithDefault("${java.io.tmpdir}/superbill-codesets")
        Path cache();

        /// The address of what speaks S3, where it is not Amazon's.
        Optional<URI> endpoint();

        /// How often the place is looked at again; `0s` never.
        @WithDefault("10s")
        Duration refresh();
    }

    /// The classifier.
    interface Classifier {
        /// What runs the model: `PyTorch`, `OnnxRuntime`, `auto` for the first of them whose
        /// libraries are found, or `none` for lookup alone.
        @WithDefault("auto")
        String engine();

        /// The model's folder; where this is not set, `models/note-encoder` beside the program or
        /// above it.
        Optional<Path> model();

        /// The folder with the engine's libraries; where this is not set, `pytorch` or
        /// `onnxruntime` beside the program or above it.
        Optional<Path> libraries();

        /// Which of the model's files runs: `int8` or `float`.
        @WithDefault("int8")
        String precision();

        /// Whether the checksums of the weights are computed before they are used; not needed where
        /// the platform has checked the package, as AWS Lambda does.
        @WithDefault("true")
        boolean verify();
    }

    /// The answers to messages of a queue.
    interface Results {
        /// The folder that they are written to.
        @WithDefault("results")
        Path path();
    }
}
