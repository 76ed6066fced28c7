/** What new zones of this server get when nobody says otherwise. */
@NullMarked
package dev.npanel.dns.panel.defaults;

import org.jspecify.annotations.NullMarked;
