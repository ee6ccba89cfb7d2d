package dev.cleave.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

class UnknownSettingsTests {

    private static final Path DOCUMENT = Path.of("../docs/settings.md");

    @Test
    void aMistypedSettingIsRefusedWithTheNearestKnownOne() {
        assertThatThrownBy(() -> start("--cleave.data-directroy=/srv"))
                .isInstanceOf(UnknownSetting.class)
                .hasMessageContaining("There is no setting cleave.data-directroy (")
                .hasMessageContaining(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)
                .hasMessageEndingWith("Did you mean cleave.data-directory?");
    }

    @Test
    void allMistypedSettingsAreToldAtOnce() {
        assertThatThrownBy(() -> start("--cleave.profle=split", "--cleave.web.max-lagg=2s"))
                .hasMessageContaining("Did you mean cleave.profile?")
                .hasMessageContaining("Did you mean cleave.web.max-lag?");
    }

    @Test
    void itsAnalysisSaysWhereTheSettingsAre() {
        assertThatThrownBy(() -> start("--cleave.nothing-like-it-at-all-of-any-kind=1")).satisfies(failure -> assertThat(
                new UnknownSettingAnalyzer().analyze(failure).getAction()).contains("docs/settings.md"));
    }

    @Test
    void settingsOfAllContextsAreKnown() {
        assertThatCode(() -> start(
                "--cleave.ordering.waits.reservation=PT1M", "--cleave.shipping.delivery-wait=P1D", "--cleave.dataDirectory=/srv",
                "--cleave.inventory.warehouse=main", "--cleave.notification.from=a@b.c", "--cleave.payment.provider.attempts=3",
                "--cleave.contexts[0]=catalog", "--server.port=0", "--spring.nonsense=1")).doesNotThrowAnyException();
    }

    @Test
    void anEntryByNameIsKnownByWhatItCanHave() {
        assertThatCode(() -> start("--cleave.stores.ordering.url=jdbc:h2:mem:a", "--cleave.stores.events.cache-size=100"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> start("--cleave.stores.ordering.urll=jdbc:h2:mem:a")).isInstanceOf(UnknownSetting.class);
        assertThatThrownBy(() -> start("--cleave.store=jdbc:h2:mem:a")).isInstanceOf(UnknownSetting.class);
    }

    @Test
    void whatOthersMayUseIsLeftAlone() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(
                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, Map.of("cleave.jar", "x")));
        assertThatCode(() -> start(environment)).doesNotThrowAnyException();
    }

    @Test
    void everyDocumentedSettingIsKnown() throws IOException {
        KnownSettings known = KnownSettings.read(getClass().getClassLoader());
        TreeSet<String> documented =
                Pattern.compile("`(cleave\\.[a-z.-]+[a-z])(=[^`]*)?`").matcher(Files.readString(DOCUMENT)).results()
                        .map((MatchResult named) -> named.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).hasSizeGreaterThan(30).allSatisfy(
                name -> assertThat(known.contains(ConfigurationPropertyName.of(name))).as(name).isTrue());
    }

    private static void start(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        start(environment);
    }

    private static void start(StandardEnvironment environment) {
        new UnknownSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
