package dev.cleave.architecture.form;

import dev.cleave.architecture.model.Message.Field;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.model.TypeName;
import dev.cleave.architecture.model.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the fields of messages look as JSON. A type that nothing is known of is left open, and says so. */
final class PayloadSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> PACKAGES = packages();

    private final Map<String, ValueType> types = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    PayloadSchemas(Collection<ValueType> types) {
        for (ValueType type : types) {
            boolean unique = types.stream().filter(other -> other.name().equals(type.name())).count() == 1;
            this.types.put(type.type(), type);
            keys.put(type.type(), unique ? type.name() : type.type().replace('$', '.'));
        }
    }

    /** The schemas of the types that messages have in their fields, by the names they are referred to by. */
    Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        types.values().forEach(type -> all.put(keys.get(type.type()), of(type)));
        return all;
    }

    private ObjectNode of(ValueType type) {
        ObjectNode schema = switch (type.form()) {
            case RECORD -> object(type.fields());
            case VALUE -> type.fields().isEmpty() ? unknown(type.type()) : of(type.fields().getFirst());
            case ENUMERATION -> JSON.objectNode().put("type", "string");
        };
        if (type.form() == ValueType.Form.ENUMERATION) {
            ArrayNode constants = schema.putArray("enum");
            type.constants().forEach(constants::add);
        }
        schema.put("title", type.name());
        if (type.summary() != null) {
            schema.put("description", type.summary());
        }
        schema.put("x-type", type.type());
        return schema;
    }

    /** An object with fields. */
    ObjectNode object(List<Field> fields) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        for (Field field : fields) {
            properties.set(field.name(), field.required() ? of(field) : nullable(of(field)));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema;
    }

    private ObjectNode of(Field field) {
        return of(TypeName.parse(field.type()), field);
    }

    private ObjectNode of(TypeName type, Field field) {
        String full = full(type, field);
        if (types.containsKey(full)) {
            return JSON.objectNode().put("$ref", "#/components/schemas/" + keys.get(full));
        }
        return switch (full) {
            case "java.lang.String", "java.lang.CharSequence", "char", "java.lang.Character", "java.util.Locale",
                    "java.util.Currency", "java.time.ZoneId", "java.time.ZoneOffset", "java.time.LocalDateTime",
                    "java.time.YearMonth", "java.time.MonthDay", "java.time.Period", "org.joda.money.CurrencyUnit",
                    "javax.money.CurrencyUnit" ->
                string(null);
            case "java.util.UUID" -> string("uuid");
            case "java.net.URI", "java.net.URL" -> string("uri");
            case "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime" -> string("date-time");
            case "java.time.LocalDate" -> string("date");
            case "java.time.LocalTime" -> string("time");
            case "java.time.Duration" -> string("duration");
            case "java.time.DayOfWeek", "java.time.Month" -> string(null);
            case "byte", "java.lang.Byte", "short", "java.lang.Short", "java.time.Year", "java.math.BigInteger" ->
                JSON.objectNode().put("type", "integer");
            case "int", "java.lang.Integer" -> JSON.objectNode().put("type", "integer").put("format", "int32");
            case "long", "java.lang.Long" -> JSON.objectNode().put("type", "integer").put("format", "int64");
            case "float", "java.lang.Float", "double", "java.lang.Double", "java.math.BigDecimal" ->
                JSON.objectNode().put("type", "number");
            case "boolean", "java.lang.Boolean" -> JSON.objectNode().put("type", "boolean");
            case "org.joda.money.Money", "org.joda.money.BigMoney", "javax.money.MonetaryAmount" -> money();
            case "java.util.Optional" -> nullable(argument(type, 0, field));
            case "java.util.List", "java.util.Collection", "java.util.SequencedCollection", "java.lang.Iterable",
                    "java.util.Queue", "java.util.Deque" ->
                list(argument(type, 0, field));
            case "java.util.Set", "java.util.SortedSet", "java.util.NavigableSet", "java.util.SequencedSet",
                    "java.util.EnumSet" ->
                list(argument(type, 0, field)).put("uniqueItems", true);
            case TypeName.ARRAY -> type.arguments().getFirst().name().equals("byte")
                    ? string(null).put("contentEncoding", "base64")
                    : list(argument(type, 0, field));
            case "java.util.Map", "java.util.SortedMap", "java.util.NavigableMap", "java.util.SequencedMap" -> {
                ObjectNode map = JSON.objectNode().put("type", "object");
                map.set("additionalProperties", argument(type, 1, field));
                yield map;
            }
            default -> unknown(full);
        };
    }

    private ObjectNode argument(TypeName type, int index, Field field) {
        return index < type.arguments().size() ? of(type.arguments().get(index), field) : unknown("java.lang.Object");
    }

    private static ObjectNode string(@Nullable String format) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        return format == null ? schema : schema.put("format", format);
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode money() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("amount").put("description", "A decimal number, as text where no digit may be lost.")
                .putArray("type").add("string").add("number");
        properties.putObject("currency").put("type", "string").put("description", "Its code in ISO 4217.")
                .put("pattern", "^[A-Z]{3}$");
        schema.putArray("required").add("amount").add("currency");
        return schema;
    }

    private static ObjectNode unknown(String type) {
        return JSON.objectNode().put("description", "The code does not tell what " + type + " looks like as JSON.");
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isString()) {
            String type = schema.get("type").stringValue();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        if (schema.has("$ref")) {
            ObjectNode either = JSON.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        return schema;
    }

    /** The full name, as far as it can be told. */
    private String full(TypeName type, Field field) {
        if (type.name().equals(TypeName.ARRAY)) {
            return TypeName.ARRAY;
        }
        if (PACKAGES.containsKey(type.name())) {
            return Optional.ofNullable(named(type, field.raw())).orElse(PACKAGES.get(type.name()));
        }
        String named = named(type, field.raw());
        if (named != null) {
            return named;
        }
        List<ValueType> same = types.values().stream().filter(known -> known.name().equals(type.last())).toList();
        return same.size() == 1 ? same.getFirst().type() : type.name();
    }

    private static @Nullable String named(TypeName type, List<String> raw) {
        return raw.stream()
                .filter(full -> full.equals(type.name()) || Names.simple(full).equals(type.last()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> packages() {
        Map<String, String> packages = new HashMap<>();
        put(packages, "java.lang", "String CharSequence Character Byte Short Integer Long Float Double Boolean Iterable Object");
        put(packages, "java.math", "BigDecimal BigInteger");
        put(packages, "java.net", "URI URL");
        put(packages, "java.time", "Instant OffsetDateTime ZonedDateTime LocalDateTime LocalDate LocalTime Duration Period Year "
                + "YearMonth MonthDay DayOfWeek Month ZoneId ZoneOffset");
        put(packages, "java.util", "UUID Locale Currency Optional List Collection SequencedCollection Queue Deque Set SortedSet "
                + "NavigableSet SequencedSet EnumSet Map SortedMap NavigableMap SequencedMap");
        return Map.copyOf(packages);
    }

    private static void put(Map<String, String> packages, String name, String types) {
        for (String type : types.split(" ")) {
            packages.put(type, name + "." + type);
        }
    }
}
