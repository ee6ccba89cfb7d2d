package dev.cleave.ordering.order;

import com.ibm.icu.util.ULocale;
import dev.cleave.platform.message.Country;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an address needs at least, by country, and which code was meant by what is none. Former codes are known from CLDR; what
 * addresses need is taken from the address data of libaddressinput (github.com/google/libaddressinput, June
 * 2025): a postcode where the country requires one, a city except where a country is one.
 */
final class Countries {

    private static final Set<String> NEED_POSTCODE =
            Set.of(("AS AT AU AX BE BL BR CA CH CN CZ DE DK EE ES FI FK FM FR GB GF GG GL GP"
                    + " GR GS GU HU IM IN IO IT JE JP KR LI LT LU LV MF MH MP MQ MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RO RU SE SG SH SJ"
                    + " SK SM TC TR TW UA US VI WF YT ZA").split(" "));
    private static final Set<String> NEED_NO_CITY = Set.of("AG GI HK KY MC MO NR SG SM VA VG".split(" "));
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2,3}");

    private Countries() {}

    static boolean needsPostcode(String country) {
        return NEED_POSTCODE.contains(country);
    }

    static boolean needsCity(String country) {
        return !NEED_NO_CITY.contains(country);
    }

    /** What to write in place of something that is no code; does not repeat it. */
    static String hint(String noCode) {
        return meant(noCode.strip())
                .map(code -> "must be an ISO 3166 code of two capital letters; write " + code + " for " + Country.name(code))
                .orElse("must be an ISO 3166 code of two capital letters, such as GB");
    }

    private static Optional<String> meant(String noCode) {
        return Country.meant(noCode)
                .or(() -> LETTERS.matcher(noCode).matches() ? Optional.of(formerly(noCode)).filter(Country::isCode)
                        : Optional.empty());
    }

    /** The present code of the country that had the given one. */
    private static String formerly(String code) {
        return ULocale.createCanonical("und_" + code.toUpperCase(Locale.ROOT)).getCountry();
    }
}
