/** Having certificates issued, one step of the authority's at a time. */
@NullMarked
package dev.npanel.ssl.panel.issue;

import org.jspecify.annotations.NullMarked;
