/** Directories that ask for a password. */
@NullMarked
package dev.npanel.web.nginx.directory;

import org.jspecify.annotations.NullMarked;
