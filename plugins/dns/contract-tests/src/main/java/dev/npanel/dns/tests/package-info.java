/** The tests that every backend of the dns kind has to pass; a backend extends {@code DnsContract} with one class. */
@NullMarked
package dev.npanel.dns.tests;

import org.jspecify.annotations.NullMarked;
