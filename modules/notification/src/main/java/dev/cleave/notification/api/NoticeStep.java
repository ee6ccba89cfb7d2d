package dev.cleave.notification.api;

import dev.cleave.platform.message.ProcessStep;

/** An event in the life of a notice, which belongs to an order's process. */
public interface NoticeStep extends ProcessStep {

    String order();

    @Override
    default String processId() {
        return order();
    }
}
