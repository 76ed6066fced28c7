package dev.npanel.dns.bind.change;

/** The note, one line. */
public record RollState(String note) {}
