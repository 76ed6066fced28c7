/** How classes look in JSON, and how their values are read and checked. */
@NullMarked
package dev.npanel.channel.shape;

import org.jspecify.annotations.NullMarked;
