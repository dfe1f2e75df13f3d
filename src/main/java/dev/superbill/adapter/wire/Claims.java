package dev.superbill.adapter.wire;

import dev.superbill.adapter.wire.Problem.Kind;
import dev.superbill.audit.Actor;
import dev.superbill.audit.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the claims of a token tell the tenant and the roles. Roles of other programs are passed
/// over.
///
/// @param tenant the claim that names the tenant
/// @param roles the claims that may list the roles; the first that is there counts
public record Claims(String tenant, List<String> roles) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,\\[\\]\"]+");

    /// Copies.
    public Claims {
        roles = List.copyOf(roles);
    }

    /// The caller that a token tells.
    ///
    /// @param user the caller's name
    /// @param claim the value of a claim as text: several separated by blanks or commas, as JSON or
    ///   bare
    /// @throws ProblemException if no tenant is told, or a name is longer than 128 characters
    public Actor actor(String user, Function<String, Optional<String>> claim) {
        var named =
                claim.apply(tenant)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElseThrow(() -> forbidden("The token names no tenant."));
        var told =
                roles.stream().flatMap(name -> claim.apply(name).stream()).findFirst().orElse("");
        try {
            return new Actor(
                    named,
                    user,
                    Arrays.stream(BETWEEN.split(told))
                            .flatMap(label -> Role.labelled(label).stream())
                            .collect(Collectors.toSet()));
        } catch (IllegalArgumentException _) {
            throw forbidden("The token names nobody, or names longer than 128 characters.");
        }
    }

    private static ProblemException forbidden(String why) {
        return new ProblemException(Kind.FORBIDDEN.saying(why));
    }
}
