package dev.cleave.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080/a",
        "localhost, http://localhost:8080/a",
        "0.0.0.0, http://127.0.0.1:8080/a",
        "::, http://127.0.0.1:8080/a",
        "[::], http://127.0.0.1:8080/a",
        "::1, http://[::1]:8080/a",
        "[::1], http://[::1]:8080/a",
        "0:0:0:0:0:0:0:1, http://[0:0:0:0:0:0:0:1]:8080/a"
    })
    void isAnAddressThatCanBeCalled(String listen, String address) {
        assertThat(OwnAddress.of(listen, 8080, "/a")).hasToString(address).hasPort(8080).hasPath("/a");
    }
}
