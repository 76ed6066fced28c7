package dev.npanel.dns.panel.masterfile;

/**
 * Something to know about one line of a zone file.
 *
 * @param line from 1; 0 for the file as a whole
 */
public record Remark(int line, String reason) {}
