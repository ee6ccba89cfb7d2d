package dev.cleave.architecture.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.law.words.FailureCode;
import dev.cleave.architecture.law.words.Gateway;
import dev.cleave.architecture.law.words.Placement;
import dev.cleave.architecture.law.words.Policy;
import dev.cleave.architecture.law.words.View;
import dev.cleave.architecture.law.words.Wait;
import dev.cleave.architecture.law.words.Waits;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.source.Sources;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each rule there are two tiny systems, in a package of its law that is named after the rule's id without dashes: {@code broken}, in which
 * the rule finds a violation wherever {@link Caught} stands, and {@code nearmiss}, in which it finds none although it all but could. Each
 * package directly below those is a context; contexts build on {@code platform}, and {@code assembly} puts them together. What is not a
 * class (migrations, samples) is in the test resources, in folders of the same names.
 */
class CounterexampleTests {

    private static final String HERE = CounterexampleTests.class.getPackageName();
    private static final Map<String, SystemCode> READ = new ConcurrentHashMap<>();

    static List<Rule> rules() {
        return Rules.all().list();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void findsWhatIsBrokenAndNothingElse(Rule rule) {
        SystemCode broken = read(rule, "broken");
        Examination examination = rule.examine(broken);

        Map<String, Integer> marked = marked(broken.classes());
        assertThat(marked).as("places marked as caught in %s.broken", packageOf(rule)).isNotEmpty();
        assertThat(found(examination, marked)).as("violations by place: %s", examination.violations()).isEqualTo(marked);
        assertThat(examination.empty()).as("found nothing to look at").isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void tellsWhereItIsBrokenAndWhatToDo(Rule rule) {
        assertThat(rule.examine(read(rule, "broken")).violations()).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.location().file()).as("file of %s", violation).isNotNull();
            assertThat(violation.location().line()).as("line of %s", violation).isPositive();
            assertThat(violation.what()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(violation.remedy()).endsWith(".").hasSizeGreaterThan(20);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void letsTheNearMissPass(Rule rule) {
        Examination examination = rule.examine(read(rule, "nearmiss"));

        assertThat(examination.violations()).isEmpty();
        assertThat(examination.empty()).as("found nothing to look at").isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isWellPut(Rule rule) {
        assertThat(rule.id()).matches("[a-z]+(-[a-z]+)+");
        assertThat(rule.sentence()).matches("[A-Z].*[^.]");
        assertThat(rule.reason()).matches("[A-Z].*\\.");
    }

    private static SystemCode read(Rule rule, String which) {
        return READ.computeIfAbsent(rule.id() + "/" + which, any -> readAnew(rule, which));
    }

    private static SystemCode readAnew(Rule rule, String which) {
        String system = packageOf(rule) + "." + which;
        JavaClasses classes = new ClassFileImporter().importPackages(system);
        assertThat(classes).as("the package %s", system).isNotEmpty();
        List<Path> resources =
                List.of(Path.of("src/test/resources/law").resolve(folderOf(rule)).resolve(which));
        Sources sources = Sources.in(Path.of(""), List.of(Path.of("src/test/java")), resources, resources);
        return CodeReader.of(conventions(system), classes, sources);
    }

    private static Conventions conventions(String system) {
        return Conventions.of("counterexample", system)
                .foundations(system + ".platform")
                .assemblies(system + ".assembly")
                .role(Policy.class.getName(), Role.POLICY)
                .role(Gateway.class.getName(), Role.GATEWAY)
                .role(View.class.getName(), Role.VIEW)
                .waitType(Wait.class.getName())
                .waits(Waits.class.getName())
                .failureCodeType(FailureCode.class.getName())
                .placement(Placement.class.getName())
                .placementSettings("shop.unit")
                .vocabulary(HERE + ".words", HERE + ".Caught");
    }

    private static String packageOf(Rule rule) {
        return HERE + "." + folderOf(rule).toString().replace(File.separatorChar, '.');
    }

    /** The folder named after the rule, in that of its law. */
    private static Path folderOf(Rule rule) {
        Path here = Path.of("src/test/java", HERE.split("\\."));
        try (Stream<Path> folders = Files.find(
                here, 2, (folder, _) -> folder.endsWith(rule.id().replace("-", "")) && Files.isDirectory(folder))) {
            return here
                    .relativize(folders.findFirst().orElseThrow(() -> new AssertionError("No counterexamples of " + rule.id())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> marked(JavaClasses classes) {
        Map<String, Integer> marked = new TreeMap<>();
        for (JavaClass type : classes) {
            type.tryGetAnnotationOfType(Caught.class)
                    .ifPresent(caught -> marked.put(place(type.getName(), Optional.empty(), caught), caught.value()));
            for (JavaMember member : type.getMembers()) {
                member.tryGetAnnotationOfType(Caught.class)
                        .ifPresent(caught -> marked.put(place(type.getName(), Optional.of(member.getName()), caught),
                                caught.value()));
            }
        }
        return marked;
    }

    private static Map<String, Integer> found(Examination examination, Map<String, Integer> marked) {
        Map<String, Integer> found = new TreeMap<>();
        for (Violation violation : examination.violations()) {
            String file = Optional.ofNullable(violation.location().file()).orElse("");
            String place = marked.keySet().stream()
                    .filter(mark -> file.endsWith("/" + mark))
                    .findFirst()
                    .orElse(violation.location().type()
                            + Optional.ofNullable(violation.location().member())
                                    .map(member -> "#" + member)
                                    .orElse(""));
            found.merge(place, 1, Integer::sum);
        }
        return found;
    }

    private static String place(String type, Optional<String> member, Caught caught) {
        return caught.in().isEmpty() ? type + member.map(name -> "#" + name).orElse("") : caught.in();
    }
}
