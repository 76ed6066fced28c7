@NullMarked
package dev.npanel.testkit.plugin;

import org.jspecify.annotations.NullMarked;
