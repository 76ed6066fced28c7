/** The web kind over REST: virtual hosts as people ask for them and see them. */
@NullMarked
package dev.npanel.web.panel;

import org.jspecify.annotations.NullMarked;
