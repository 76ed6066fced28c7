package dev.npanel.agent.step;

import dev.npanel.api.change.ChangeId;
import java.util.regex.Pattern;

/** A step of a change, which names what the step keeps in a vault. */
public record Slot(ChangeId change, int index) {
    /** What the change's trash is called: kept longer than the rest. */
    static final String TRASH = "trash";

    private static final int ID_LENGTH = 13;
    private static final Pattern NAME = Pattern.compile("[0-9a-z]{13}-[0-9]{1,5}\\.[a-z]{1,5}");

    /** The name in the vault; {@code suffix} tells what it is. */
    public String name(String suffix) {
        return change + "-" + index + "." + suffix;
    }

    /** Whether a name in a vault is one of ours. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a name in a vault is that of trash. */
    public static boolean isTrash(String name) {
        return name.endsWith("." + TRASH);
    }

    /** The change that something in a vault belongs to, by its name. */
    public static ChangeId changeOf(String name) {
        return new ChangeId(name.substring(0, ID_LENGTH));
    }
}
