package dev.npanel.web.panel;

import dev.npanel.web.php.PhpSettings;
import org.jspecify.annotations.Nullable;

/** Settings of PHP, of which those that are not there stay as they are: see {@link PhpSettings}. */
public record PhpFields(
        @Nullable Integer processes,
        @Nullable Integer memory,
        @Nullable Integer upload,
        @Nullable Integer seconds,
        @Nullable Integer inputs,
        @Nullable Boolean errors) {
    PhpSettings over(PhpSettings present) {
        return new PhpSettings(
                processes == null ? present.processes() : processes,
                memory == null ? present.memory() : memory,
                upload == null ? present.upload() : upload,
                seconds == null ? present.seconds() : seconds,
                inputs == null ? present.inputs() : inputs,
                errors == null ? present.errors() : errors);
    }
}
