package dev.npanel.hotdeploy;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a process that rests. While one works, a heap without room is collected whole again and again; while it rests, room
 * is memory that others could use. So the JVM is told to give back all it does not need only when the heap is tidied. Of one thread.
 */
final class Heap {
    /** Names the part of the heap, in percent, that is free after a collection while the process works; without it that never changes. */
    static final String ROOM = "npanel.heap.room";

    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";
    private static final int TIGHT = 5;
    /** Between the two, so that the heap does not shrink and grow all the time. */
    private static final int PLAY = 5;

    private final @Nullable Integer room;
    private long tidied;

    /**
     * @param room the property
     * @throws IllegalArgumentException when it is not a percentage that leaves room for anything else
     */
    Heap(@Nullable String room) {
        if (room != null && !room.matches("[1-8]?[0-9]")) {
            throw new IllegalArgumentException(ROOM + " must be a number from 0 to 89");
        }
        this.room = room == null ? null : Integer.valueOf(room);
    }

    /** Collects what nobody needs, and gives back what that leaves. */
    void tidy() {
        if (room == null) {
            System.gc();
        } else {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            jvm.setVMOption(LEAST, String.valueOf(TIGHT));
            jvm.setVMOption(MOST, String.valueOf(TIGHT + PLAY));
            System.gc();
            jvm.setVMOption(MOST, String.valueOf(room + PLAY));
            jvm.setVMOption(LEAST, String.valueOf(room));
        }
        tidied = Runtime.getRuntime().totalMemory();
    }

    /** Whether it has grown since it was tidied. */
    boolean hasGrown() {
        return Runtime.getRuntime().totalMemory() > tidied;
    }
}
