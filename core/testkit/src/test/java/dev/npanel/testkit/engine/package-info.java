@NullMarked
package dev.npanel.testkit.engine;

import org.jspecify.annotations.NullMarked;
