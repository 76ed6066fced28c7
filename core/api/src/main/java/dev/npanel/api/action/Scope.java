package dev.npanel.api.action;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;

/** What a request is about, as far as ownership goes. */
public sealed interface Scope {
    /** The whole server: administrators only. */
    record Server() implements Scope {
        @Override
        public String toString() {
            return "server";
        }
    }

    /** One account and what carries its name. */
    record Account(AccountName name) implements Scope {
        @Override
        public String toString() {
            return "account:" + name;
        }
    }

    /** Several domains, all of them owned by one account. */
    record Domains(DomainSet names) implements Scope {
        @Override
        public String toString() {
            return "domains:" + names.size();
        }
    }

    /** One domain, and so the account that owns it. */
    record Domain(DomainName name) implements Scope {
        @Override
        public String toString() {
            return "domain:" + name;
        }
    }
}
