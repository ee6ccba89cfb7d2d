package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.messaging.garage.GarageContext;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.MessageNames;
import java.util.List;
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

    private static final Context GARAGE = new Context("garage", GarageContext.class);

    static boolean loaded;

    static class Trap {
        static {
            loaded = true;
        }
    }

    @Test
    void aTypeOutsideTheSetIsHandedOnUnreadAndNeverLoaded() {
        MessageSerializer serializer = new MessageSerializer(new MessageNames(List.of(), false), Set.of(), m -> {});
        Object read = serializer.deserialize(new SimpleSerializedObject<>(
                "{}".getBytes(), byte[].class, getClass().getName() + "$Trap", null));
        assertThat(read).isInstanceOf(UnknownSerializedType.class);
        assertThat(loaded).isFalse();
        Object text = serializer.deserialize(new SimpleSerializedObject<>(
                "\"text\"".getBytes(), byte[].class, String.class.getName(), null));
        assertThat(text).isEqualTo("text");
    }

    @Test
    void theStateOfAnAggregateIsCompressedAndOneThatIsNotIsReadToo() {
        MessageSerializer serializer =
                new MessageSerializer(new MessageNames(List.of(GARAGE), false), Set.of(CarParked.class), m -> {});
        CarParked large = new CarParked(new CarId("cup"));
        SerializedObject<byte[]> written = serializer.serialize(large, byte[].class);
        assertThat(written.getData()).hasSizeLessThan(10_000);
        assertThat(serializer.<byte[], CarParked>deserialize(written)).isEqualTo(large);
        assertThat(serializer.<byte[], CarParked>deserialize(new SimpleSerializedObject<>(
                "{\"car\":{\"value\":\"cup\"}}".getBytes(), byte[].class, "garage.CarParked", null)))
                .isEqualTo(new CarParked(new CarId("cup")));
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
