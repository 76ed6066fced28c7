/** What new zones are made of. */
@NullMarked
package dev.npanel.dns.panel.template;

import org.jspecify.annotations.NullMarked;
