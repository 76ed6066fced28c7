/** One Jersey application for the resources of one bundle, on Jetty's handlers and without servlets. */
@NullMarked
package dev.npanel.panel.jersey;

import org.jspecify.annotations.NullMarked;
