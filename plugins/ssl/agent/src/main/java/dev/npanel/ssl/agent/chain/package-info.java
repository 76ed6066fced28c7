/** Certificates as they come from outside: read, and checked against a key and names. */
@NullMarked
package dev.npanel.ssl.agent.chain;

import org.jspecify.annotations.NullMarked;
