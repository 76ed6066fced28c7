package dev.npanel.host.step;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.Text;
import java.util.List;

/**
 * Runs a program that looks at what the steps before have made, such as {@code nginx -t}; any exit status but 0 fails the
 * plan. The program and its whole argument list are constants of the plugin: no value from outside ever stands in one.
 *
 * @param name what is checked, for the message when it fails: {@code nginx configuration}
 * @param program run directly, never through a shell; must be declared by the plugin
 */
public record Check(String name, AbsolutePath program, List<String> arguments) implements Step {
    private static final int MAX_LENGTH = 4096;

    public Check {
        arguments = List.copyOf(arguments);
        arguments.forEach(argument -> Text.line(argument, MAX_LENGTH));
    }
}
