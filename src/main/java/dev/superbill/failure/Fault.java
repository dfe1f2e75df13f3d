package dev.superbill.failure;

/// The categories a failure may have. A door maps each to its own form of error; none carries note
/// text.
public enum Fault {
    /// The request cannot be read or breaks a constraint of the interface.
    INVALID_REQUEST,
    /// The request is larger than the interface allows.
    TOO_LARGE,
    /// No loaded edition of CPT covers the service date.
    NO_EDITION,
    /// The code asked for is in no loaded code set.
    UNKNOWN_CODE,
    /// What the request is about does not exist.
    NOT_FOUND,
    /// The caller's roles do not allow it.
    FORBIDDEN,
    /// The request contradicts what is recorded already.
    CONFLICT,
    /// The key of an earlier request was sent with another one.
    KEY_REUSED,
    /// The classifier could not be loaded or did not answer.
    CLASSIFIER_UNAVAILABLE,
    /// A store that the request needs is down.
    STORE_UNAVAILABLE
}
