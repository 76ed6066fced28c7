/** The actions of the contract. */
@NullMarked
package dev.npanel.web.nginx.vhost;

import org.jspecify.annotations.NullMarked;
