package dev.cleave.platform.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.text.IDNA;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One e-mail address, as its owner writes it; on the wire and in HTTP a JSON string. Personal data: in commands only, and not in the
 * text of this record.
 *
 * <p>What is one is decided here and nowhere else: a mailbox as mail servers know it (RFC 5321, with RFC 6531 for letters beyond ASCII),
 * the part before the {@code @} also in quotes, the part after it a domain name of any alphabet (UTS 46, not transitional) or an
 * address literal in brackets; without display name, comment or line break.
 *
 * @param value the address as it was given
 */
public record MailAddress(@JsonValue String value) {

    /** The longest an address may be, in octets as a mail server gets it. */
    public static final int MAX_LENGTH = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    /** Invisible except for the joiners, which some scripts need. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^\u200c\u200d]]");
    private static final Pattern ATOM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\x{80}-\\x{10FFFF}]+");
    private static final Pattern ATOMS = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f\\x7f]|\\\\[\\x20-\\x7e])+\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]+");
    private static final String IPV6_TAG = "IPv6:";
    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES
                    | IDNA.CHECK_BIDI
                    | IDNA.CHECK_CONTEXTJ
                    | IDNA.CHECK_CONTEXTO
                    | IDNA.NONTRANSITIONAL_TO_ASCII
                    | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** @throws IllegalArgumentException if it is none; the message is fit for the caller's eyes and does not repeat it */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MailAddress {
        int at = value == null ? -1 : value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1) {
            throw new IllegalArgumentException("must be one mail address such as ada@example.org");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must be a mail address of at most " + MAX_LENGTH + " characters");
        }
        String local = local(value);
        if (!ATOMS.matcher(local).matches() && !QUOTED.matcher(local).matches()
                || INVISIBLE.matcher(local.replace(" ", "")).find()) {
            throw new IllegalArgumentException(
                    "must be one mail address; before the @ it may have no blanks, brackets, commas or dots in a row, unless in quotes");
        }
        String domain = domain(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be a mail address with a domain such as example.org after the @, without a dot at its end"));
        int localOctets = local.getBytes(StandardCharsets.UTF_8).length;
        if (localOctets > LONGEST_LOCAL_PART || localOctets + 1 + domain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must be a mail address of at most " + LONGEST_LOCAL_PART
                    + " octets before the @ and " + MAX_LENGTH + " as a whole");
        }
    }

    /** The address that a text is, or nothing if it is none. */
    public static Optional<MailAddress> in(String text) {
        try {
            return Optional.of(new MailAddress(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The address as mail servers know it: its domain in ASCII. */
    public String mailbox() {
        return local(value) + "@" + domain(value).orElseThrow();
    }

    /** Whether only mail servers that know SMTPUTF8 can take it, for letters beyond ASCII before the {@code @}. */
    public boolean needsUtf8() {
        return local(value).chars().anyMatch(c -> c > 127);
    }

    /**
     * The spelling that it shares with all addresses of the same mailbox: mail servers may tell capitals apart before the {@code @},
     * but none gives such addresses to different people.
     */
    public String key() {
        return spelled(Function.identity());
    }

    /** {@link #key()}, and the same with its domain in its own alphabet. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key());
        keys.add(spelled(domain -> NAMES.nameToUnicode(domain, new StringBuilder(), new IDNA.Info()).toString()));
        return keys;
    }

    private String spelled(Function<String, String> domain) {
        String local = local(value);
        String meant = local.startsWith("\"") ? ESCAPED.matcher(local.substring(1, local.length() - 1)).replaceAll("$1") : local;
        return meant.toLowerCase(Locale.ROOT) + "@" + domain.apply(domain(value).orElseThrow());
    }

    private static String local(String address) {
        return Normalizer.normalize(address.substring(0, address.lastIndexOf('@')), Normalizer.Form.NFC);
    }

    private static Optional<String> domain(String address) {
        String given = address.substring(address.lastIndexOf('@') + 1);
        if (given.startsWith("[") && given.endsWith("]")) {
            return isLiteral(given.substring(1, given.length() - 1)) ? Optional.of(given) : Optional.empty();
        }
        if (INVISIBLE.matcher(given).find()) {
            return Optional.empty();
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        NAMES.nameToASCII(given, ascii, info);
        String name = ascii.toString();
        boolean refused = info.hasErrors()
                || name.isEmpty()
                || name.endsWith(".")
                || name.length() > LONGEST_DOMAIN
                || DIGITS.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
        return refused ? Optional.empty() : Optional.of(name);
    }

    private static boolean isLiteral(String literal) {
        try {
            boolean six = literal.regionMatches(true, 0, IPV6_TAG, 0, IPV6_TAG.length());
            String number = six ? literal.substring(IPV6_TAG.length()) : literal;
            InetAddress parsed = six
                    ? IPV6.matcher(number).matches() ? Inet6Address.ofLiteral(number) : null
                    : FOUR_NUMBERS.matcher(number).matches() ? Inet4Address.ofLiteral(number) : null;
            return parsed != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "MailAddress[withheld]";
    }
}
