package dev.superbill.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// Makes log groups: encrypted, with an end, and kept where the stack goes.
///
/// @param key what they are encrypted with
/// @param retention how long they are kept
record LogGroups(IKey key, RetentionDays retention) {
    /// A group whose name CloudFormation makes up.
    LogGroup in(Construct scope, String id) {
        return builder(scope, id).build();
    }

    /// A group of a name that a service wants.
    LogGroup in(Construct scope, String id, String name) {
        return builder(scope, id).logGroupName(name).build();
    }

    private LogGroup.Builder builder(Construct scope, String id) {
        return LogGroup.Builder.create(scope, id)
                .encryptionKey(key)
                .retention(retention)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
