@NullMarked
package dev.npanel.itests.crash;

import org.jspecify.annotations.NullMarked;
