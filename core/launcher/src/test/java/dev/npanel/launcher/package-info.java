@NullMarked
package dev.npanel.launcher;

import org.jspecify.annotations.NullMarked;
