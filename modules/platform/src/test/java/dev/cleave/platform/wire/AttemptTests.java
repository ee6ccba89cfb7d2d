package dev.cleave.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptTests {

    private static final String TOKEN = "right";

    private Server server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(ServerInterceptors.intercept(new Platform(), new Guard()))
                .build()
                .start();
        address = "localhost:" + server.getPort();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void tellsAMissingTokenFromAWrongOne() {
        assertThat(new Attempt(address, null, false, null).trouble())
                .startsWith("It asks for a token, and none is given.").contains("AXON_AXONSERVER_TOKEN");
        assertThat(new Attempt(address, "wrong", false, null).trouble())
                .startsWith("It does not take the token that is given.").doesNotContain("wrong");
        assertThat(new Attempt(address, TOKEN, false, null).trouble()).startsWith("It has just answered");
    }

    @Test
    void tellsThatNothingListens() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThat(new Attempt("localhost:" + nobody + ",other:8124", null, false, null).trouble())
                .startsWith("Nothing listens there.").contains("axon.axonserver.servers");
    }

    @Test
    void tellsThatTheServerSpeaksNoTls() {
        assertThat(new Attempt(address, TOKEN, true, null).trouble())
                .startsWith("It does not speak TLS.").contains("ssl-enabled=false");
    }

    @Test
    void tellsThatItCantBeAsked(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        assertThat(new Attempt(address, null, true, text.toString()).trouble())
                .startsWith("It can't be asked (").contains("cert-file");
        assertThat(new Attempt(address, null, true, "no/such.pem").trouble())
                .startsWith("It can't be asked (").contains("no/such.pem", "cert-file");
        assertThat(new Attempt("localhost:port", null, false, null).trouble()).contains("axon.axonserver.servers");
    }

    /** Lets in whoever has the token, as Axon Server does. */
    private static final class Guard implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers,
                ServerCallHandler<Q, A> next) {
            if (TOKEN.equals(headers.get(Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER)))) {
                return next.startCall(call, headers);
            }
            call.close(Status.PERMISSION_DENIED, new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification who, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
