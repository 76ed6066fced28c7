/** The zones of named: what it serves, and the folder of each. */
@NullMarked
package dev.npanel.dns.bind.zone;

import org.jspecify.annotations.NullMarked;
