/** What is in a zone as a whole: import, export, check, start of authority. */
@NullMarked
package dev.npanel.dns.backend.content;

import org.jspecify.annotations.NullMarked;
