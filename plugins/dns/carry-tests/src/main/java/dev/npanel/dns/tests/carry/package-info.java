/** The tests that every carrier of the dns kind has to pass; a carrier extends {@code CarryContract} with one class. */
@NullMarked
package dev.npanel.dns.tests.carry;

import org.jspecify.annotations.NullMarked;
