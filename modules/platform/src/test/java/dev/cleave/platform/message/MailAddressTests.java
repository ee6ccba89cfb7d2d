package dev.cleave.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {
        "ada@example.org ada@example.org",
        "Ada.Lovelace+shop@Example.ORG Ada.Lovelace+shop@example.org",
        "o'brien@example.ie o'brien@example.ie",
        "a@b a@b",
        "a@localhost a@localhost",
        "!#$%&'*+-/=?^_`{|}~@example.org !#$%&'*+-/=?^_`{|}~@example.org",
        "`\"ada lovelace\"@example.org` `\"ada lovelace\"@example.org`",
        "\"a..b\"@example.org \"a..b\"@example.org",
        "\"a@b\"@example.org \"a@b\"@example.org",
        "\"a\\\"b\"@example.org \"a\\\"b\"@example.org",
        "ada@straße.example ada@xn--strae-oqa.example",
        "ada@strasse.example ada@strasse.example",
        "ada@faß.de ada@xn--fa-hia.de",
        "ada@βόλος.com ada@xn--nxasmm1c.com",
        "ada@bücher.example ada@xn--bcher-kva.example",
        "ada@例え.テスト ada@xn--r8jz45g.xn--zckzah",
        "ada@xn--bcher-kva.example ada@xn--bcher-kva.example",
        "ada@ＥＸＡＭＰＬＥ。ｏｒｇ ada@example.org",
        "jörg@example.com jörg@example.com",
        "用户@例え.テスト 用户@xn--r8jz45g.xn--zckzah",
        "ada@[192.0.2.1] ada@[192.0.2.1]",
        "ada@[IPv6:2001:db8::1] ada@[IPv6:2001:db8::1]",
        "1234567890@example.org 1234567890@example.org",
        "_______@example.org _______@example.org",
        "a@1password.example a@1password.example"
    })
    void isTakenAndGivenToMailServersWithItsDomainInAscii(String address, String mailbox) {
        MailAddress taken = new MailAddress(address);

        assertThat(taken.value()).isEqualTo(address);
        assertThat(taken.mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @MethodSource("none")
    void isRefusedIfItIsNotOneAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailAddress(text))
                .withMessageContaining("mail address");
        assertThat(MailAddress.in(text)).isEmpty();
    }

    static String[] none() {
        return new String[] {
            null, "", " ", "ada", "@", "@example.org", "ada@", "ada@@example.org", "ada@example.org@",
            "ada@example.org, eve@example.org", "ada@example.org;eve@example.org", "Ada <ada@example.org>", "<ada@example.org>",
            "group:ada@example.org;", "ada(comment)@example.org", "ada@example.org (Ada)", "@route.example:ada@example.org",
            "ada@example..org", "ada@.example.org", "ada@example.org.", "ada@example.org。", "ada@-example.org",
            "ada@example-.org",
            "ada@exa_mple.org", "ada@exa mple.org", "ada@example.org>", "ada@192.0.2.1", "ada@example.123",
            ".ada@example.org", "ada.@example.org", "ada..lovelace@example.org", "ada lovelace@example.org",
            " ada@example.org", "ada@example.org ", "ada@example.org\n", "ada\r\n@example.org",
            "ada@example.org\r\nBcc: eve@example.org", "\"ada\r\nBcc: eve\"@example.org", "ada\u0000@example.org",
            "ada\u007f@example.org", "ada\u0085@example.org", "ada\u2028@example.org", "ada\u202eeve@example.org",
            "ada\u200b@example.org", "ada\u00a0@example.org", "ada\u3000@example.org", "ada@exam\u00adple.org",
            "ada@exam\u200bple.org",
            "\ud800@example.org", "ada@\ud800.org", "\"\"@example.org", "\"ada@example.org", "ada\"b@example.org",
            "\"ada\"b@example.org", "\"ada\\\"@example.org", "ada\\@example.org", "ada@[192.0.2]", "ada@[192.0.2.1",
            "ada@[300.0.2.1]",
            "ada@[IPv6:2001:db8::1%eth0]", "ada@[IPv6:nonsense]", "ada@[2001:db8::1]", "ada@[example.org]", "ada@xn--a.example",
            "ada@\u0300a.example", "a".repeat(65) + "@example.org", "ö".repeat(33) + "@example.org",
            "ada@" + "a".repeat(64) + ".org", "ada@" + "a.".repeat(126) + "org", "a".repeat(300) + "@example.org",
            "a".repeat(64) + "@" + ("b".repeat(60) + ".").repeat(3) + "example.org"
        };
    }

    @Test
    void isTakenUpToTheLengthsThatMailServersTake() {
        String longest = "a".repeat(64) + "@" + ("b".repeat(61) + ".").repeat(3) + "cc";
        assertThat(longest.length()).isEqualTo(253);

        assertThat(new MailAddress(longest).mailbox()).isEqualTo(longest);
        assertThat(new MailAddress("ö".repeat(32) + "@example.org").needsUtf8()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jörg@example.com", "用户@example.com", "\"jörg müller\"@example.com"})
    void needsAServerThatKnowsUtf8ForLettersBeyondAsciiBeforeTheAt(String address) {
        assertThat(new MailAddress(address).needsUtf8()).isTrue();
        assertThat(new MailAddress("ada@bücher.example").needsUtf8()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.org, ada@example.ORG",
        "jo\u0308rg@example.org, JÖRG@example.org",
        "ada@bücher.example, ada@XN--BCHER-KVA.example",
        "\"ada\"@example.org, ada@example.org"
    })
    void sharesItsKeyWithAllSpellingsOfTheMailbox(String one, String other) {
        assertThat(new MailAddress(one).key()).isEqualTo(new MailAddress(other).key());
    }

    @ParameterizedTest
    @CsvSource({"ada@straße.example, ada@strasse.example", "ada@example.org, a.da@example.org",
        "ada+a@example.org, ada@example.org"})
    void hasAKeyOfItsOwnWhereTheMailboxIsAnother(String one, String other) {
        assertThat(new MailAddress(one).keys()).doesNotContainAnyElementsOf(new MailAddress(other).keys());
    }

    @Test
    void doesNotShowInItsText() {
        assertThat(new MailAddress("ada@example.org")).asString().doesNotContain("ada", "example");
    }
}
