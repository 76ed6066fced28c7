@NullMarked
package dev.npanel.agent.file;

import org.jspecify.annotations.NullMarked;
