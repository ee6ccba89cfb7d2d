package dev.cleave.architecture.law.privacy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tells of a person is known by the names of fields and of types: those that a system names, and some that mean the same anywhere. A
 * field called {@code name} is not among them, since products have names too; nor is what is free text.
 */
public final class NoPersonalData {

    private static final Set<String> FIELDS = new TreeSet<>(Set.of(
            "email", "emailaddress", "mailaddress", "phone", "phonenumber", "mobile", "mobilenumber", "telephone", "firstname",
            "lastname",
            "surname", "familyname", "givenname", "fullname", "maidenname", "dateofbirth", "birthdate", "birthday", "street",
            "streetaddress", "addressline", "postaladdress", "postcode", "postalcode", "zipcode", "iban", "cardnumber",
            "creditcard",
            "ssn", "socialsecuritynumber", "passportnumber", "ipaddress", "username"));
    private static final Set<String> FLAGS = Set.of("boolean", "java.lang.Boolean");
    private static final Set<String> TYPES = Set.of(
            "Address", "PostalAddress", "Email", "EmailAddress", "PhoneNumber", "Person", "PersonName", "FullName",
            "ContactDetails");
    private static final List<String> ENCRYPTED = List.of(
            "io.axoniq.dataprotection.api.PersonalData", "io.axoniq.dataprotection.api.SerializedPersonalData",
            "io.axoniq.dataprotection.api.DeepPersonalData");

    private NoPersonalData() {}

    public static List<Rule> rules() {
        return List.of(Statement.of(
                "events-hold-no-personal-data", Laws.NO_PERSONAL_DATA,
                "No event holds personal data",
                "Events are stored forever and read by every context. A name or an address in an event can't be erased without falsifying what happened.")
                .examinedBy(NoPersonalData::examine));
    }

    private static Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        List<String> personal = new ArrayList<>(code.conventions().personalData());
        List<Violation> violations = new ArrayList<>();
        for (Message event : code.model().messages(Message.Kind.EVENT).toList()) {
            examined.merge("events", 1, Integer::sum);
            Optional<JavaClass> type = find(code, event.type());
            if (type.isPresent()) {
                Search search = new Search(code, personal);
                search.look(type.get(), List.of(), new HashSet<>());
                examined.merge("fields", search.looked, Integer::sum);
                search.found.forEach((path, reason) -> violations.add(violation(code, type.get(), path, reason)));
            }
        }
        return new Examination(examined, violations);
    }

    private static Optional<JavaClass> find(SystemCode code, String type) {
        return code.classes().contain(type) ? Optional.of(code.classes().get(type)) : Optional.empty();
    }

    private static Violation violation(SystemCode code, JavaClass event, List<String> path, String reason) {
        String field = path.getFirst().substring(path.getFirst().indexOf('.') + 1);
        String way =
                path.stream().map(step -> step.substring(step.lastIndexOf('.') + 1)).reduce((one, other) -> one + "." + other)
                        .orElseThrow();
        return new Violation(
                code.at(event.getField(field)),
                CodeNames.of(event) + " holds " + way + ": " + reason + ".",
                path,
                "Leave it out of the event; send it in a command, keep it in a table of the context that needs it, under the person's"
                        + " number, and erase it there.");
    }

    private static final class Search {

        private final SystemCode code;
        private final List<String> personal;
        private final Map<List<String>, String> found =
                new TreeMap<>((one, other) -> String.join("/", one).compareTo(String.join("/", other)));
        private int looked;

        Search(SystemCode code, List<String> personal) {
            this.code = code;
            this.personal = personal;
        }

        void look(JavaClass type, List<String> path, Set<JavaClass> above) {
            if (!above.add(type)) {
                return;
            }
            for (JavaField field : type.getAllFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        || field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || ENCRYPTED.stream().anyMatch(field::isAnnotatedWith)) {
                    continue;
                }
                looked++;
                List<String> way = new ArrayList<>(path);
                way.add(CodeNames.of(type) + "." + field.getName());
                if (isPersonal(field)) {
                    found.put(way, "a field of that name tells of a person");
                } else {
                    field.getAllInvolvedRawTypes().forEach(each -> lookInto(each.getBaseComponentType(), way, above));
                }
            }
            above.remove(type);
        }

        private void lookInto(JavaClass type, List<String> way, Set<JavaClass> above) {
            if (personal.contains(type.getName()) || isOurs(type) && TYPES.contains(type.getSimpleName())) {
                found.put(way, CodeNames.of(type) + " tells of a person");
            } else if (isOurs(type) && !type.isEnum()) {
                look(type, way, above);
                type.getAllSubclasses().stream().filter(this::isOurs).forEach(each -> look(each, way, above));
            }
        }

        /** A field is called like it, or its name ends in it: {@code customerEmail}, but neither {@code emailTemplate} nor a flag. */
        private boolean isPersonal(JavaField field) {
            String plain = plain(field.getName());
            return FIELDS.contains(plain)
                    || personal.stream().anyMatch(name -> plain.equals(plain(name)))
                    || !FLAGS.contains(field.getRawType().getName()) && endings(field.getName()).anyMatch(FIELDS::contains);
        }

        /** What a name ends in, word by word, the whole apart: of {@code contactPhoneNumber} phonenumber and number. */
        private static Stream<String> endings(String name) {
            List<String> words = List.of(name.split("_|(?<=[a-z0-9])(?=[A-Z])"));
            return IntStream.range(1, words.size()).mapToObj(from -> plain(String.join("", words.subList(from, words.size()))));
        }

        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replace("_", "");
        }

        private boolean isOurs(JavaClass type) {
            return code.classes().contain(type.getName());
        }
    }
}
