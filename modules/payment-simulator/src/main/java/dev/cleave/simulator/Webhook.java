package dev.cleave.simulator;

import dev.cleave.platform.web.door.OwnAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The shop's webhook, called over HTTP as a real provider would. */
class Webhook implements Reports.Shop {

    private final Signature signature;
    private final SimulatorProperties properties;
    private final Environment environment;
    private @Nullable RestClient http;

    Webhook(Signature signature, SimulatorProperties properties, Environment environment) {
        this.signature = signature;
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public void tell(Books.Report report, Question decided) {
        byte[] body = ReportBody.of(report, decided).bytes();
        http().post()
                .uri(address())
                .contentType(MediaType.APPLICATION_JSON)
                .header(Signature.HEADER, signature.sign(body))
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private RestClient http() {
        if (http == null) {
            SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
            requests.setConnectTimeout(Duration.ofSeconds(2));
            requests.setReadTimeout(Duration.ofSeconds(10));
            http = RestClient.builder().requestFactory(requests).build();
        }
        return http;
    }

    private URI address() {
        if (properties.reportTo() != null) {
            return properties.reportTo();
        }
        return OwnAddress.of(environment, "/api/payment/provider-events");
    }
}
