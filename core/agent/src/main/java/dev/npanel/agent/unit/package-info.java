/** systemd units, changed through systemctl. */
@NullMarked
package dev.npanel.agent.unit;

import org.jspecify.annotations.NullMarked;
