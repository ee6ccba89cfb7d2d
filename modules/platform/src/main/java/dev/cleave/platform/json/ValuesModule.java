package dev.cleave.platform.json;

import dev.cleave.platform.message.Identifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleSerializers;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Identifiers and money as JSON.
 *
 * <p>An {@link Identifier} is a plain string, also as the key of an object; it is read by its record's canonical constructor.
 * {@link Money} is {@code {"amount":"12.50","currency":"GBP"}}: the amount a string, because many readers of JSON numbers lose
 * digits, with no more decimals than the currency has and no exponent; the currency one that has an ISO 4217 code. A request's
 * amounts stay below a million million, so that what is reckoned from them can be read again in messages, and are in a currency that
 * some country pays with today; what was stored stays readable when a country changes its currency.
 */
public final class ValuesModule extends JacksonModule {

    private static final int DIGITS_IN_REQUESTS = 12;
    private static final int DIGITS_IN_MESSAGES = 30;

    private final boolean requests;

    private ValuesModule(boolean requests) {
        this.requests = requests;
    }

    public static ValuesModule forMessages() {
        return new ValuesModule(false);
    }

    public static ValuesModule forRequests() {
        return new ValuesModule(true);
    }

    @Override
    public String getModuleName() {
        return "cleave-values";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new SimpleSerializers()
                .addSerializer(Identifier.class, new IdentifierSerializer())
                .addSerializer(Money.class, new MoneySerializer()));
        context.addKeySerializers(new SimpleSerializers().addSerializer(Identifier.class, new IdentifierKeySerializer()));
        context.addDeserializers(new ValueDeserializers(requests));
        context.addKeyDeserializers((type, config, description) -> isIdentifier(type.getRawClass())
                ? new IdentifierKeyDeserializer(type.getRawClass(), requests) : null);
    }

    /**
     * Makes an identifier of a type from text, as in a request: no name of the system's own.
     *
     * @throws IllegalArgumentException if it is not one; the message is fit for the caller's eyes
     */
    public static Identifier identifier(Class<?> type, String text) {
        return IdentifierDeserializer.instantiate(IdentifierDeserializer.constructor(type), text, true);
    }

    /**
     * Makes money of an amount and a currency's code, as in a request.
     *
     * @throws IllegalArgumentException if it is none; the message is fit for the caller's eyes
     */
    public static Money money(@Nullable String amount, @Nullable String currency) {
        return MoneyDeserializer.money(amount, currency, DIGITS_IN_REQUESTS);
    }

    private static boolean isIdentifier(Class<?> type) {
        return type.isRecord() && Identifier.class.isAssignableFrom(type);
    }

    private static final class ValueDeserializers extends Deserializers.Base {

        private final boolean requests;

        ValueDeserializers(boolean requests) {
            this.requests = requests;
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> raw = type.getRawClass();
            if (raw == Money.class) {
                return new MoneyDeserializer(requests ? DIGITS_IN_REQUESTS : DIGITS_IN_MESSAGES);
            }
            return isIdentifier(raw) ? new IdentifierDeserializer(raw, requests) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == Money.class || isIdentifier(type);
        }
    }

    private static final class IdentifierSerializer extends StdSerializer<Identifier> {

        IdentifierSerializer() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier identifier, JsonGenerator generator, SerializationContext context) {
            generator.writeString(identifier.value());
        }
    }

    private static final class IdentifierKeySerializer extends StdSerializer<Identifier> {

        IdentifierKeySerializer() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier identifier, JsonGenerator generator, SerializationContext context) {
            generator.writeName(identifier.value());
        }
    }

    private static final class IdentifierDeserializer extends StdDeserializer<Identifier> {

        private final Constructor<?> constructor;
        private final boolean requests;

        IdentifierDeserializer(Class<?> type, boolean requests) {
            super(type);
            this.constructor = constructor(type);
            this.requests = requests;
        }

        @Override
        public Identifier deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new MalformedValue(parser, "must be a string", handledType());
            }
            try {
                return instantiate(constructor, parser.getString(), requests);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedValue(parser, malformed.getMessage(), handledType());
            }
        }

        static Constructor<?> constructor(Class<?> type) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(String.class);
                constructor.trySetAccessible();
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type.getName() + " must be a record of one String", e);
            }
        }

        static Identifier instantiate(Constructor<?> constructor, String text, boolean requests) {
            if (requests && Identifier.isSystems(text)) {
                throw new IllegalArgumentException(
                        "must not begin with " + Identifier.SYSTEMS + ", as names of the system's own do; choose another one");
            }
            try {
                return (Identifier) constructor.newInstance(text);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException malformed) {
                    throw malformed;
                }
                throw new IllegalStateException(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class IdentifierKeyDeserializer extends KeyDeserializer {

        private final Class<?> type;
        private final Constructor<?> constructor;
        private final boolean requests;

        IdentifierKeyDeserializer(Class<?> type, boolean requests) {
            this.type = type;
            this.constructor = IdentifierDeserializer.constructor(type);
            this.requests = requests;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return IdentifierDeserializer.instantiate(constructor, key, requests);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedValue(context.getParser(), malformed.getMessage(), type);
            }
        }
    }

    private static final class MoneySerializer extends StdSerializer<Money> {

        MoneySerializer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject(money);
            generator.writeStringProperty("amount", money.getAmount().toPlainString());
            generator.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            generator.writeEndObject();
        }
    }

    private static final class MoneyDeserializer extends StdDeserializer<Money> {

        private static final Pattern AMOUNT = Pattern.compile("-?([0-9]{1,30})(\\.[0-9]{1,9})?");
        private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
        private static final Set<String> IN_USE = Arrays.stream(Locale.getISOCountries())
                .map(country -> Currency.getInstance(Locale.of("", country)))
                .filter(Objects::nonNull)
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());

        private final int digits;

        MoneyDeserializer(int digits) {
            super(Money.class);
            this.digits = digits;
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                throw new MalformedValue(parser, "must be an object with amount and currency", Money.class);
            }
            String amount = null;
            String currency = null;
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "amount" -> amount = text(parser, value, "the amount must be a string such as \"12.50\"");
                    case "currency" -> currency = text(parser, value, "the currency must be a code of three letters");
                    default -> context.handleUnknownProperty(parser, this, Money.class, name);
                }
            }
            try {
                return money(amount, currency, digits);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedValue(parser, malformed.getMessage(), Money.class);
            }
        }

        private static String text(JsonParser parser, JsonToken value, String otherwise) {
            if (value != JsonToken.VALUE_STRING) {
                throw new MalformedValue(parser, otherwise, Money.class);
            }
            return parser.getString();
        }

        static Money money(@Nullable String amount, @Nullable String currency, int digits) {
            Matcher number = AMOUNT.matcher(amount == null ? "" : amount);
            if (!number.matches()) {
                throw new IllegalArgumentException("the amount must be a decimal number such as \"12.50\"");
            }
            if (number.group(1).length() > digits) {
                throw new IllegalArgumentException("the amount has more than " + digits + " digits before the point");
            }
            if (currency == null || !CURRENCY.matcher(currency).matches()) {
                throw new IllegalArgumentException("the currency must be a code of three capital letters such as \"GBP\"");
            }
            CurrencyUnit unit = unit(currency);
            if (digits == DIGITS_IN_REQUESTS && !IN_USE.contains(currency)) {
                throw new IllegalArgumentException("the currency is not one that any country pays with today");
            }
            BigDecimal value = new BigDecimal(amount);
            if (value.scale() > unit.getDecimalPlaces()) {
                throw new IllegalArgumentException(
                        "the amount has more decimals than the currency's " + unit.getDecimalPlaces());
            }
            return Money.of(unit, value);
        }

        private static CurrencyUnit unit(String code) {
            try {
                CurrencyUnit unit = CurrencyUnit.of(code);
                if (!unit.isPseudoCurrency()) {
                    return unit;
                }
            } catch (IllegalCurrencyException unknown) {
                throw new IllegalArgumentException("the currency is unknown", unknown);
            }
            throw new IllegalArgumentException("the currency is unknown");
        }
    }
}
