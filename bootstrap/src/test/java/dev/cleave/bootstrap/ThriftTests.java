package dev.cleave.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ThriftTests {

    private static final HotSpotDiagnosticMXBean JVM = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void theHeapKeepsLittleRoomThatNobodyUsesUnlessToldOtherwise() {
        JVM.setVMOption("G1PeriodicGCInterval", "300000");

        Thrift.giveBack();

        assertThat(JVM.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("40");
        assertThat(JVM.getVMOption("MinHeapFreeRatio").getValue()).isEqualTo("20");
        assertThat(JVM.getVMOption("G1PeriodicGCInterval").getValue()).isEqualTo("300000");
    }
}
