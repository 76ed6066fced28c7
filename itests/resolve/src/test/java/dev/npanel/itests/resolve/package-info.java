@NullMarked
package dev.npanel.itests.resolve;

import org.jspecify.annotations.NullMarked;
