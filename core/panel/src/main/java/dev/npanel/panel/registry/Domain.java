package dev.npanel.panel.registry;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import java.time.Instant;

/** A domain that was given to an account. */
record Domain(DomainName name, AccountName account, Instant created) {}
