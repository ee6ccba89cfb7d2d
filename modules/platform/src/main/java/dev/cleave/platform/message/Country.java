package dev.cleave.platform.message;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Countries by their codes of two letters: those of ISO 3166 as the JDK has them, and {@code XK} for Kosovo, which ISO leaves to its
 * users and which customs and carriers use.
 */
public final class Country {

    private static final int LONGEST_NAME = 100;
    private static final String KOSOVO = "XK";
    private static final Set<String> CODES =
            Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of(KOSOVO)).collect(Collectors.toUnmodifiableSet());
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BRACKETS = Pattern.compile("\\(.*?\\)|\\[.*?\\]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern STATE = Pattern.compile(
            "^(the )?((federal|federative|united|islamic|democratic|socialist|bolivarian|plurinational|peoples?|arab|co ?operative"
                    + "|oriental|independent|french|swiss|hellenic) )*"
                    + "(republic|kingdom|state|states|principality|grand duchy|commonwealth|federation|sultanate|union) of (the )?");
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("bolivia", "BO"), Map.entry("britain", "GB"), Map.entry("brunei darussalam", "BN"),
            Map.entry("burma", "MM"), Map.entry("cape verde", "CV"), Map.entry("channel islands", "JE"),
            Map.entry("congo", "CG"), Map.entry("democratic republic of congo", "CD"),
            Map.entry("democratic republic of the congo", "CD"), Map.entry("drc", "CD"),
            Map.entry("czech republic", "CZ"), Map.entry("democratic peoples republic of korea", "KP"),
            Map.entry("east timor", "TL"), Map.entry("eire", "IE"), Map.entry("england", "GB"),
            Map.entry("great britain", "GB"), Map.entry("holland", "NL"), Map.entry("holy see", "VA"),
            Map.entry("hong kong", "HK"), Map.entry("ivory coast", "CI"), Map.entry("korea", "KR"),
            Map.entry("lao peoples democratic republic", "LA"), Map.entry("macao", "MO"), Map.entry("macau", "MO"),
            Map.entry("macedonia", "MK"), Map.entry("northern ireland", "GB"), Map.entry("palestine", "PS"),
            Map.entry("rsa", "ZA"), Map.entry("russian federation", "RU"), Map.entry("scotland", "GB"),
            Map.entry("slovak republic", "SK"), Map.entry("swaziland", "SZ"), Map.entry("syrian arab republic", "SY"),
            Map.entry("turkey", "TR"), Map.entry("uae", "AE"), Map.entry("uk", "GB"), Map.entry("united states of america", "US"),
            Map.entry("us of a", "US"),
            Map.entry("virgin islands british", "VG"), Map.entry("virgin islands us", "VI"), Map.entry("viet nam", "VN"),
            Map.entry("wales", "GB"), Map.entry("xkx", KOSOVO));
    private static final Map<String, String> ENGLISH = english();

    private Country() {}

    /** Whether it is a country's code, in capitals. */
    public static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** The name of the country with the given code, in English. */
    public static String name(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /**
     * The code of the country that people mean by a text: a code of two or three letters in any case, the country's name in English, in
     * its own languages or in some others, or what people call it besides.
     */
    public static Optional<String> meant(String text) {
        if (text.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String whole = plain(text);
        String bare = BRACKETS.matcher(text).replaceAll(" ");
        int comma = bare.indexOf(',');
        Stream<String> ways = comma < 0 ? Stream.of(plain(bare))
                : Stream.of(plain(bare.substring(comma + 1) + " " + bare.substring(0, comma)), plain(bare.substring(0, comma)));
        return Stream.concat(Stream.of(whole), ways)
                .flatMap(name -> Stream.of(name, STATE.matcher(name).replaceFirst("")))
                .map(Country::named)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String named(String name) {
        if (name.isEmpty()) {
            return null;
        }
        String code = ENGLISH.get(name);
        return code != null ? code : Foreign.NAMES.get(name);
    }

    /** Lower case, without accents, points and the article. */
    private static String plain(String name) {
        String letters = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String words = OTHERS.matcher(letters.toLowerCase(Locale.ROOT).replace("&", " and ").replaceAll("[.'\u2019]", ""))
                .replaceAll(" ").strip();
        return words.replaceFirst("^the ", "").replaceFirst("^st ", "saint ").replace(" st ", " saint ");
    }

    private static Map<String, String> english() {
        Map<String, String> names = new HashMap<>();
        for (String code : CODES) {
            names.put(plain(name(code)), code);
            names.put(code.toLowerCase(Locale.ROOT), code);
        }
        for (String code : Locale.getISOCountries()) {
            names.put(Locale.of("", code).getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        names.putAll(ALIASES);
        return names;
    }

    /** Apart, because most files don't need it. */
    private static final class Foreign {

        private static final Map<String, String> NAMES = names();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            Arrays.stream(Locale.getAvailableLocales())
                    .filter(own -> isCode(own.getCountry()))
                    .forEach(own -> names.putIfAbsent(plain(own.getDisplayCountry(own)), own.getCountry()));
            for (String language : List.of("de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "fi")) {
                for (String code : CODES) {
                    names.putIfAbsent(plain(Locale.of("", code).getDisplayCountry(Locale.of(language))), code);
                }
            }
            return names;
        }
    }
}
