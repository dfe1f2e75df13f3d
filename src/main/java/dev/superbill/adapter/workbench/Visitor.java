package dev.superbill.adapter.workbench;

import dev.superbill.audit.Actor;
import dev.superbill.audit.Role;
import jakarta.inject.Singleton;
import java.util.Set;

/// Who works at the workbench.
@Singleton
class Visitor {
    Actor actor() {
        return new Actor("local", "local", Set.of(Role.CODER, Role.AUDITOR, Role.ADMIN));
    }
}
