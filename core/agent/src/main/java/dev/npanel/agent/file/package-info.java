/** The host's files as root may touch them: no symbolic link is followed, no tenant's race is lost. */
@NullMarked
package dev.npanel.agent.file;

import org.jspecify.annotations.NullMarked;
