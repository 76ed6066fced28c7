@NullMarked
package dev.npanel.testkit.account;

import org.jspecify.annotations.NullMarked;
