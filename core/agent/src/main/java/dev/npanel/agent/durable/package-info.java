/** What is said to be on disk is on disk: synchronising files and directories, alone or together. */
@NullMarked
package dev.npanel.agent.durable;

import org.jspecify.annotations.NullMarked;
