package dev.superbill.adapter.djl;

/// What of a model folder is used without its checksum being computed first.
public enum Trust {
    /// Nothing.
    NOTHING,
    /// The weights: where the platform checks the package that it deploys, as AWS Lambda does.
    WEIGHTS
}
