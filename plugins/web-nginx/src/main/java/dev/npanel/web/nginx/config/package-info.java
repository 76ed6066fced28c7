/** The syntax of nginx: directives, written and read. */
@NullMarked
package dev.npanel.web.nginx.config;

import org.jspecify.annotations.NullMarked;
