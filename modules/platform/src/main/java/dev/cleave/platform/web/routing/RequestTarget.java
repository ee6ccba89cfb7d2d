package dev.cleave.platform.web.routing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a request's target may look like, as it was sent. There is one way to write a path: nothing is encoded that need not be, and
 * nothing in it is dropped or resolved later. So whoever decides by a path, here or in front of here, decides by the same one.
 */
public final class RequestTarget {

    private static final int MOST_PARAMETERS = 100;
    private static final String UNRESERVED = "-._~";
    private static final String NEVER_IN_A_SEGMENT = "/\\;%";

    private RequestTarget() {}

    /** What is wrong with a path as it was sent, for the caller's eyes; empty if nothing is. */
    public static Optional<String> faultOfPath(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return Optional.of("The path must begin with a slash.");
        }
        if (path.indexOf(';') >= 0 || path.indexOf('\\') >= 0) {
            return Optional.of("The path must not contain a semicolon or a backslash.");
        }
        if (path.contains("//") || (path + "/").contains("/./") || (path + "/").contains("/../")) {
            return Optional.of("The path must not contain empty or dot segments.");
        }
        byte[] decoded = decoded(path, false);
        if (decoded == null) {
            return Optional.of("The path's percent-encoding is broken; send what is not ASCII as encoded UTF-8.");
        }
        return encodesTooMuch(path)
                ? Optional.of(
                        "The path must not encode letters, digits, \"-\", \".\", \"_\", \"~\", slashes or control characters.")
                : Optional.empty();
    }

    /** What is wrong with a query as it was sent, for the caller's eyes; empty if nothing is. */
    public static Optional<String> faultOfQuery(String query) {
        if (query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS) {
            return Optional.of("A URL may have at most " + MOST_PARAMETERS + " query parameters.");
        }
        byte[] decoded = decoded(query, true);
        if (decoded == null) {
            return Optional.of("The query's percent-encoding is broken; send what is not ASCII as encoded UTF-8.");
        }
        for (byte octet : decoded) {
            if (isControl(octet)) {
                return Optional.of("The query must not contain control characters.");
            }
        }
        return Optional.empty();
    }

    private static boolean encodesTooMuch(String path) {
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            int octet = Integer.parseInt(path, i + 1, i + 3, 16);
            if (isControl((byte) octet) || isUnreserved(octet) || NEVER_IN_A_SEGMENT.indexOf(octet) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnreserved(int octet) {
        return octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z' || octet >= '0' && octet <= '9'
                || UNRESERVED.indexOf(octet) >= 0;
    }

    private static boolean isControl(byte octet) {
        return octet >= 0 && octet < ' ' || octet == 0x7f;
    }

    /** The octets that a text stands for, or null if it stands for none or for no UTF-8. */
    private static byte @org.jspecify.annotations.Nullable [] decoded(String text, boolean plusIsSpace) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0 || text.charAt(i + 1) > 'f' || text.charAt(i + 2) > 'f') {
                    return null;
                }
                octets.write(high << 4 | low);
                i += 2;
            } else if (c > 0x7e || c < ' ') {
                return null;
            } else {
                octets.write(plusIsSpace && c == '+' ? ' ' : c);
            }
        }
        byte[] bytes = octets.toByteArray();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException noUtf8) {
            return null;
        }
    }
}
