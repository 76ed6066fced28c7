@NullMarked
package dev.npanel.hotdeploy;

import org.jspecify.annotations.NullMarked;
