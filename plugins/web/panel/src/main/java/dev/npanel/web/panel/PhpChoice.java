package dev.npanel.web.panel;

import dev.npanel.web.php.PhpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Another PHP for a site (W3).
 *
 * @param settings what is to change of them, or null
 */
public record PhpChoice(PhpVersion version, @Nullable PhpFields settings) {}
