/** The records of a zone: reading and changing them. */
@NullMarked
package dev.npanel.dns.backend.record;

import org.jspecify.annotations.NullMarked;
