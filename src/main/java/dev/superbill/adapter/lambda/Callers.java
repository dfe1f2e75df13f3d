package dev.superbill.adapter.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.adapter.wire.Claims;
import dev.superbill.audit.Actor;
import dev.superbill.audit.Role;
import java.util.Optional;
import java.util.Set;

/// Tells who calls. What comes without claims was let in by the platform: a queue, an API key, IAM.
final class Callers {
    private static final String SERVICE = "service";

    private final Claims claims;
    private final Actor service;

    /// @param claims where claims tell who calls
    /// @param tenant whose the events without claims are
    Callers(Claims claims, String tenant) {
        this.claims = claims;
        this.service = new Actor(tenant, SERVICE, Set.of(Role.SERVICE));
    }

    /// A program that the platform let in.
    Actor service() {
        return service;
    }

    /// The caller of a gateway's event.
    ///
    /// @throws dev.superbill.adapter.wire.ProblemException if the claims name no tenant
    Actor of(JsonNode told) {
        if (!told.isObject() || told.isEmpty()) {
            return service;
        }
        return claims.actor(
                told.path("sub").asText(SERVICE),
                name -> Optional.of(told.path(name).asText("")).filter(text -> !text.isBlank()));
    }
}
