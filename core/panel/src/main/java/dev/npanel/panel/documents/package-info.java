/** Keeps the documents of plugins in the store. */
@NullMarked
package dev.npanel.panel.documents;

import org.jspecify.annotations.NullMarked;
