package dev.superbill.adapter.wire;

import dev.superbill.audit.Actor;

/// The port to who makes the HTTP call at hand.
public interface Caller {
    /// The caller.
    ///
    /// @throws ProblemException with 401 if nobody is signed in, with 403 if the caller belongs to
    ///   no tenant
    Actor actor();

    /// The user of this machine, who may do everything.
    static Caller alone() {
        var user = Actor.alone(System.getProperty("user.name", ""));
        return () -> user;
    }
}
