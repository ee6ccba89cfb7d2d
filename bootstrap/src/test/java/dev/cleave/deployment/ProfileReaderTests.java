package dev.cleave.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cleave.deployment.Profile.Messaging;
import dev.cleave.deployment.Unit.Store;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ProfileReaderTests {

    private static final Set<String> CONTEXTS = Set.of("catalog", "ordering", "shipping");

    @Test
    void readsWhatIsGiven() {
        Profile profile = read("""
                description: Two of them.
                messaging: axon-server
                units:
                  shop: { contexts: [catalog, ordering], replicas: 3, memory: 1Gi, store: postgresql }
                  yard:
                    contexts:
                      - shipping
                """);

        assertThat(profile)
                .isEqualTo(new Profile(
                        "some",
                        "Two of them.",
                        Messaging.AXON_SERVER,
                        List.of(
                                new Unit("shop", List.of("catalog", "ordering"), 3, DataSize.ofGigabytes(1), Store.POSTGRESQL),
                                new Unit("yard", List.of("shipping"), 1, DataSize.ofMegabytes(768), Store.H2))));
    }

    @Test
    void talksInProcessOnlyWhereThereIsOneProcess() {
        assertThat(read("units: { all: { contexts: [catalog, ordering, shipping] } }").messaging())
                .isEqualTo(Messaging.IN_PROCESS);
        assertThat(
                read("units: { all: { contexts: [catalog, ordering, shipping], replicas: 2, store: postgresql } }").messaging())
                .isEqualTo(Messaging.AXON_SERVER);
        assertThat(read("units: { a: { contexts: [catalog, ordering] }, b: { contexts: [shipping] } }").messaging())
                .isEqualTo(Messaging.AXON_SERVER);

        assertThat(faults("""
                        messaging: in-process
                        units: { a: { contexts: [catalog, ordering] }, b: { contexts: [shipping] } }"""))
                .containsExactly("1:12 Messages that stay in their process can't join 2 units. Set messaging: axon-server.");
        assertThat(faults("""
                        messaging: in-process
                        units: { a: { contexts: [catalog, ordering, shipping], replicas: 2, store: postgresql } }"""))
                .containsExactly(
                        "1:12 Messages that stay in their process can't join the 2 replicas of a. Set messaging: axon-server.");
    }

    @Test
    void findsAllFaultsOfAFileInItsOrder() {
        assertThat(faults("""
                        descripton: Faulty all over.
                        messaging: pigeon
                        units:
                          Shop: { contexts: [catalog, odering, catalog], replicas: 2 }
                          yard: { contexts: [], replicas: 0, memory: 64Mi, stroe: h2 }
                          gone:
                          more: [shipping]
                        """))
                .containsExactly(
                        "1:1 There is no key \"descripton\" in a profile. Did you mean description?",
                        "2:12 messaging is \"pigeon\". It is one of axon-server, in-process.",
                        "3:1 Context shipping is in no unit. Add it to the contexts of one.",
                        "4:3 \"Shop\" can't name a unit. Use at most 40 lower-case letters, digits and hyphens, a letter first and no hyphen last.",
                        "4:31 There is no context \"odering\". Did you mean ordering?",
                        "4:40 Context catalog is already in unit Shop. Name it once in the whole profile.",
                        "4:60 Unit Shop has 2 replicas, and a store on H2 serves one only. Set store: postgresql, or replicas: 1.",
                        "5:21 Unit yard has no contexts. Add some, or remove the unit.",
                        "5:35 replicas is \"0\". Give a whole number from 1 to 100.",
                        "5:46 memory is \"64Mi\", in which a process does not run. Give it at least 384Mi.",
                        "5:52 There is no key \"stroe\" in a unit. Did you mean store?",
                        "6:3 Unit gone is empty. Give it contexts, or remove it.",
                        "7:9 Unit more is to be a mapping. Write it like { contexts: [catalog, ordering] }.");
    }

    @Test
    void putsEveryContextInExactlyOneUnit() {
        assertThat(faults("units: { a: { contexts: [catalog, ordering] }, b: { contexts: [ordering] } }"))
                .containsExactly(
                        "1:1 Context shipping is in no unit. Add it to the contexts of one.",
                        "1:64 Context ordering is already in unit a. Name it once in the whole profile.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"axon-server", "postgresql", "front"})
    void aUnitCantBeCalledLikeWhatStandsBesideIt(String taken) {
        assertThat(faults("units: { " + taken + ": { contexts: [catalog, ordering, shipping] } }"))
                .containsExactly("1:10 A unit can't be called " + taken
                        + ", because what stands beside the units is called so. Give it another name.");
    }

    @Test
    void saysWhatNobodyWouldHandle() {
        String text = "units: { a: { contexts: [catalog, inventory, ordering, payment, shipping] } }";
        assertThatThrownBy(
                () -> new ProfileReader("some", "some.yaml", Profiles.contexts(), () -> BuiltReport.load().messages()).read(text))
                .hasMessage(
                        "some.yaml:1:1: Context notification is in no unit, so that no one would handle EraseContact, TellCustomer. "
                                + "Add it to the contexts of one.");
    }

    @Test
    void namesAllThatAreKnownWhereNoneIsNear() {
        assertThat(faults("units: { a: { contexts: [catalog, ordering, shipping, accounting] } }"))
                .containsExactly("1:55 There is no context \"accounting\". Known are: catalog, ordering, shipping.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "two", "'2'", "101", "99999999999999", "[2]", "1_0", "0x2", ""})
    void takesOnlySensibleNumbersOfReplicas(String replicas) {
        assertThat(faults(
                "units: { a: { contexts: [catalog, ordering, shipping], store: postgresql, replicas: " + replicas + " } }"))
                .singleElement()
                .asString()
                .contains("replicas is ", "Give a whole number from 1 to 100");
    }

    @Test
    void saysThatANumberIsATextOnlyForItsQuotationMarks() {
        assertThat(faults("units: { a: { contexts: [catalog, ordering, shipping], store: postgresql, replicas: \"2\" } }"))
                .containsExactly("1:85 replicas is the text \"2\". Give a whole number from 1 to 100, without quotation marks.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"383Mi", "1", "1G", "1024", "512 Mi", "0Gi", "-1Gi", "9999999999Gi", "lots", "{}", ""})
    void takesOnlySensibleSizesOfMemory(String memory) {
        assertThat(faults("units: { a: { contexts: [catalog, ordering, shipping], memory: " + memory + " } }"))
                .singleElement()
                .asString()
                .startsWith("1:" + (memory.isEmpty() ? 63 : 64) + " memory is ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units: {}                                  | The profile has no units.",
                "units: []                                  | units is to be a mapping",
                "description: alone                         | The profile has no units.",
                "[catalog]                                  | A profile is a mapping.",
                "catalog                                    | A profile is a mapping.",
                "''                                         | The file is empty.",
                "# nothing but a remark                     | The file is empty.",
                "units: { a: { replicas: 1 } }              | Unit a has no contexts.",
                "units: { a: { contexts: catalog } }        | contexts is to be a list.",
                "units: { a: { contexts: [[catalog]] } }    | something that is no name",
                "units: { ? [a] : { contexts: [catalog] } } | A key is to be a name.",
                "description: [1]                           | description is a list.",
                "units: { a-: {} }                          | can't name a unit",
                "units: { 1a: {} }                          | can't name a unit",
                "units: { a_b: {} }                         | can't name a unit",
                "units: { \"a\": { store: oracle } }        | It is one of h2, postgresql.",
            })
    void refusesWhatIsNoProfile(String text, String message) {
        assertThat(faults(text)).anySatisfy(fault -> assertThat(fault).contains(message));
    }

    @Test
    void takesNoKeyTwice() {
        assertThat(faults("""
                        units:
                          a: { contexts: [catalog, ordering] }
                          a: { contexts: [shipping] }
                        """))
                .contains("3:3 a is given twice. Keep one of the two.");
    }

    @Test
    void saysWhereTheFileIsNoYaml() {
        assertThat(faults("units:\n\tshop: {}\n"))
                .singleElement()
                .asString()
                .startsWith("2:1 This is not YAML: ")
                .endsWith(" Indent with spaces, not with tabs.");
        assertThat(faults("units: { a: { contexts: [catalog }"))
                .singleElement()
                .asString()
                .startsWith("1:")
                .endsWith(" Close the bracket or brace that is open here.");
        assertThat(faults("units:\n  a: { contexts: [catalog] }\n b: { contexts: [ordering] }\n"))
                .singleElement()
                .asString()
                .startsWith("3:2 ")
                .endsWith(" Let what belongs together begin in the same column.");
        assertThat(faults("units: \"\u0000\"")).singleElement().asString().contains("This is not YAML: ");
    }

    @Test
    void takesOneDocumentOnly() {
        assertThat(faults("units: { a: { contexts: [catalog, ordering, shipping] } }\n---\nunits: {}\n"))
                .containsExactly("3:1 A second document begins here. Keep one profile per file.");
    }

    @Test
    void takesNoAliasesNoTagsAndNoDepths() {
        assertThat(faults("units: { a: &a { contexts: [catalog] }, b: *a }"))
                .containsExactly(
                        "1:13 Anchors and aliases have no place in a profile. Write the value out.",
                        "1:44 Anchors and aliases have no place in a profile. Write the value out.");
        assertThat(faults("units: !!java.util.Date { a: { contexts: [catalog] } }"))
                .containsExactly("1:8 Tags have no place in a profile. Remove what begins with an exclamation mark.");
        assertThat(faults("[".repeat(5000))).singleElement().asString().contains("This is not YAML: ");
    }

    @Test
    void namesTheFileInEveryFault() {
        assertThatThrownBy(() -> read("units: 1"))
                .isInstanceOf(UnusableProfile.class)
                .hasMessage(
                        "some.yaml:1:8: units is to be a mapping from names to units. Write it like shop: { contexts: [catalog, ordering] }.");
    }

    private static Profile read(String text) {
        return new ProfileReader("some", "some.yaml", CONTEXTS, List::of).read(text);
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(UnusableProfile.class, () -> read(text)).faults().stream()
                .map(fault -> (fault.line() == 0 ? "" : fault.line() + ":" + fault.column() + " ") + fault.message() + " "
                        + fault.remedy())
                .toList();
    }
}
