package dev.superbill.audit;

import java.util.Set;

/// Who asks, and for which tenant.
///
/// @param tenant the tenant, to which everything that is read or written belongs
/// @param user the user's name or a program's
/// @param roles what the user may do
public record Actor(String tenant, String user, Set<Role> roles) {
    /// The tenant of a program that serves a single person.
    public static final String ALONE = "local";

    private static final int LONGEST = 128;

    /// Checks and copies.
    public Actor {
        if (tenant.isBlank() || tenant.length() > LONGEST) {
            throw new IllegalArgumentException("a tenant has 1 to 128 characters");
        }
        if (user.isBlank() || user.length() > LONGEST) {
            throw new IllegalArgumentException("a user has 1 to 128 characters");
        }
        roles = Set.copyOf(roles);
    }

    /// The one user of a program that serves a single person: everything is allowed.
    ///
    /// @param user the user's name; `user` where it is blank or too long
    public static Actor alone(String user) {
        return new Actor(
                ALONE,
                user.isBlank() || user.length() > LONGEST ? "user" : user,
                Set.of(Role.values()));
    }

    /// Whether the user has one of some roles.
    public boolean hasAny(Role... wanted) {
        for (var role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
