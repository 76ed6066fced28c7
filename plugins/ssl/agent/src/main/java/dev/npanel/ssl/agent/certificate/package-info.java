/** The actions on certificates: plans over the files that keep them. */
@NullMarked
package dev.npanel.ssl.agent.certificate;

import org.jspecify.annotations.NullMarked;
