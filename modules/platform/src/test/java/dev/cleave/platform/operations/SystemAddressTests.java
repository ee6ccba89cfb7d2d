package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemAddressTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080/api/a?b=c%20d",
        "http://localhost:8080/, http://localhost:8080/api/a?b=c%20d",
        "http://[::1]:8080, http://[::1]:8080/api/a?b=c%20d",
        "https://shop.example/cleave, https://shop.example/cleave/api/a?b=c%20d",
        "https://shop.example/a%20b/, https://shop.example/a%20b/api/a?b=c%20d"
    })
    void leadsIntoTheSystem(URI system, URI address) {
        assertThat(SystemAddress.fault(system)).isEmpty();
        assertThat(SystemAddress.below(system, "/api/a?b=c%20d")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "localhost:8080", "ftp://x", "x", "http://a_b", "http://", "http:///x", "http://::1:8080", "http://x:99999", "http://x?y",
        "http://x#y",
        "http://me@x"
    })
    void saysWhatIsWrong(String system) {
        String valid = system.equals("http://") ? "http:/" : system;
        assertThat(SystemAddress.fault(URI.create(valid))).isPresent();
    }
}
