package dev.cleave.architecture.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.model.ValueType.Form;
import dev.cleave.architecture.source.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTypesTests {

    enum Size {
        SMALL, MIDDLE, LARGE, HUGE, ENORMOUS, BEYOND, AGAIN
    }

    record Shirt(Size size, List<Part> parts) {}

    record Part(String name, Part of) {}

    record Unused() {}

    private final List<ValueType> types = ValueTypes.of(
            CodeReader.of(
                    Conventions.of("Shirts", "dev.cleave.architecture.code"),
                    new ClassFileImporter().importClasses(Size.class, Shirt.class, Part.class, Unused.class),
                    Sources.none()),
            List.of(new Message("shirts.Sewn", Kind.EVENT, "shirts", true, false, null, null,
                    List.of(new Field("shirt", "Shirt", List.of(Shirt.class.getName()), true)),
                    List.of(), List.of(), List.of(), List.of(), new Location("shirts.Sewn", null, null, 0))));

    @Test
    void followsFieldsToTheTypesThatTheyHaveInTurn() {
        assertThat(types).extracting(ValueType::name).containsExactly("Part", "Shirt", "Size");
        assertThat(types).extracting(ValueType::form).containsExactly(Form.RECORD, Form.RECORD, Form.ENUMERATION);
    }

    @Test
    void keepsTheOrderOfDeclaration() {
        assertThat(types.getLast().constants())
                .containsExactly("SMALL", "MIDDLE", "LARGE", "HUGE", "ENORMOUS", "BEYOND", "AGAIN");
        assertThat(types.get(1).fields()).extracting(Field::name).containsExactly("size", "parts");
    }
}
