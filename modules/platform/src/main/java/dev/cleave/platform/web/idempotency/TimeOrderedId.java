package dev.cleave.platform.web.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identifiers that begin with the time at which they were given out, so that rows of one time lie beside each other in every index on
 * them, however long the history is: UUIDs of version 7, and of version 8 where the rest follows from a name (RFC 9562, sections 5.7
 * and 5.8).
 */
final class TimeOrderedId {

    private static final long VERSION_7 = 0x7000;
    private static final long VERSION_8 = 0x8000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    /** One that nobody else is given. */
    static UUID random(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return of(epochMillis, VERSION_7, random.nextLong(), random.nextLong());
    }

    /** The one of a name under another: of the same time, and always the same. */
    static UUID named(UUID under, String name) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(under + " " + name));
        if (under.version() != VERSION_7 >> 12) {
            return UUID.nameUUIDFromBytes(hash.array());
        }
        return of(under.getMostSignificantBits() >>> 16, VERSION_8, hash.getLong(), hash.getLong());
    }

    private static UUID of(long epochMillis, long version, long high, long low) {
        return new UUID(epochMillis << 16 | version | high & 0xFFF, VARIANT | low >>> 2);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
