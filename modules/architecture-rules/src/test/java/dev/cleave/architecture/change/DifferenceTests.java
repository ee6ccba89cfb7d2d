package dev.cleave.architecture.change;

import static dev.cleave.architecture.Handmade.command;
import static dev.cleave.architecture.Handmade.commandOf;
import static dev.cleave.architecture.Handmade.event;
import static dev.cleave.architecture.Handmade.eventOf;
import static dev.cleave.architecture.Handmade.field;
import static dev.cleave.architecture.Handmade.needs;
import static dev.cleave.architecture.Handmade.optional;
import static dev.cleave.architecture.Handmade.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cleave.architecture.Handmade;
import dev.cleave.architecture.change.EarlierForms.Proof;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.EdgeChange;
import dev.cleave.architecture.report.Report.Graph;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.MessageChange.Sort;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTests {

    private static final EarlierForms READ = (type, revision) -> new Proof("Up.java", revision + ".json");
    private static final Message SERVED = eventOf("counter", "Served", "1", field("dish", "String"), optional("note", "String"));

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(changes(SERVED, SERVED)).isEmpty();
    }

    @Test
    void tellsWhatWasAddedAndRemovedAmongCommands() {
        Change change = difference(
                system(List.of("kitchen"), commandOf("kitchen", "Cook")),
                system(List.of("kitchen"), commandOf("kitchen", "Bake")),
                EarlierForms.UNREAD);
        assertThat(change.messages()).extracting(MessageChange::type, MessageChange::sort, MessageChange::breaking)
                .containsExactly(
                        tuple("cafe.kitchen.api.Cook", Sort.REMOVED, false),
                        tuple("cafe.kitchen.api.Bake", Sort.ADDED, false));
    }

    @Test
    void takesAFieldThatMayBeMissingAsCompatible() {
        assertThat(changes(
                SERVED,
                eventOf("counter", "Served", "1", field("dish", "String"), optional("note", "String"), optional("by", "String"))))
                .containsExactly(compatible("by was added; it may be missing."));
    }

    @Test
    void failsWhereAFieldIsGoneUnderTheSameRevision() {
        assertThat(onlyChange(SERVED, eventOf("counter", "Served", "1", optional("note", "String")), READ))
                .returns(Sort.INCOMPATIBLE, MessageChange::sort)
                .returns(true, MessageChange::breaking)
                .returns(null, MessageChange::proof)
                .extracting(MessageChange::details)
                .asString()
                .contains("dish is gone.", "Revision 1 thereby means two forms");
    }

    @Test
    void failsWhereATypeChangedUnderTheSameRevision() {
        assertThat(onlyChange(SERVED, eventOf("counter", "Served", "1", field("dish", "int"), optional("note", "String")), READ))
                .returns(true, MessageChange::breaking)
                .extracting(MessageChange::details)
                .asString()
                .contains("dish was String and is int.");
    }

    @Test
    void failsWhereAFieldThatMustBeThereIsNew() {
        Message more =
                eventOf("counter", "Served", "1", field("dish", "String"), optional("note", "String"), field("table", "int"));
        assertThat(onlyChange(SERVED, more, READ))
                .returns(true, MessageChange::breaking)
                .extracting(change -> change.details().getFirst())
                .isEqualTo("table was added, must be there, and is missing where it was written before.");
    }

    @Test
    void failsWhereAFieldMayNoLongerBeMissing() {
        assertThat(onlyChange(SERVED, eventOf("counter", "Served", "1", field("dish", "String"), field("note", "String")), READ))
                .returns(true, MessageChange::breaking)
                .extracting(change -> change.details().getFirst())
                .isEqualTo("note might be missing, and must be there now.");
    }

    @Test
    void takesAWiderNumberAndAFieldThatMayNowBeMissingAsCompatible() {
        assertThat(changes(
                eventOf("counter", "Served", "1", field("pieces", "int"), field("dish", "String")),
                eventOf("counter", "Served", "1", field("pieces", "long"), optional("dish", "String"))))
                .containsExactly(compatible("pieces was int and is long.", "dish may be missing now."));
    }

    @Test
    void lookForAProofWhereTheRevisionIsNew() {
        Message second = eventOf("counter", "Served", "2", field("plate", "String"));
        assertThat(onlyChange(SERVED, second, READ))
                .returns(Sort.INCOMPATIBLE, MessageChange::sort)
                .returns(false, MessageChange::breaking)
                .returns("Up.java reads revision 1, of which 1.json is a sample.", MessageChange::proof);
        assertThat(onlyChange(SERVED, second, EarlierForms.UNREAD))
                .returns(true, MessageChange::breaking)
                .extracting(MessageChange::details)
                .asString()
                .contains("The revision was 1 and is 2.", "No upcaster reads revision 1", "No sample of revision 1");
        assertThat(onlyChange(SERVED, second, (type, revision) -> new Proof("Up.java", null)))
                .returns(true, MessageChange::breaking)
                .extracting(MessageChange::details)
                .asString()
                .doesNotContain("No upcaster")
                .contains("No sample of revision 1");
    }

    @Test
    void saysOfAnEventWithoutARevisionThatItNamedNone() {
        Message unnamed = eventOf("counter", "Served", null, field("dish", "String"));
        assertThat(onlyChange(unnamed, SERVED, EarlierForms.UNREAD).details()).contains(
                "It named no revision, and is in revision 1.",
                "No upcaster reads the form without a revision: write one.",
                "No sample of the form without a revision shows that it is read: keep one in the tests.");
        assertThat(onlyChange(SERVED, unnamed, EarlierForms.UNREAD).details())
                .contains("It was in revision 1, and names none.");
        assertThat(
                onlyChange(unnamed, eventOf("counter", "Served", null, field("plate", "String")), EarlierForms.UNREAD).details())
                .last()
                .asString()
                .startsWith("Without a revision there are thereby two forms")
                .contains("write an upcaster from the form without a revision");
    }

    @Test
    void asksForAProofWhereOnlyTheRevisionIsNew() {
        Message same = eventOf("counter", "Served", "2", field("dish", "String"), optional("note", "String"));
        assertThat(onlyChange(SERVED, same, EarlierForms.UNREAD)).returns(true, MessageChange::breaking);
        assertThat(onlyChange(SERVED, same, READ)).returns(false, MessageChange::breaking);
    }

    @Test
    void failsWhereAnEventIsGoneUnlessItIsReadAllTheSame() {
        SystemModel before = system(List.of("counter"), SERVED);
        SystemModel after = system(List.of("counter"));
        assertThat(difference(before, after, EarlierForms.UNREAD).messages())
                .singleElement()
                .returns(Sort.REMOVED, MessageChange::sort)
                .returns(true, MessageChange::breaking);
        assertThat(difference(before, after, READ).messages()).singleElement().returns(false, MessageChange::breaking);
    }

    @Test
    void findsNothingWhereAClassHasMovedAndKeptItsName() {
        EarlierForms named = new EarlierForms() {
            @Override
            public Proof of(String type, @Nullable String revision) {
                return UNREAD.of(type, revision);
            }

            @Override
            public String storedName(String type) {
                return type.substring(type.lastIndexOf('.') + 1);
            }
        };
        assertThat(difference(
                system(List.of("counter", "kitchen"), SERVED),
                system(List.of("counter", "kitchen"),
                        eventOf("kitchen", "Served", "1", field("dish", "String"), optional("note", "String"))),
                named).messages()).isEmpty();
    }

    @Test
    void doesNotFailForACommand() {
        assertThat(difference(
                system(List.of("kitchen"), commandOf("kitchen", "Cook", field("dish", "String"))),
                system(List.of("kitchen"), commandOf("kitchen", "Cook", field("dish", "int"))),
                EarlierForms.UNREAD)
                .messages())
                .singleElement()
                .returns(Sort.INCOMPATIBLE, MessageChange::sort)
                .returns(false, MessageChange::breaking);
    }

    @Test
    void looksIntoThePartsOfAMessage() {
        Field lines = new Field("lines", "List<Line>", List.of("java.util.List", "cafe.counter.api.Line"), true);
        Message event = eventOf("counter", "Ordered", "1", lines);
        ValueType line = value("Line", ValueType.Form.RECORD, field("dish", "String"), field("pieces", "int"));
        ValueType less = value("Line", ValueType.Form.RECORD, field("dish", "String"));
        assertThat(difference(withTypes(event, line), withTypes(event, less), READ).messages())
                .singleElement()
                .returns(true, MessageChange::breaking)
                .extracting(change -> change.details().getFirst())
                .isEqualTo("lines[].pieces is gone.");
        Message renamed = eventOf(
                "counter", "Ordered", "1",
                new Field("lines", "List<Row>", List.of("java.util.List", "cafe.counter.api.Row"), true));
        ValueType row = value("Row", ValueType.Form.RECORD, field("dish", "String"), field("pieces", "int"));
        assertThat(difference(withTypes(event, line), withTypes(renamed, row), EarlierForms.UNREAD).messages()).isEmpty();
    }

    @Test
    void tellsOfAPartOnceAndNotOfAllThatIsInIt() {
        Field at = new Field("at", "Place", List.of("cafe.counter.api.Place"), false);
        ValueType place = value("Place", ValueType.Form.RECORD, field("table", "int"), field("chair", "int"));
        SystemModel without = withTypes(eventOf("counter", "Ordered", "1"));
        SystemModel with = withTypes(eventOf("counter", "Ordered", "1", at), place);
        assertThat(difference(without, with, READ).messages())
                .containsExactly(new MessageChange(
                        "cafe.counter.api.Ordered", Message.Kind.EVENT, "counter", Sort.COMPATIBLE,
                        List.of("at was added; it may be missing."), null, false));
        assertThat(difference(with, without, READ).messages().getFirst().details().getFirst()).isEqualTo("at is gone.");
        assertThat(difference(with, without, READ).messages().getFirst().details()).hasSize(2);
    }

    @Test
    void knowsWhatAnEnumerationCanBe() {
        Field why = new Field("why", "Why", List.of("cafe.counter.api.Why"), true);
        Message event = eventOf("counter", "Refused", "1", why);
        ValueType one = new ValueType("cafe.counter.api.Why", ValueType.Form.ENUMERATION, null, List.of(), List.of("LATE"));
        ValueType two =
                new ValueType("cafe.counter.api.Why", ValueType.Form.ENUMERATION, null, List.of(), List.of("LATE", "FULL"));
        assertThat(difference(withTypes(event, one), withTypes(event, two), EarlierForms.UNREAD).messages())
                .singleElement()
                .returns(Sort.COMPATIBLE, MessageChange::sort)
                .returns(List.of("why can also be FULL."), MessageChange::details);
        assertThat(difference(withTypes(event, two), withTypes(event, one), EarlierForms.UNREAD).messages())
                .singleElement()
                .returns(true, MessageChange::breaking)
                .extracting(change -> change.details().getFirst())
                .isEqualTo("why can no longer be FULL.");
    }

    @Test
    void tellsNewAndGoneEdgesOnce() {
        SystemModel before = system(
                List.of("counter", "kitchen"), List.of(needs("counter", "kitchen")), command("kitchen", "Cook", "counter"));
        SystemModel after = system(
                List.of("counter", "kitchen"),
                List.of(needs("counter", "kitchen"), needs("kitchen", "counter")),
                command("counter", "Serve", "kitchen"), event("kitchen", "Cooked", "counter"));
        assertThat(difference(before, after, READ).edges())
                .containsExactly(
                        new EdgeChange("kitchen", "counter", Graph.CODE, true),
                        new EdgeChange("counter", "kitchen", Graph.COMMANDS, false),
                        new EdgeChange("kitchen", "counter", Graph.COMMANDS, true));
    }

    @Test
    void isKeptInAFileThatIsReadAsItWasWritten(@TempDir Path folder) {
        Kept kept = Kept.of(Handmade.report(system(List.of("counter"), List.of(), SERVED)));
        Path file = folder.resolve("kept/architecture.json");
        assertThat(Kept.at(file)).isEmpty();
        kept.write(file, null);
        assertThat(Kept.at(file)).contains(kept);
        assertThat(kept.text()).contains("\"note\" : \"String?\"").doesNotContain("\r", "line");
    }

    @Test
    void isNotKeptOnABuildServer(@TempDir Path folder) {
        Kept kept = Kept.of(Handmade.report(system(List.of("counter"))));
        assertThatThrownBy(() -> kept.write(folder.resolve("kept.json"), "true")).hasMessageContaining("build server");
        assertThat(folder).isEmptyDirectory();
    }

    private static MessageChange compatible(String... details) {
        return new MessageChange(
                "cafe.counter.api.Served", Message.Kind.EVENT, "counter", Sort.COMPATIBLE, List.of(details), null, false);
    }

    private static MessageChange onlyChange(Message before, Message after, EarlierForms earlierForms) {
        List<MessageChange> changes =
                difference(system(List.of("counter"), before), system(List.of("counter"), after), earlierForms).messages();
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    private static List<MessageChange> changes(Message before, Message after) {
        return difference(system(List.of("counter"), before), system(List.of("counter"), after), EarlierForms.UNREAD).messages();
    }

    private static Change difference(SystemModel before, SystemModel after, EarlierForms earlierForms) {
        Report now = Handmade.report(after);
        return Difference.between(Kept.of(Handmade.report(before)), now, earlierForms);
    }

    private static SystemModel withTypes(Message message, ValueType... types) {
        return new SystemModel("cafe", List.of(Handmade.context("counter")), List.of(message), List.of(types), List.of(),
                List.of());
    }

    private static ValueType value(String name, ValueType.Form form, Field... fields) {
        return new ValueType("cafe.counter.api." + name, form, null, List.of(fields), List.of());
    }
}
