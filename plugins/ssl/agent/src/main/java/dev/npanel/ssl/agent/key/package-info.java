/** Private keys as files, and what is signed by them. */
@NullMarked
package dev.npanel.ssl.agent.key;

import org.jspecify.annotations.NullMarked;
