package dev.cleave.deployment.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RenderCommandTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesAProfileAndSaysHowToRunIt() {
        assertThat(render("split", "--output", folder.toString())).isZero();

        assertThat(folder.resolve("compose.yaml")).exists();
        assertThat(folder.resolve("kubernetes/kustomization.yaml")).exists();
        assertThat(out.toString()).contains("kubectl apply -k " + folder.resolve("kubernetes"));
    }

    @Test
    void theImageIsBuiltFromTheProjectWhereverTheFilesAre() throws IOException {
        Path project = Path.of("..").toRealPath();
        for (Path output : List.of(folder, Path.of("target/r"), Path.of("target/r/$a b/ä"))) {
            assertThat(render("split", "--output", output.toString())).as(err.toString()).isZero();

            Matcher context =
                    Pattern.compile("context: *['\"]?(.*?)['\"]?\\n").matcher(Files.readString(output.resolve("compose.yaml")));
            assertThat(context.find()).isTrue();
            assertThat(output.resolve(context.group(1).replace("$$", "$")).toRealPath()).isEqualTo(project);
        }
    }

    @Test
    void removesWhatAnEarlierRenderingLeftAndNothingElse() throws IOException {
        render("hybrid", "--output", folder.toString());
        Path own = Files.writeString(folder.resolve("kubernetes/patch.yaml"), "# mine\n");

        assertThat(render("split", "--output", folder.toString())).isZero();

        assertThat(folder.resolve("kubernetes/unit-ordering.yaml")).exists();
        assertThat(folder.resolve("kubernetes/unit-shop.yaml")).doesNotExist();
        assertThat(own).exists();
    }

    @Test
    void writesBesideAProfileOfOnesOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                messaging: axon-server
                units:
                  shop: { contexts: [catalog, ordering, payment] }
                  rear: { contexts: [inventory, shipping, notification] }
                """);

        assertThat(render(file.toString())).as(err.toString()).isZero();

        assertThat(folder.resolve("kubernetes/unit-rear.yaml")).exists();
        assertThat(folder.resolve("kubernetes/profile/mine.yaml")).hasSameTextualContentAs(file);
    }

    @Test
    void tellsWhatIsWrongWithAProfile() {
        assertThat(render("hybird", "--output", folder.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("hybrid");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesToWriteSeveralProfilesToOneFolder() {
        assertThat(render("hybrid", "split", "--output", folder.toString())).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    private int render(String... arguments) {
        return new CommandLine(new RenderCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
