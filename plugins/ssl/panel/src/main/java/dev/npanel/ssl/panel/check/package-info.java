/** What would keep an authority from issuing a certificate, said before it is asked. */
@NullMarked
package dev.npanel.ssl.panel.check;

import org.jspecify.annotations.NullMarked;
