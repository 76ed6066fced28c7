package dev.npanel.ssl.ca;

import java.time.Instant;

/** When a certificate is best renewed: at any time within. */
public record RenewalWindow(Instant start, Instant end) {}
