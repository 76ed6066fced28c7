/** What the resources of the dns kind share. */
@NullMarked
package dev.npanel.dns.panel;

import org.jspecify.annotations.NullMarked;
