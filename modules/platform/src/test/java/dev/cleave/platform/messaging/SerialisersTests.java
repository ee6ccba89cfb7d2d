package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class SerialisersTests {

    static boolean loaded;

    static class Trap {
        static {
            loaded = true;
        }
    }

    @Test
    void aTypeOutsideTheSetIsHandedOnUnreadAndNeverLoaded() {
        MessageSerializer serializer =
                new MessageSerializer(MessageSerializer.allowing(Set.of(String.class.getName()), Set.of("dev.cleave.some.api")),
                        Set.of(), m -> {});
        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                "{}".getBytes(), byte[].class, getClass().getName() + "$Trap", null));
        assertThat(read).isInstanceOf(UnknownSerializedType.class);
        assertThat(loaded).isFalse();
        Object text = serializer.deserialize(new SimpleSerializedObject<>(
                "\"text\"".getBytes(), byte[].class, String.class.getName(), null));
        assertThat(text).isEqualTo("text");
    }

    record State(String text) {}

    @Test
    void theStateOfAnAggregateIsCompressedAndOneThatIsNotIsReadToo() {
        String state = State.class.getName();
        MessageSerializer serializer =
                new MessageSerializer(MessageSerializer.allowing(Set.of(state), Set.of()), Set.of(state), m -> {});
        State large = new State("cup ".repeat(100_000));
        SerializedObject<byte[]> written = serializer.serialize(large, byte[].class);
        assertThat(written.getData()).hasSizeLessThan(10_000);
        assertThat(serializer.<byte[], State>deserialize(written)).isEqualTo(large);
        assertThat(serializer.<byte[], State>deserialize(new SimpleSerializedObject<>(
                "{\"text\":\"cup\"}".getBytes(), byte[].class, state, null))).isEqualTo(new State("cup"));
    }

    @Test
    void theTokenOfARunningReplaySurvivesBeingStored() {
        TokenSerializer serializer = new TokenSerializer();
        for (TrackingToken start : new TrackingToken[] {null, new GlobalSequenceTrackingToken(3)}) {
            TrackingToken token = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(10), start);
            SerializedObject<byte[]> bytes = serializer.serialize(token, byte[].class);
            TrackingToken read = serializer.deserialize(bytes);
            assertThat(read).isEqualTo(token);
        }
    }

    @Test
    void aTokenOfAnotherKindIsNotRead() {
        assertThat(new TokenSerializer().classForType(
                new SimpleSerializedType("java.util.ArrayList", null)))
                .isEqualTo(UnknownSerializedType.class);
    }
}
