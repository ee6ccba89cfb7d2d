package dev.cleave.platform.web.problem;

import dev.cleave.platform.json.ValuesModule;
import dev.cleave.platform.message.Identifier;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.core.convert.converter.Converter;

/** Identifiers and money as parts of an address. */
public final class ParameterConverters {

    private ParameterConverters() {}

    public static final class ToIdentifier implements ConditionalGenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(String.class, Identifier.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return target.getType().isRecord();
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
            if (source == null) {
                return null;
            }
            try {
                return ValuesModule.identifier(targetType.getType(), (String) source);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedParameter(malformed.getMessage());
            }
        }
    }

    /** Money as {@code GBP 12.50}. */
    public static final class ToMoney implements Converter<String, Money> {

        @Override
        public Money convert(String text) {
            int space = text.indexOf(' ');
            if (space < 0) {
                throw new MalformedParameter("must be a currency and an amount, such as GBP 12.50");
            }
            try {
                return ValuesModule.money(text.substring(space + 1), text.substring(0, space));
            } catch (IllegalArgumentException malformed) {
                throw new MalformedParameter(malformed.getMessage());
            }
        }
    }
}
