package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.SampleReport;
import java.util.List;
import java.util.Map;
import net.sourceforge.plantuml.syntax.SyntaxChecker;
import net.sourceforge.plantuml.syntax.SyntaxResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramTests {

    static List<Report> reports() {
        return List.of(SampleReport.broken(), SampleReport.kept(), SampleReport.empty(), Awkward.report());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void plantUmlTakesTheContainers(Report report) {
        PlantUmlDiagrams.containers(report).forEach((profile, text) -> {
            SyntaxResult result = SyntaxChecker.checkSyntaxFair(text);
            assertThat(result.isError()).as("%s: %s", profile, result.getErrors()).isFalse();
        });
    }

    @Test
    void plantUmlWouldNotTakeAnything() {
        String containers = PlantUmlDiagrams.containers(SampleReport.broken()).get("split");
        assertThat(SyntaxChecker.checkSyntaxFair(containers.replace("Container_Boundary(", "Container_Fence(")).isError())
                .isTrue();
    }

    @Test
    void drawsWhoSendsHowManyToWhom() {
        assertThat(MermaidDiagrams.contextMap(SampleReport.broken())).isEqualTo("""
                flowchart LR
                    c_billing["billing"]
                    c_ordering["ordering"]
                    c_stock["stock"]
                    c_ordering -.->|"1 event"| c_billing
                    c_ordering -->|"1 command"| c_stock
                    c_stock -.->|"1 event"| c_ordering
                """);
    }

    @Test
    void drawsWhatLeadsToWhat() {
        Map<String, String> drawings = MermaidDiagrams.messages(SampleReport.broken());
        assertThat(drawings).containsOnlyKeys("billing", "ordering", "stock");
        assertThat(drawings.get("stock")).isEqualTo("""
                flowchart LR
                    subgraph c_ordering ["ordering"]
                        m_shop_ordering_api_OrderPlaced(["OrderPlaced"])
                    end
                    subgraph c_stock ["stock"]
                        m_shop_stock_api_ReserveStock["ReserveStock"]
                        m_shop_stock_api_StockReserved(["StockReserved"])
                    end
                    m_shop_ordering_api_OrderPlaced -.-> m_shop_stock_api_ReserveStock
                    m_shop_stock_api_ReserveStock --> m_shop_stock_api_StockReserved
                """);
    }

    @Test
    void drawsEachProfile() {
        Map<String, String> drawings = PlantUmlDiagrams.containers(SampleReport.broken());
        assertThat(drawings).containsOnlyKeys("monolith", "split");
        assertThat(drawings.get("split")).contains(
                "Container_Boundary(u_shop, \"shop\", $descr=\"2 replicas\") {",
                "Component(c_ordering, \"ordering\", \"context\")",
                "Rel(c_ordering, c_stock, \"1 command\", \"axon-server\")",
                "Rel(c_ordering, c_billing, \"1 event\", \"within the unit\")");
        assertThat(PlantUmlDiagrams.containers(SampleReport.kept())).containsOnlyKeys((String) null);
    }

    @Test
    void keepsApartWhatHasTheSameNameButForPunctuation() {
        assertThat(MermaidDiagrams.contextMap(Awkward.report())).contains("c_a_b[\"a-b\"]", "c_a_b_2[\"a_b\"]",
                "c_end ==>|\"1 query\"| c_a_b\n", "c_a_b -.->|\"1 event\"| c_a_b_2\n");
        assertThat(Forms.of(Awkward.report())).allSatisfy((file, text) -> assertThat(text).as(file)
                .satisfies(drawing -> assertThat(file.endsWith(".mmd") || file.endsWith(".puml") ? drawing : "")
                        .doesNotContain("null", "[\"\"]")));
    }
}
