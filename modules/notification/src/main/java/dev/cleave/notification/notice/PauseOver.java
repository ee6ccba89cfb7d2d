package dev.cleave.notification.notice;

import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.RetryNotice;
import dev.cleave.platform.waiting.WaitRunOut;
import org.springframework.stereotype.Component;

@Component
class PauseOver implements WaitRunOut {

    @Override
    public String kind() {
        return Pauses.KIND;
    }

    @Override
    public Object command(String subject) {
        return new RetryNotice(new NoticeId(subject));
    }
}
