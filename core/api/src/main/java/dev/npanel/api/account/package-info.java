/** Accounts on the host: every user account is a Unix user, made and removed by these actions. */
@Export
@Version("1.0.0")
@NullMarked
package dev.npanel.api.account;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
