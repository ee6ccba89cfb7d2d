package dev.cleave.platform.wire;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.MetadataUtils;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Axon Server once what its connector asks first, to learn why that does not come through: the connector keeps the reason to
 * itself.
 *
 * @param server {@code HOST:PORT}, or several with commas between, of which the first is asked
 * @param token if one is set
 * @param tls whether to speak TLS
 * @param certificate a file with the certificates to trust instead of the usual ones, if one is set
 */
record Attempt(String server, @Nullable String token, boolean tls, @Nullable String certificate) {

    private static final int USUAL_PORT = 8124;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String GONE = "Nothing listens there. Start it, or set axon.axonserver.servers to where it is.";

    /** What is wrong and what mends it. */
    String trouble() {
        String first = server.split(",")[0].strip();
        int colon = first.lastIndexOf(':');
        ManagedChannel channel;
        try {
            String host = colon < 0 ? first : first.substring(0, colon);
            int port = colon < 0 ? USUAL_PORT : Integer.parseInt(first.substring(colon + 1));
            channel = Grpc.newChannelBuilderForAddress(host, port, credentials()).build();
        } catch (IOException | RuntimeException e) {
            return "It can't be asked (" + e.getMessage() + "). See to axon.axonserver.servers, ssl-enabled and cert-file.";
        }
        try {
            Metadata headers = new Metadata();
            if (token != null) {
                headers.put(Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER), token);
            }
            PlatformServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .getPlatformServer(ClientIdentification.newBuilder().setComponentName("attempt").build());
            return "It has just answered, so that the connection should come.";
        } catch (StatusRuntimeException e) {
            return told(e);
        } finally {
            channel.shutdownNow();
        }
    }

    private ChannelCredentials credentials() throws IOException {
        if (!tls) {
            return InsecureChannelCredentials.create();
        }
        TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder();
        return (certificate == null ? credentials : credentials.trustManager(new File(certificate))).build();
    }

    private String told(StatusRuntimeException e) {
        Status.Code code = e.getStatus().getCode();
        if (code == Status.Code.PERMISSION_DENIED || code == Status.Code.UNAUTHENTICATED) {
            return token == null
                    ? "It asks for a token, and none is given. Set the environment variable AXON_AXONSERVER_TOKEN."
                    : "It does not take the token that is given. Correct the environment variable AXON_AXONSERVER_TOKEN.";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return GONE;
            }
            if (cause instanceof UnknownHostException) {
                return "There is no host of this name. Set axon.axonserver.servers to where it is.";
            }
            if (cause instanceof SSLException && cause.getClass().getSimpleName().equals("NotSslRecordException")) {
                return "It does not speak TLS. Set axon.axonserver.ssl-enabled=false, or let it speak TLS.";
            }
            if (cause instanceof SSLException) {
                return "Its certificate is not trusted (" + innermost(cause) + "). Set axon.axonserver.cert-file to the"
                        + " certificate of who issued it, and axon.axonserver.servers to a name that it is for.";
            }
        }
        String cause = e.getCause() == null ? "" : ", " + e.getCause().getMessage();
        return "It does not answer as Axon Server does (" + e.getMessage() + cause + ")."
                + (tls ? "" : " If it speaks TLS, set axon.axonserver.ssl-enabled and cert-file.");
    }

    private static @Nullable String innermost(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
