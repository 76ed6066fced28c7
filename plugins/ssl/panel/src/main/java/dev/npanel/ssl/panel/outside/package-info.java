/** Looks at the world as an authority will: names, web servers, certificates that are served. */
@NullMarked
package dev.npanel.ssl.panel.outside;

import org.jspecify.annotations.NullMarked;
