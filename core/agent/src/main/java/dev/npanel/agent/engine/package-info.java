/** The walk of a plan: locks, undo, journal, steps, checks, reloads, commit, and back again on any failure. */
@NullMarked
package dev.npanel.agent.engine;

import org.jspecify.annotations.NullMarked;
