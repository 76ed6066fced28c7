/** PHP-FPM: an own master for each account and version, with a pool for each site. */
@NullMarked
package dev.npanel.web.nginx.php;

import org.jspecify.annotations.NullMarked;
