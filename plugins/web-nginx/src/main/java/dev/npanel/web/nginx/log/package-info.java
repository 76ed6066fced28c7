/** Reading what a site has logged. */
@NullMarked
package dev.npanel.web.nginx.log;

import org.jspecify.annotations.NullMarked;
