/** The description of the API that is installed at this moment, as OpenAPI 3.1 (C10). */
@NullMarked
package dev.npanel.panel.openapi;

import org.jspecify.annotations.NullMarked;
