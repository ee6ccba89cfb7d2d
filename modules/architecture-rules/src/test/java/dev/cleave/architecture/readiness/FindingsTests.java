package dev.cleave.architecture.readiness;

import static dev.cleave.architecture.Handmade.at;
import static dev.cleave.architecture.Handmade.context;
import static dev.cleave.architecture.Handmade.eventOf;
import static dev.cleave.architecture.Handmade.field;
import static dev.cleave.architecture.Handmade.needs;
import static dev.cleave.architecture.Handmade.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.Handmade;
import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.ContextModel.Processor;
import dev.cleave.architecture.model.ContextModel.Store;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.report.Report.Finding;
import dev.cleave.architecture.report.Report.Readiness;
import dev.cleave.architecture.report.Report.RoundTrip;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTests {

    @Test
    void asksEveryQuestionOfEveryContextAndGivesEvidence() {
        List<Readiness> all = Findings.of(examined(system(List.of("counter", "kitchen"))), List.of());
        assertThat(all).extracting(Readiness::context).containsExactly("counter", "kitchen");
        assertThat(all).allSatisfy(readiness -> {
            assertThat(readiness.findings()).extracting(Finding::question)
                    .containsExactly(List.of(Question.values()).stream().map(Question::text).toArray(String[]::new));
            assertThat(readiness.findings()).allSatisfy(finding -> assertThat(finding.evidence()).isNotEmpty());
        });
    }

    @Test
    void putsTheEvidenceOfSeveralSourcesTogether() {
        SystemModel model = system(List.of("kitchen"));
        assertThat(health(model, (context, examined) -> List.of(Question.HEALTH.yes("It answers.")),
                (context, examined) -> List.of(Question.HEALTH.open("Nobody looked."))))
                .isEqualTo(Question.HEALTH.yes("It answers.", "Nobody looked."));
        assertThat(health(model, (context, examined) -> List.of(Question.HEALTH.yes("It answers.")),
                (context, examined) -> List.of(Question.HEALTH.no("It lies."))))
                .isEqualTo(Question.HEALTH.no("It answers.", "It lies."));
        assertThat(health(model).answer()).isNull();
    }

    @Test
    void seesInternalsOfOthersInTheCode() {
        assertThat(finding(Question.FOREIGN_TYPES, system(List.of("counter", "kitchen"), List.of(needs("counter", "kitchen")))))
                .returns(true, Finding::answer)
                .returns(List.of("Of other contexts it names published types alone: kitchen (1 type)."), Finding::evidence);
        CodeDependency peeping = new CodeDependency(
                "counter", "kitchen", List.of("cafe.kitchen.stove.Stove"), 1, at("cafe.counter.Waiter"));
        assertThat(finding(Question.FOREIGN_TYPES, system(List.of("counter", "kitchen"), List.of(peeping))))
                .returns(false, Finding::answer)
                .extracting(finding -> finding.evidence().getFirst())
                .asString()
                .contains("cafe.kitchen.stove.Stove", "cafe/counter/Waiter.java:7");
    }

    @Test
    void doubtsFieldsOfUnknownTypes() {
        assertThat(finding(Question.ROUND_TRIP,
                system(List.of("counter"), eventOf("counter", "Served", "1", field("dish", "java.lang.String")))))
                .returns(null, Finding::answer);
        assertThat(finding(Question.ROUND_TRIP,
                system(List.of("counter"), eventOf("counter", "Served", "1", field("socket", "sun.net.Socket")))))
                .returns(false, Finding::answer)
                .extracting(finding -> finding.evidence().getFirst())
                .asString()
                .contains("Served.socket");
    }

    @Test
    void aMessageIsProvenByWhatASourceHasDoneWithIt() {
        SystemModel model = system(List.of("counter"), eventOf("counter", "Served", "1", field("dish", "java.lang.String")),
                eventOf("counter", "Ordered", "1", field("dish", "java.lang.String")));
        assertThat(finding(Question.ROUND_TRIP, model, proving("Served", true), proving("Ordered", true)))
                .isEqualTo(Question.ROUND_TRIP.yes("Each of its 2 messages has been written and read back; each says how."));
        assertThat(finding(Question.ROUND_TRIP, model, proving("Served", true)))
                .isEqualTo(Question.ROUND_TRIP.open("Of Ordered no more is known than what the fields are. All others have been"
                        + " written and read back, and each says how."));
        assertThat(finding(Question.ROUND_TRIP, model, proving("Served", true), proving("Ordered", false)))
                .isEqualTo(Question.ROUND_TRIP.no("Ordered: Tried."));
        assertThat(RoundTrips.of(examined(model), List.of(proving("Served", true))).getFirst()).isEqualTo(new RoundTrip(
                "cafe.counter.api.Served", true,
                List.of("Its fields are records, enums and types of the agreed vocabulary.", "Tried.")));
    }

    private static FindingSource proving(String name, boolean kept) {
        return new FindingSource() {

            @Override
            public List<Finding> about(ContextModel context, Examined examined) {
                return List.of();
            }

            @Override
            public Optional<RoundTrip> about(Message message, Examined examined) {
                return message.name().equals(name)
                        ? Optional.of(new RoundTrip(message.type(), kept, List.of("Tried.")))
                        : Optional.empty();
            }
        };
    }

    @Test
    void seesAStoreThatIsShared() {
        assertThat(finding(Question.OWN_STORE, system(List.of("counter", "kitchen")))).returns(true, Finding::answer);
        Store one = new Store("one", List.of("dish"), List.of(), List.of());
        SystemModel shared = new SystemModel(
                "cafe", List.of(context("counter", one), context("kitchen", one)), List.of(), List.of());
        assertThat(finding(Question.OWN_STORE, shared))
                .isEqualTo(Question.OWN_STORE.no("It shares the store one with kitchen, and there the tables dish."));
    }

    @Test
    void seesWhereDeadLettersAreNotKept() {
        Store store = new Store("counter", List.of(), List.of(), List.of());
        ContextModel context = context(
                "counter", store,
                new Processor("counter.menu", Role.VIEW, true, List.of()),
                new Processor("counter.service", Role.POLICY, false, List.of()));
        assertThat(finding(
                Question.REPEATED_AND_UNREADABLE, new SystemModel("cafe", List.of(context), List.of(), List.of())))
                .returns(false, Finding::answer)
                .extracting(Finding::evidence)
                .asString()
                .contains("Dead letters of counter.menu are kept.", "No dead letters are kept of counter.service");
    }

    @Test
    void citesEachWaitAndSeesWhatNothingFollows() {
        Wait.Step opened = new Wait.Step(List.of("cafe.counter.api.Ordered"), "cafe.counter.Waits", at("cafe.counter.Waits"));
        Wait.Step closed = new Wait.Step(List.of("cafe.counter.api.Served"), "cafe.counter.Waits", at("cafe.counter.Waits"));
        Wait dish = new Wait("dish", "counter", List.of(new Wait.Length("cafe.waits.dish", "20m")), List.of(opened),
                List.of(closed), List.of(at("cafe.counter.GiveUp")), List.of("cafe.counter.api.Apologise"));
        assertThat(finding(Question.WAITS_END, waiting(dish))).isEqualTo(Question.WAITS_END.yes(
                "dish, opened at cafe/counter/Waits.java:7, ends after 20m (cafe.waits.dish), unless it is closed before on Served; then"
                        + " follows Apologise (cafe/counter/GiveUp.java:7)."));
        Wait bill = new Wait("bill", "counter", List.of(), List.of(opened, closed), List.of(), List.of(), List.of());
        assertThat(finding(Question.WAITS_END, waiting(dish, bill)))
                .returns(false, Finding::answer)
                .extracting(finding -> finding.evidence().getLast())
                .isEqualTo(
                        "bill, opened at cafe/counter/Waits.java:7 and elsewhere, ends after a time that no setting tells; and nothing"
                                + " follows its end.");
        assertThat(finding(Question.WAITS_END, system(List.of("counter")))).returns(null, Finding::answer);
    }

    private static SystemModel waiting(Wait... waits) {
        return new SystemModel(
                "cafe", List.of(Handmade.context("counter")), List.of(), List.of(), List.of(waits), List.of());
    }

    private static Finding health(SystemModel model, FindingSource... sources) {
        return finding(Question.HEALTH, model, sources);
    }

    private static Finding finding(Question question, SystemModel model, FindingSource... sources) {
        return Findings.of(examined(model), List.of(sources)).getFirst().findings().stream()
                .filter(finding -> finding.question().equals(question.text()))
                .findFirst()
                .orElseThrow();
    }

    private static Examined examined(SystemModel model) {
        return new Examined(Handmade.NO_CODE, model, List.of());
    }
}
