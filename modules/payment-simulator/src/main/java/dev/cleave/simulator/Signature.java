package dev.cleave.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs reports, and tells signed ones from others: a keyed hash over the time and the body, as card processors do it. */
final class Signature {

    static final String HEADER = "Simulator-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern FORMAT = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final SecretKeySpec key;
    private final Clock clock;

    private Signature(byte[] secret, Clock clock) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** With the given secret; without one, or an empty one, with one that nobody knows. */
    static Signature with(@Nullable String secret, Clock clock) {
        if (secret != null && !secret.isBlank()) {
            return new Signature(secret.getBytes(StandardCharsets.UTF_8), clock);
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new Signature(random, clock);
    }

    String sign(byte[] body) {
        long time = clock.instant().getEpochSecond();
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(hash(time, body));
    }

    boolean fits(@Nullable String header, byte[] body) {
        Matcher parts = FORMAT.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        long time = Long.parseLong(parts.group(1));
        Duration age = Duration.between(Instant.ofEpochSecond(time), clock.instant()).abs();
        return MessageDigest.isEqual(hash(time, body), HexFormat.of().parseHex(parts.group(2)))
                && age.compareTo(TOLERANCE) <= 0;
    }

    private byte[] hash(long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
