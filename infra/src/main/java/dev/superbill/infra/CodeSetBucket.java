package dev.superbill.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// The bucket of code sets, and the one that tells who read it.
final class CodeSetBucket {
    private static final int SIX_YEARS = 2192;

    private CodeSetBucket() {}

    static Bucket in(Construct scope, String id, IKey key) {
        var accessLogs =
                Bucket.Builder.create(scope, id + "AccessLogs")
                        .encryption(BucketEncryption.S3_MANAGED)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .versioned(true)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .expiration(Duration.days(SIX_YEARS))
                                                .noncurrentVersionExpiration(Duration.days(1))
                                                .build()))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        Acknowledged.finding(
                accessLogs,
                "S3DefaultEncryptionKMS",
                "S3 delivers access logs only into buckets that are encrypted with S3's own keys"
                        + " (SSE-S3); they name keys of published code sets and no patient.");
        Acknowledged.finding(
                accessLogs,
                "S3BucketReplicationEnabled",
                "Access logs of published code sets: their loss with a whole region is accepted.");
        var bucket =
                Bucket.Builder.create(scope, id)
                        .encryption(BucketEncryption.KMS)
                        .encryptionKey(key)
                        .bucketKeyEnabled(true)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .versioned(true)
                        .serverAccessLogsBucket(accessLogs)
                        .serverAccessLogsPrefix("codesets/")
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .abortIncompleteMultipartUploadAfter(
                                                        Duration.days(1))
                                                .build()))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        Acknowledged.finding(
                bucket,
                "S3BucketReplicationEnabled",
                "It holds bundles that `codes build` makes again, byte for byte, from the official"
                        + " files, and nothing of a patient; versions guard against mistakes.");
        return bucket;
    }
}
