/** The panel's one listener: HTTPS, HTTP/2 and HTTP/1.1, with limits on everything. */
@NullMarked
package dev.npanel.panel.http;

import org.jspecify.annotations.NullMarked;
