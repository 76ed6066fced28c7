/** When certificates are renewed, and how it went. */
@NullMarked
package dev.npanel.ssl.panel.renewal;

import org.jspecify.annotations.NullMarked;
