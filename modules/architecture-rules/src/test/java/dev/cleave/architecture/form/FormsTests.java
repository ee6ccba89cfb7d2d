package dev.cleave.architecture.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.report.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTests {

    @Test
    void writesEveryForm(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("deep/report");
        List<Path> written = Forms.writeAll(SampleReport.broken(), target);
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written).extracting(file -> file.getFileName().toString())
                    .contains("report.json", "architecture-report.schema.json", "summary.md", "report.sarif",
                            "context-map.mmd", "messages-stock.mmd", "c4-containers-split.puml",
                            "asyncapi.json");
        }
        assertThat(ReportJson.read(target.resolve("report.json"))).isEqualTo(SampleReport.broken());
    }

    @Test
    void writesTheSameReportAlwaysTheSame() {
        assertThat(Forms.of(SampleReport.broken())).isEqualTo(Forms.of(SampleReport.broken()))
                .allSatisfy((file, text) -> assertThat(text).as(file).isNotBlank().endsWith("\n").doesNotContain("\r"));
    }

    @Test
    void givesEachFormAFileOfItsOwn() {
        assertThat(Forms.of(Awkward.report())).containsKeys("messages-a-b.mmd", "messages-a-b-2.mmd", "messages-end.mmd");
    }

    @Test
    void leavesOtherFilesAlone(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");
        Forms.writeAll(SampleReport.kept(), folder);
        Forms.writeAll(SampleReport.kept(), folder);
        assertThat(note).hasContent("mine");
    }
}
