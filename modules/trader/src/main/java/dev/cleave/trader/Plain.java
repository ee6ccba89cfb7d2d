package dev.cleave.trader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Other people's numbers as text that fits everywhere: in a header, an identifier, a mail address. */
final class Plain {

    private static final Pattern FITS = Pattern.compile("[A-Za-z0-9-]{1,50}");
    private static final int DIGITS = 32;

    private Plain() {}

    /**
     * The number itself if that fits, else {@code _} and a part of its SHA-256, so that no two numbers become one and nothing
     * personal in it is passed on.
     */
    static String of(String number) {
        if (FITS.matcher(number).matches()) {
            return number;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            return "_" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
