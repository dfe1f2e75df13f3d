package dev.superbill.adapter.quarkus;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Speaks to S3, with the region and the credentials of the environment.
final class Buckets {
    private Buckets() {}

    /// A client.
    ///
    /// @param endpoint the address of what speaks S3; Amazon's where it is not set
    static S3Client client(Optional<URI> endpoint) {
        var builder = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        return builder.build();
    }
}
