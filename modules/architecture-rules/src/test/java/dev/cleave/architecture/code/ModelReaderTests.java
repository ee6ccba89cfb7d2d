package dev.cleave.architecture.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cleave.architecture.law.words.FailureCode;
import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.Processor;
import dev.cleave.architecture.model.ContextModel.Room;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Revision;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.model.ValueType;
import dev.cleave.architecture.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReaderTests {

    private static final String SAMPLE = "dev.cleave.architecture.sample";
    private static final String FILES = "src/test/java/dev/cleave/architecture/sample/";
    private static final SystemModel MODEL = read(Conventions.of("Sample", SAMPLE)
            .foundations("dev.cleave.architecture.law.words")
            .migrationPlaceholder("binary", "VARBINARY")
            .failureCodeType(FailureCode.class.getName()));

    @Test
    void readsTheSameEveryTime() {
        SystemModel again = read(Conventions.of("Sample", SAMPLE)
                .foundations("dev.cleave.architecture.law.words")
                .migrationPlaceholder("binary", "VARBINARY")
                .failureCodeType(FailureCode.class.getName()));
        assertThat(again).isEqualTo(MODEL);
    }

    @Test
    void needsNoMoreThanTheBasePackage() {
        SystemModel plain = read(Conventions.of("Sample", SAMPLE));
        assertThat(plain.messages()).extracting(Message::type).isEqualTo(MODEL.messages().stream().map(Message::type).toList());
        assertThat(plain.messages()).flatExtracting(Message::failures).isEmpty();
    }

    @Test
    void aPackageOfMessagesThatOthersShareIsNoContext() {
        assertThat(MODEL.contexts()).extracting(ContextModel::name).containsExactly("catalogue", "lending");
    }

    @Test
    void findsEveryMessageOnceAndNothingElse() {
        assertThat(MODEL.messages()).extracting(Message::context, Message::kind, Message::name)
                .containsExactly(
                        tuple("catalogue", Kind.COMMAND, "AddBook"),
                        tuple("catalogue", Kind.COMMAND, "RemoveBook"),
                        tuple("catalogue", Kind.EVENT, "BookAdded"),
                        tuple("catalogue", Kind.EVENT, "BookRemoved"),
                        tuple("catalogue", Kind.EVENT, "ShelfOpened"),
                        tuple("catalogue", Kind.QUERY, "FindBook"),
                        tuple("catalogue", Kind.QUERY, "countBooks"),
                        tuple("lending", Kind.COMMAND, "LendBook"),
                        tuple("lending", Kind.COMMAND, "MarkDamaged"),
                        tuple("lending", Kind.COMMAND, "RemindReader"),
                        tuple("lending", Kind.COMMAND, "ReturnBook"),
                        tuple("lending", Kind.EVENT, "BookLent"),
                        tuple("lending", Kind.EVENT, "BookReturned"),
                        tuple("lending", Kind.EVENT, "CopyDamaged"),
                        tuple("lending", Kind.EVENT, "LoanOverdue"),
                        tuple("lending", Kind.DEADLINE, "due"));
    }

    @Test
    void whoHandlesAnInterfaceHandlesWhatImplementsIt() {
        assertThat(message("BookRemoved").handlers()).extracting(ModelReaderTests::inWords)
                .containsExactly("BookList.on as processor in " + SAMPLE + ".catalogue");
        assertThat(message("BookAdded").handlers()).extracting(ModelReaderTests::inWords)
                .containsExactly("Book.on as aggregate", "BookList.on as processor in " + SAMPLE + ".catalogue");
    }

    @Test
    void anInheritedHandlerIsThatOfTheClassThatInheritsIt() {
        assertThat(message("LoanOverdue").handlers()).extracting(ModelReaderTests::inWords)
                .containsExactly("Reminders.on as processor in reminders");
    }

    @Test
    void aHandlerOfAWholeMessageHandlesWhatItCarries() {
        assertThat(message("BookReturned").handlers()).extracting(ModelReaderTests::inWords)
                .containsExactly("Letterbox.on as processor in " + SAMPLE + ".lending.reminder");
    }

    @Test
    void aCommandIsHandledByConstructorsAggregatesEntitiesAndComponents() {
        assertThat(List.of("AddBook", "LendBook", "MarkDamaged", "RemindReader"))
                .flatExtracting(name -> message(name).handlers())
                .extracting(handler -> inWords(handler))
                .containsExactly(
                        "Book.Book as aggregate", "Loan.lend as aggregate", "Copy.damage as aggregate",
                        "Letterbox.send as processor");
        Handler lend = message("LendBook").handlers().getFirst();
        assertThat(lend.location().file()).isEqualTo(FILES + "lending/loan/Loan.java");
        assertThat(lend.location().line()).isEqualTo(38);
    }

    @Test
    void aCommandIsSentByThoseFromWhomCallsLeadToItsMaking() {
        assertThat(senders("AddBook")).containsExactly("BookController as controller");
        assertThat(senders("RemoveBook")).containsExactly("BookController as controller");
        assertThat(senders("FindBook")).containsExactly("BookController as controller");
        assertThat(senders("LendBook")).containsExactly("LoanDesk as component");
        assertThat(senders("ReturnBook")).containsExactly("Trip as saga in TripProcessor on [BookLent]");
        assertThat(senders("RemindReader")).containsExactly("Reminders as processor in reminders on [LoanOverdue]");
        assertThat(senders("MarkDamaged")).isEmpty();
        assertThat(message("RemoveBook").senders().getFirst().location().line()).isEqualTo(36);
    }

    @Test
    void anEventIsAppliedByItsAggregateOrEntity() {
        assertThat(senders("BookRemoved")).containsExactly("Book as aggregate");
        assertThat(senders("BookLent")).containsExactly("Loan as aggregate");
        assertThat(senders("ShelfOpened")).containsExactly("Shelf as aggregate");
        assertThat(senders("CopyDamaged")).containsExactly("Copy as aggregate");
    }

    @Test
    void aDeadlineIsSetAndHandledByItsAggregate() {
        assertThat(senders("due")).containsExactly("Loan as aggregate");
        assertThat(message("due").handlers()).extracting(ModelReaderTests::inWords).containsExactly("Loan.due as aggregate");
        assertThat(message("due").leadsTo()).containsExactly(SAMPLE + ".lending.api.LoanOverdue");
    }

    @Test
    void aCommandLeadsToEventsAndAnEventToCommands() {
        assertThat(message("RemoveBook").leadsTo()).containsExactly(SAMPLE + ".coreapi.BookRemoved",
                SAMPLE + ".coreapi.ShelfOpened");
        assertThat(message("LendBook").leadsTo()).containsExactly(SAMPLE + ".lending.api.BookLent");
        assertThat(message("BookLent").leadsTo()).containsExactly(SAMPLE + ".lending.api.ReturnBook");
        assertThat(message("LoanOverdue").leadsTo()).containsExactly(SAMPLE + ".lending.reminder.steps.RemindReader");
        assertThat(message("BookReturned").leadsTo()).isEmpty();
    }

    @Test
    void aCommandMayBeRefusedWithTheCodesThatItsHandlerReaches() {
        assertThat(message("LendBook").failures()).containsExactly("book.out", "too-long");
        assertThat(message("ReturnBook").failures()).containsExactly("not-lent");
        assertThat(message("MarkDamaged").failures()).isEmpty();
        assertThat(context("lending").failures())
                .extracting(ContextModel.FailureCode::code, ContextModel.FailureCode::summary)
                .containsExactly(
                        tuple("book.out", "The book is out."), tuple("not-lent", "Nobody has it."), tuple("too-long", null));
    }

    @Test
    void fieldsAreAsTheyAreWritten() {
        assertThat(message("LendBook").fields()).containsExactly(
                new Field("loan", "String", List.of("java.lang.String"), true),
                new Field("reader", "ReaderId", List.of(SAMPLE + ".lending.api.ReaderId"), true),
                new Field("conditions", "List<? extends Condition>", List.of("java.util.List", SAMPLE + ".lending.api.Condition"),
                        true),
                new Field("notes", "Map<String, Note[]>",
                        List.of("java.util.Map", "java.lang.String", SAMPLE + ".lending.api.Note"), true),
                new Field("remark", "String", List.of("java.lang.String"), false),
                new Field("wishes", "List<String>", List.of("java.util.List", "java.lang.String"), true),
                new Field("days", "int", List.of("int"), true));
    }

    @Test
    void theTypesOfFieldsAreThereWithTheirOwnFields() {
        assertThat(MODEL.types()).extracting(ValueType::name, ValueType::form, ValueType::constants)
                .containsExactly(
                        tuple("Condition", ValueType.Form.ENUMERATION, List.of("NOT_OUTDOORS", "ALONE", "BY_DAY")),
                        tuple("Note", ValueType.Form.RECORD, List.of()),
                        tuple("ReaderId", ValueType.Form.VALUE, List.of()));
    }

    @Test
    void aMessageSaysWhatItIsAndWhere() {
        assertThat(message("BookLent")).satisfies(lent -> {
            assertThat(lent.revision()).isEqualTo("2");
            assertThat(lent.published()).isTrue();
            assertThat(lent.internal()).isFalse();
            assertThat(lent.summary()).isEqualTo("A book was lent.");
            assertThat(lent.location().shown()).isEqualTo(FILES + "lending/api/BookLent.java:7");
        });
        assertThat(message("LendBook").summary()).isEqualTo("Lends a book; see its reader.");
        assertThat(message("RemindReader").internal()).isTrue();
        assertThat(message("BookAdded").published()).isTrue();
        assertThat(message("BookAdded").summary()).isNull();
    }

    @Test
    void anEventTellsTheFormsThatItHasHad(@TempDir Path resources) throws IOException {
        Path samples = Files.createDirectories(resources.resolve("samples/BookLent"));
        Files.writeString(samples.resolve("1.json"), "{\"book\": 1, \"days\": 14}");
        Files.writeString(samples.resolve("2.json"), "{\"book\": 1}");
        Files.writeString(samples.resolve("2-late.json"), "{\"book\": 1, \"until\": \"May\"}");
        SystemModel model = CodeReader.of(
                Conventions.of("Sample", SAMPLE),
                new ClassFileImporter().importPackages(SAMPLE),
                Sources.in(resources, List.of(), List.of(), List.of(resources))).model();

        assertThat(
                model.messages(Kind.EVENT).filter(event -> event.name().equals("BookLent")).findFirst().orElseThrow().revisions())
                .containsExactly(
                        new Revision("1", List.of("book", "days"), List.of("samples/BookLent/1.json"), null),
                        new Revision("2", List.of("book", "until"),
                                List.of("samples/BookLent/2.json", "samples/BookLent/2-late.json"), null));
        assertThat(message("BookLent").revisions()).extracting(Revision::revision).containsExactly("1", "2");
        assertThat(message("LendBook").revisions()).isEmpty();
    }

    @Test
    void aContextSaysWhatItIs() {
        ContextModel lending = context("lending");
        assertThat(lending.purpose()).isEqualTo("Who has which book, and until <when>.");
        assertThat(lending.rooms()).extracting(Room::name, Room::types, Room::visible)
                .containsExactly(tuple("api", 11, 11), tuple("loan", 5, 0), tuple("reminder", 3, 0),
                        tuple("reminder.steps", 1, 1));
        assertThat(lending.aggregates()).containsExactly(SAMPLE + ".lending.loan.Loan");
        assertThat(lending.processors()).extracting(Processor::name, Processor::role, Processor::deadLetters)
                .containsExactly(
                        tuple("TripProcessor", Role.SAGA, null),
                        tuple(SAMPLE + ".lending.reminder", Role.PROCESSOR, null),
                        tuple("reminders", Role.PROCESSOR, null));
        assertThat(context("catalogue").paths()).containsExactly("/books", "/books/by-number/{isbn}", "/books/{isbn}");
    }

    @Test
    void aContextOwnsTheTablesThatItsMigrationsLeave() {
        assertThat(context("lending").store().name()).isEqualTo("lending");
        assertThat(context("lending").store().tables()).containsExactly("loan", "reader");
        assertThat(context("lending").store().platformTables()).containsExactly("token_entry");
        assertThat(context("lending").store().migrations()).extracting(file -> Path.of(file).getFileName().toString())
                .containsExactly("V1__loans.sql", "V2__readers.sql", "V9__fines.sql", "V10__fines.sql");
        assertThat(context("catalogue").store().name()).isNull();
        assertThat(context("catalogue").store().tables()).isEmpty();
    }

    @Test
    void codeOfOneContextThatNeedsAnotherIsCounted() {
        assertThat(MODEL.codeDependencies()).isEmpty();
        Conventions conventions = Conventions.of("Sample", "dev.cleave.architecture");
        SystemModel apart = CodeReader.of(
                conventions,
                new ClassFileImporter().importPackages(SAMPLE, FailureCode.class.getPackageName()),
                Sources.none()).model();
        assertThat(apart.contexts()).extracting(ContextModel::name).containsExactly("law", "sample");
        CodeDependency words = apart.codeDependencies().getFirst();
        assertThat(words.from()).isEqualTo("sample");
        assertThat(words.to()).isEqualTo("law");
        assertThat(words.types()).containsExactly(FailureCode.class.getName());
        assertThat(words.uses()).isEqualTo(1);
        assertThat(words.example().type()).startsWith(SAMPLE + ".lending.api.");
    }

    private static SystemModel read(Conventions conventions) {
        Sources sources = Sources.in(
                Path.of(""), List.of(Path.of("src/test/java")), List.of(Path.of("src/test/resources/sample")), List.of());
        return CodeReader.of(conventions, new ClassFileImporter().importPackages(conventions.basePackage()), sources).model();
    }

    private static Message message(String name) {
        return MODEL.messages().stream().filter(message -> message.name().equals(name)).findFirst().orElseThrow();
    }

    private static ContextModel context(String name) {
        return MODEL.context(name).orElseThrow();
    }

    private static List<String> senders(String message) {
        return message(message).senders().stream().map(ModelReaderTests::inWords).toList();
    }

    private static String inWords(Sender sender) {
        List<String> on = sender.on().stream().map(type -> type.substring(type.lastIndexOf('.') + 1)).toList();
        return simple(sender.type()) + " as " + sender.role().name().toLowerCase()
                + (sender.processor() == null ? "" : " in " + sender.processor()) + (on.isEmpty() ? "" : " on " + on);
    }

    private static String inWords(Handler handler) {
        return simple(handler.type()) + "." + handler.method() + " as " + handler.role().name().toLowerCase()
                + (handler.processor() == null ? "" : " in " + handler.processor());
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
