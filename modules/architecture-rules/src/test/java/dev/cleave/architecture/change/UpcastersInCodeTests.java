package dev.cleave.architecture.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.change.EarlierForms.Proof;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpcastersInCodeTests {

    @TempDir
    private Path root;

    private UpcastersInCode upcasters;

    record Served(String plate) {}

    static final class ServedTo2 extends SingleEventUpcaster {

        private static final SimpleSerializedType FROM = new SimpleSerializedType(Served.class.getName(), "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event;
        }
    }

    static final class NoUpcaster {

        String names() {
            return Served.class.getName() + "7";
        }
    }

    @BeforeEach
    void read() throws IOException {
        Path samples = Files.createDirectories(root.resolve("modules/counter/src/test/resources/samples/Served"));
        Files.writeString(samples.resolve("1-cold.json"), "{}");
        Files.writeString(samples.resolve("12.json"), "{}");
        upcasters = new UpcastersInCode(CodeReader.of(
                Conventions.of("cafe", "dev.cleave.architecture.change"),
                new ClassFileImporter().importClasses(Served.class, ServedTo2.class, NoUpcaster.class),
                Sources.below(root)));
    }

    @Test
    void findsTheUpcasterThatNamesEventAndRevisionAndASample() {
        assertThat(upcasters.of(Served.class.getName(), "1"))
                .isEqualTo(new Proof(
                        ServedTo2.class.getName(), "modules/counter/src/test/resources/samples/Served/1-cold.json"));
    }

    @Test
    void findsNoneForAnotherRevisionOrEvent() {
        assertThat(upcasters.of(Served.class.getName(), "2")).isEqualTo(new Proof(null, null));
        assertThat(upcasters.of(Served.class.getName(), "7")).isEqualTo(new Proof(null, null));
        assertThat(upcasters.of("dev.cleave.architecture.change.Eaten", "1")).isEqualTo(new Proof(null, null));
    }
}
