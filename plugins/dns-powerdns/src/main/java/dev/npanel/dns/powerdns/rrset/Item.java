package dev.npanel.dns.powerdns.rrset;

/**
 * One record of a set.
 *
 * @param content in the contract's canonical form; as PowerDNS has it when {@code foreign}
 * @param disabled kept by PowerDNS and not served
 * @param foreign whether it is nothing that the contract can express; such records are kept, and shown to nobody
 */
public record Item(String content, boolean disabled, boolean foreign) {
    /** Whether it is a record of the contract. */
    public boolean isShown() {
        return !disabled && !foreign;
    }
}
