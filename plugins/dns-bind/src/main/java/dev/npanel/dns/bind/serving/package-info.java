/** BIND as the actions of the kind see it. */
@NullMarked
package dev.npanel.dns.bind.serving;

import org.jspecify.annotations.NullMarked;
