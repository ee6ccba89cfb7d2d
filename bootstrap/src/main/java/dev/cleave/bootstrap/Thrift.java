package dev.cleave.bootstrap;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Gives back to the machine the memory that starting took, and later what a busy hour left over. By itself the JVM keeps a heap that
 * is up to 70 % empty, and does not look again while nothing happens. Options that were given on the command line stay.
 */
final class Thrift implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(Thrift.class);
    private static final long LOOK_MILLIS = 60_000;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        giveBack();
    }

    static void giveBack() {
        var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (jvm == null) {
            return;
        }
        set(jvm, "MinHeapFreeRatio", 20);
        set(jvm, "MaxHeapFreeRatio", 40);
        set(jvm, "G1PeriodicGCInterval", LOOK_MILLIS);
        System.gc();
    }

    private static void set(HotSpotDiagnosticMXBean jvm, String option, long value) {
        try {
            if (jvm.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT) {
                jvm.setVMOption(option, Long.toString(value));
            }
        } catch (IllegalArgumentException unknownHere) {
            log.debug("This JVM has no {} to set", option);
        }
    }
}
