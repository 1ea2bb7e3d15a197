/** What stands between the world and our pages: headers for browsers, limits of size and pace, a log that names nobody. */
@NullMarked
package lv.kopa.web.guard;

import org.jspecify.annotations.NullMarked;
