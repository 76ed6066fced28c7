/** The actions on the answers to challenges. */
@NullMarked
package dev.npanel.ssl.agent.challenge;

import org.jspecify.annotations.NullMarked;
