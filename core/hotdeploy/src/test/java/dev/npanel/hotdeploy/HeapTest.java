package dev.npanel.hotdeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the heap of this JVM. */
class HeapTest {
    private final HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final String least = value("MinHeapFreeRatio");
    private final String most = value("MaxHeapFreeRatio");

    @AfterEach
    void asBefore() {
        jvm.setVMOption("MinHeapFreeRatio", "0");
        jvm.setVMOption("MaxHeapFreeRatio", most);
        jvm.setVMOption("MinHeapFreeRatio", least);
    }

    @Test
    void hasRoomAgainWhenItHasBeenTidied() {
        Heap heap = new Heap("40");
        heap.tidy();
        assertThat(value("MinHeapFreeRatio")).isEqualTo("40");
        assertThat(value("MaxHeapFreeRatio")).isEqualTo("45");
        heap.tidy();
        assertThat(value("MinHeapFreeRatio")).isEqualTo("40");
    }

    @Test
    void withoutThePropertyTheJvmKeepsItsSettings() {
        new Heap(null).tidy();
        assertThat(value("MinHeapFreeRatio")).isEqualTo(least);
        assertThat(value("MaxHeapFreeRatio")).isEqualTo(most);
    }

    @Test
    void hasGrownBeforeItWasEverTidied() {
        assertThat(new Heap(null).hasGrown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "90", "1e1", "40%", " 4"})
    void theRoomIsAPercentage(String room) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Heap(room))
                .withMessage("npanel.heap.room must be a number from 0 to 89");
    }

    private String value(String option) {
        return jvm.getVMOption(option).getValue();
    }
}
