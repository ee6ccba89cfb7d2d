package dev.cleave.architecture.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendersTests {

    private static final String TILL = "dev.cleave.architecture.code.till";
    private static final SystemModel MODEL = CodeReader.of(
            Conventions.of("Till", TILL),
            new ClassFileImporter().importPackages(TILL),
            Sources.in(Path.of(""), List.of(Path.of("src/test/java")), List.of(), List.of())).model();

    @Test
    void anEventIsAppliedAtEveryPlaceThatMakesItOrHasItMade() {
        assertThat(senders("CashCounted")).singleElement().satisfies(till -> assertThat(till.places())
                .extracting(Location::member)
                .containsExactly("in", "out", "count"));
    }

    @Test
    void whoGoesThroughAHelperThatChoosesIsInDoubt() {
        assertThat(senders("PayIn")).hasSize(2).allSatisfy(sender -> {
            assertThat(sender.helper()).isNotNull();
            assertThat(sender.helper().member()).isEqualTo("slip");
            assertThat(sender.helper().line()).isPositive();
        });
        assertThat(senders("PayOut")).hasSize(2).allSatisfy(sender -> assertThat(sender.helper()).isNotNull());
    }

    @Test
    void whoGoesThroughAHelperThatMakesAllThatItMakesIsNot() {
        assertThat(senders("PrintSlip")).extracting(Sender::type)
                .containsExactly(TILL + ".desk.slip.Closings", TILL + ".desk.slip.Openings");
        assertThat(senders("PrintSlip")).extracting(Sender::helper).containsOnlyNulls();
    }

    private static List<Sender> senders(String message) {
        return MODEL.messages().stream().filter(each -> each.name().equals(message)).findFirst().orElseThrow().senders();
    }
}
