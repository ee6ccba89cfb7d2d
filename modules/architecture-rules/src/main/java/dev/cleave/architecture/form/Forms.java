package dev.cleave.architecture.form;

import dev.cleave.architecture.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** All forms of the report, as files. */
public final class Forms {

    private Forms() {}

    /**
     * Writes the report in every form.
     *
     * @param folder made if it is missing; files of the same names are replaced, others are not touched
     * @return the files
     * @throws UncheckedIOException if the folder can't be written to
     */
    public static List<Path> writeAll(Report report, Path folder) {
        try {
            Files.createDirectories(folder);
            SequencedMap<String, String> texts = of(report);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue());
            }
            return texts.keySet().stream().map(folder::resolve).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The report can't be written to " + folder, e);
        }
    }

    /** The report's forms as texts, by the names of their files. */
    public static SequencedMap<String, String> of(Report report) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        texts.put("index.html", HtmlPage.of(report));
        texts.put("report.json", ReportJson.of(report));
        texts.put(ReportJson.SCHEMA_FILE, ReportJson.schema());
        texts.put("summary.md", PullRequestSummary.of(report));
        texts.put("report.sarif", Sarif.of(report));
        texts.put("context-map.mmd", MermaidDiagrams.contextMap(report));
        MermaidDiagrams.messages(report)
                .forEach((context, text) -> put(texts, "messages-" + Words.kebab(context), ".mmd", text));
        PlantUmlDiagrams.containers(report).forEach((profile, text) -> put(
                texts, profile == null ? "c4-containers" : "c4-containers-" + Words.kebab(profile), ".puml", text));
        texts.put("asyncapi.json", AsyncApi.of(report));
        return texts;
    }

    /** Under a name that no other file has. */
    private static void put(SequencedMap<String, String> texts, String name, String ending, String text) {
        String free = name + ending;
        for (int number = 2; texts.containsKey(free); number++) {
            free = name + "-" + number + ending;
        }
        texts.put(free, text);
    }
}
