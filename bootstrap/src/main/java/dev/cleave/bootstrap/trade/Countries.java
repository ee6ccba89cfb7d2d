package dev.cleave.bootstrap.trade;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** ISO 3166 codes of countries by their English names, the wholesaler's own spellings included. */
final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.put("channel islands", "JE");
        codes.put("czech republic", "CZ");
        codes.put("eire", "IE");
        codes.put("hong kong", "HK");
        codes.put("korea", "KR");
        codes.put("rsa", "ZA");
        codes.put("uk", "GB");
        codes.put("usa", "US");
        return codes;
    }
}
