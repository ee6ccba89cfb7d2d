package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifTests {

    private final JsonNode run = new JsonMapper().readTree(Sarif.of(SampleReport.broken())).path("runs").path(0);

    static List<Report> reports() {
        return List.of(SampleReport.broken(), SampleReport.kept(), SampleReport.empty(), Awkward.report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void followsThePublishedSchema(Report report) {
        assertThat(Schemas.faults(Schemas.sarif(), Sarif.of(report))).isEmpty();
    }

    @Test
    void publishedSchemaWouldNotTakeAnything() {
        String sarif = Sarif.of(SampleReport.broken());
        assertThat(Schemas.faults(Schemas.sarif(), sarif.replace("\"startLine\" : 57", "\"startLine\" : 0"))).isNotEmpty();
        assertThat(Schemas.faults(Schemas.sarif(), sarif.replace("\"kind\" : \"external\"", "\"kind\" : \"frozen\"")))
                .isNotEmpty();
        assertThat(Schemas.faults(Schemas.sarif(), sarif.replace("\"shortDescription\"", "\"sentence\""))).isNotEmpty();
    }

    @Test
    void tellsEveryRuleAndEveryViolation() {
        assertThat(run.at("/tool/driver/rules").size()).isEqualTo(6);
        assertThat(run.at("/tool/driver/rules/0/help/text").stringValue())
                .contains("What another context may change tomorrow", "Commands and events only");
        assertThat(run.path("results").size()).isEqualTo(5);
        assertThat(run.at("/results/0/ruleId").stringValue()).isEqualTo("contexts-meet-in-published-language");
        assertThat(run.at("/results/0/level").stringValue()).isEqualTo("error");
        assertThat(run.at("/results/0/message/text").stringValue())
                .isEqualTo("Orders.total(Order) calls shop.stock.shelf.Shelf.find(String), which is internal to stock.\n"
                        + "Learn what is needed from stock's events, or have stock publish it in shop.stock.api.");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo("modules/ordering/src/main/java/shop/ordering/order/Orders.java");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine").intValue()).isEqualTo(57);
        assertThat(run.at("/results/0/baselineState").stringValue()).isEqualTo("new");
        assertThat(run.at("/results/0/suppressions").isMissingNode()).isTrue();
    }

    @Test
    void tellsThatARuleFoundNothing() {
        assertThat(run.at("/results/3/ruleId").stringValue()).isEqualTo("sql-touches-own-tables");
        assertThat(run.at("/results/3/message/text").stringValue())
                .isEqualTo("The rule found nothing to look at, so nothing is known about it.");
    }

    @Test
    void tellsWhichMessageHasChangedAndBroken() {
        assertThat(run.at("/results/4/ruleId").stringValue()).isEqualTo("no-breaking-change");
        assertThat(run.at("/results/4/locations/0/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo("modules/stock/src/main/java/shop/stock/api/StockReserved.java");
    }

    @Test
    void suppressesFrozenOnesAndShowsTheWayThere() {
        JsonNode frozen = run.at("/results/2");
        assertThat(frozen.path("baselineState").stringValue()).isEqualTo("unchanged");
        assertThat(frozen.at("/suppressions/0/kind").stringValue()).isEqualTo("external");
        JsonNode steps = frozen.at("/codeFlows/0/threadFlows/0/locations");
        assertThat(steps.size()).isEqualTo(3);
        assertThat(steps.at("/0/location/physicalLocation/region/startLine").intValue()).isEqualTo(40);
        assertThat(steps.at("/1/location/message/text").stringValue())
                .isEqualTo("Invoice.on(OrderPlaced) (modules/billing/src/main/java/shop/billing/Invoice.java:40)");
        assertThat(steps.at("/1/location/physicalLocation/artifactLocation/uri").stringValue())
                .isEqualTo("modules/billing/src/main/java/shop/billing/Invoice.java");
        assertThat(steps.at("/2/location/message/text").stringValue()).isEqualTo("Days.due() (Days.java:9)");
        assertThat(steps.at("/2/location").has("physicalLocation")).isFalse();
    }

    @Test
    void saysFromWhichCommitItIs() {
        assertThat(run.at("/versionControlProvenance/0/revisionId").stringValue()).startsWith("4f0c1e2d");
        assertThat(Sarif.of(SampleReport.kept())).doesNotContain("versionControlProvenance");
    }

    @Test
    void knowsAViolationAgainWhenLinesMove() {
        assertThat(Sarif.of(Awkward.moved(0)).lines().filter(line -> line.contains("violation/v1")).toList())
                .isNotEmpty()
                .isEqualTo(Sarif.of(Awkward.moved(12)).lines().filter(line -> line.contains("violation/v1")).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void writesPathsAsReferences() {
        assertThat(Sarif.of(Awkward.report())).contains("src/main/java/a%20b/%C3%84rger%23.java");
    }
}
