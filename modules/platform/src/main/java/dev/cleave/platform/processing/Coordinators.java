package dev.cleave.platform.processing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that claim and read for the processors; handling is done by the workers. One each: where two threads read for a processor,
 * events are passed over. They outlive a stop of the processors, which may be started again.
 */
final class Coordinators implements AutoCloseable {

    private final Map<String, ScheduledExecutorService> byProcessor = new ConcurrentHashMap<>();

    ScheduledExecutorService of(String processor) {
        return byProcessor.computeIfAbsent(processor, name -> Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("coordinator-" + name).factory()));
    }

    @Override
    public void close() {
        byProcessor.values().forEach(ScheduledExecutorService::shutdown);
    }
}
