package dev.npanel.agent.account;

import dev.npanel.api.value.AccountName;
import dev.npanel.host.step.EffectType;

/**
 * A Unix user that nPanel has made, with a group of the same name and number.
 *
 * @param uid the number of both
 * @param home the path of the home directory
 */
record UnixUser(int uid, String home) {
    /** The state that useradd(8) and userdel(8) change. */
    static final EffectType<Key, UnixUser> TYPE = new EffectType<>("unix.user", Key.class, UnixUser.class);

    /** Which user. */
    record Key(AccountName name) {
        @Override
        public String toString() {
            return name.text();
        }
    }
}
