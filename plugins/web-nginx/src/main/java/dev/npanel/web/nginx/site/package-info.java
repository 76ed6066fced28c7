/** What nginx is told of a virtual host. */
@NullMarked
package dev.npanel.web.nginx.site;

import org.jspecify.annotations.NullMarked;
