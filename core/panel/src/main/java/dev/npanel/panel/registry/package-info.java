/** The register of domains: who holds which, and who may add which (C5). */
@NullMarked
package dev.npanel.panel.registry;

import org.jspecify.annotations.NullMarked;
