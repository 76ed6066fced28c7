/** The running nginx. */
@NullMarked
package dev.npanel.web.nginx.server;

import org.jspecify.annotations.NullMarked;
