package dev.superbill.load;

import io.gatling.http.client.Request;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/// Signs requests as AWS's doors ask for (Signature Version 4), with the credentials that the AWS
/// tools would use.
final class Signature implements Function<Request, Request> {
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
    private final String service;
    private final String region;

    /// @param service `execute-api` for a gateway, `lambda` for a Function URL
    /// @param region the region of the door
    Signature(String service, String region) {
        this.service = service;
        this.region = region;
        // The first signature takes the longest, and tells whether there are credentials.
        signed(URI.create("https://localhost/"), "POST", new byte[0]);
    }

    @Override
    public Request apply(Request request) {
        signed(
                        URI.create(request.getUri().toUrl()),
                        request.getMethod().name(),
                        request.getBody().getBytes())
                .headers()
                .forEach((name, values) -> request.getHeaders().set(name, values));
        return request;
    }

    private SdkHttpRequest signed(URI uri, String method, byte[] body) {
        var unsigned =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(method))
                        .uri(uri)
                        .putHeader("Content-Type", "application/json")
                        .build();
        return signer.sign(sign ->
                        sign.identity(credentials.resolveCredentials())
                                .request(unsigned)
                                .payload(() -> new ByteArrayInputStream(body))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request();
    }
}
