@NullMarked
package dev.npanel.launcher.log;

import org.jspecify.annotations.NullMarked;
