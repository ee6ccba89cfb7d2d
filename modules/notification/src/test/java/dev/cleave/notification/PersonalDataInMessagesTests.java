package dev.cleave.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeDropped;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import dev.cleave.notification.api.NoticeSent;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.notice.steps.NoticePostponed;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataInMessagesTests {

    private static final Set<String> HARMLESS =
            Set.of("notice", "contact", "occasion", "order", "facts", "attempt", "reason");

    @ParameterizedTest
    @ValueSource(classes = {NoticeRequested.class, NoticeSent.class, NoticeDropped.class, NoticePostponed.class})
    void noEventHasAPlaceForIt(Class<?> event) {
        assertThat(Arrays.stream(event.getRecordComponents()).map(RecordComponent::getName)).isSubsetOf(HARMLESS);
    }

    @Test
    void noTextFormShowsIt() {
        assertThat(tell("Ottoline Quisling", "ottoline@brobdingnag.example").toString())
                .doesNotContain("Ottoline", "brobdingnag")
                .contains("notice:1");
    }

    @Test
    void noRefusalQuotesIt() {
        assertThatThrownBy(() -> tell("Ottoline".repeat(200), "ottoline@brobdingnag.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("Ottoline", "brobdingnag");
    }

    private static TellCustomer tell(String name, String email) {
        return new TellCustomer(
                new NoticeId("1"), new ContactId("2"), name, email, Occasion.CONFIRMED, "3", Map.of());
    }
}
