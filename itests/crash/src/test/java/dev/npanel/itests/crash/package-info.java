@NullMarked
package dev.npanel.testkit.crash;

import org.jspecify.annotations.NullMarked;
