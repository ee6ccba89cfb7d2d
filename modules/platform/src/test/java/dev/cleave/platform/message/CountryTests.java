package dev.cleave.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "US|US", "us|US", "USA|US", "U.S.A.|US", "United States of America|US", "UK|GB", "u.k.|GB", "Great Britain|GB",
        "England|GB",
        "Turkey|TR", "Türkiye|TR", "Turkiye|TR", "The Netherlands|NL", "netherlands|NL", "Holland|NL", "Nederland|NL", "EIRE|IE",
        "Republic of Ireland|IE", "RSA|ZA", "Channel Islands|JE", "Deutschland|DE", "GERMANY|DE", "DEU|DE", "España|ES",
        "Espana|ES",
        "日本|JP", "Россия|RU", "Russian Federation|RU", "Korea, Republic of|KR", "South Korea|KR",
        "Korea, Democratic People's Republic of|KP", "Viet Nam|VN", "Iran, Islamic Republic of|IR",
        "Bolivia (Plurinational State of)|BO", "Tanzania, United Republic of|TZ", "Côte d'Ivoire|CI", "Ivory Coast|CI",
        "Czech Republic|CZ",
        "Hong Kong|HK", "Macao|MO", "Saint Lucia|LC", "St. Lucia|LC", "Trinidad & Tobago|TT", "Bosnia and Herzegovina|BA",
        "Moldova, Republic of|MD", "Macedonia, the former Yugoslav Republic of|MK", "Venezuela (Bolivarian Republic of)|VE",
        "Democratic Republic of the Congo|CD", "Republic of the Congo|CG", "Kingdom of Norway|NO", "Saudi Arabia|SA",
        "United Arab Emirates|AE",
        "Syrian Arab Republic|SY", "Lao People's Democratic Republic|LA", "Brasil|BR", "Österreich|AT", "Schweiz|CH", "Suisse|CH",
        "Royaume-Uni|GB", "Singapore|SG", "Bahrain|BH", "XK|XK", "xkx|XK", "Kosovo|XK", "Kosovë|XK", "Kosowo|XK", "Unspecified|",
        "European Community|", "XX|", "Atlantis|", "'  '|"
    })
    void knowsCountriesByCodeAndByName(String text, String code) {
        assertThat(Country.meant(text).orElse(null)).isEqualTo(code);
    }

    @Test
    void isACodeInCapitalsOnly() {
        assertThat(Country.isCode("GB")).isTrue();
        assertThat(Country.isCode("XK")).isTrue();
        assertThat(Country.isCode("gb")).isFalse();
        assertThat(Country.isCode("UK")).isFalse();
        assertThat(Country.isCode("XX")).isFalse();
    }
}
