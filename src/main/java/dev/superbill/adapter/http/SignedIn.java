package dev.superbill.adapter.http;

import dev.superbill.adapter.wire.Caller;
import dev.superbill.adapter.wire.Claims;
import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.adapter.wire.ProblemException;
import dev.superbill.audit.Actor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who makes the request at hand: whom the provider's token names, or the one user.
@Singleton
public class SignedIn implements Caller {
    private static final String NOBODY =
            "Send a valid token of the identity provider as Authorization: Bearer.";

    private final Access access;
    private final Claims claims;
    private final CurrentIdentityAssociation identities;
    private final Caller alone = Caller.alone();

    /// @param access who may come
    /// @param claims where tokens tell tenant and roles
    /// @param identities the identity of the request at hand
    public SignedIn(Access access, Claims claims, CurrentIdentityAssociation identities) {
        this.access = access;
        this.claims = claims;
        this.identities = identities;
    }

    @Override
    public Actor actor() {
        return switch (access.mode()) {
            case ALONE, OPEN -> alone.actor();
            case PROVIDER -> named(identity());
        };
    }

    private SecurityIdentity identity() {
        try {
            return identities.getDeferredIdentity().await().indefinitely();
        } catch (AuthenticationFailedException _) {
            throw nobody();
        }
    }

    private Actor named(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw nobody();
        }
        var name = token.getName();
        return claims.actor(
                name == null ? "" : name, claim -> Optional.ofNullable(value(token, claim)));
    }

    /// A claim as text. A name with slashes leads into nested claims.
    private static @Nullable String value(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null && claim.contains("/")) {
            return NestedClaim.of(token, claim);
        }
        return value == null ? null : value.toString();
    }

    private static ProblemException nobody() {
        return new ProblemException(Kind.UNAUTHENTICATED.saying(NOBODY));
    }
}
