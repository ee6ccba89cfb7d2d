package dev.cleave.architecture.uses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallGraphTests {

    private final JavaClasses classes = new ClassFileImporter()
            .importClasses(Caller.class, Shape.class, Circle.class, Square.class, Task.class, Constants.class);
    private final CallGraph graph = new CallGraph(classes);

    @Test
    void aCallLeadsToWhatOverridesTheMethod() {
        assertThat(calledBy("area")).containsExactlyInAnyOrder("Shape.area", "Circle.area", "Square.area");
    }

    @Test
    void aCallOfToStringLeadsToThatOfAKnownType() {
        assertThat(calledBy("name")).containsExactly("Circle.toString");
    }

    @Test
    void aCallOfToStringOnAnythingLeadsNowhere() {
        assertThat(calledBy("anything")).isEmpty();
    }

    @Test
    void whoMakesAnObjectMayCallWhatItIsCalledBackBy() {
        assertThat(calledBy("later")).containsOnly("Task.<init>", "Task.get");
    }

    @Test
    void whatALambdaDoesIsDoneByTheMethodItStandsIn() {
        assertThat(calledBy("lambda")).contains("Square.area");
    }

    @Test
    void whoTouchesAClassMayRunItsInitialiser() {
        assertThat(calledBy("constant")).containsExactly("Constants.<clinit>");
    }

    @Test
    void eachPieceOfCodeIsComeToByTheShortestWay() {
        CallGraph.Reach reach = graph.reach(List.of(method("both")), call -> true);

        assertThat(reach.way(method("later"))).hasSize(1);
        assertThat(reach.way(classes.get(Task.class).getMethod("get"))).extracting(call -> call.from().getName())
                .containsExactly("both", "later");
        assertThat(reach.way(method("both"))).isEmpty();
    }

    private List<String> calledBy(String method) {
        return graph.from(method(method)).stream().map(call -> call.to()).map(CallGraphTests::shown).toList();
    }

    private JavaCodeUnit method(String name) {
        JavaClass caller = classes.get(Caller.class);
        return caller.getMethods().stream().filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
    }

    private static String shown(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    interface Shape {

        double area();
    }

    record Circle(double radius) implements Shape {

        @Override
        public double area() {
            return radius * radius * 3;
        }

        @Override
        public String toString() {
            return "circle";
        }
    }

    record Square(double side) implements Shape {

        @Override
        public double area() {
            return side * side;
        }

        @Override
        public String toString() {
            return "square";
        }
    }

    static final class Task implements Supplier<String> {

        @Override
        public String get() {
            return "done";
        }
    }

    static final class Constants {

        static final List<String> ALL = List.of();
    }

    static final class Caller {

        double area(Shape shape) {
            return shape.area();
        }

        String name(Circle circle) {
            return circle.toString();
        }

        String anything(Object object) {
            return object.toString() + object.hashCode() + object.equals("");
        }

        Supplier<String> later() {
            return new Task();
        }

        Supplier<Double> lambda(Square square) {
            return () -> square.area();
        }

        List<String> constant() {
            return Constants.ALL;
        }

        Supplier<String> both() {
            return later();
        }
    }
}
