package dev.cleave.architecture.counterexamples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.counterexamples.words.FailureCode;
import dev.cleave.architecture.counterexamples.words.Gateway;
import dev.cleave.architecture.counterexamples.words.Internal;
import dev.cleave.architecture.counterexamples.words.Placement;
import dev.cleave.architecture.counterexamples.words.Policy;
import dev.cleave.architecture.counterexamples.words.View;
import dev.cleave.architecture.counterexamples.words.Wait;
import dev.cleave.architecture.counterexamples.words.Waits;
import dev.cleave.architecture.law.Rules;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
                List.of(Path.of("src/test/resources/counterexamples", rule.id().replace("-", ""), which));
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
                .internalMarker(Internal.class.getName())
                .waitType(Wait.class.getName())
                .waits(Waits.class.getName())
                .failureCodeType(FailureCode.class.getName())
                .placement(Placement.class.getName())
                .placementSettings("shop.unit")
                .vocabulary(HERE + ".words", HERE + ".Caught");
    }

    private static String packageOf(Rule rule) {
        return HERE + "." + rule.id().replace("-", "");
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
