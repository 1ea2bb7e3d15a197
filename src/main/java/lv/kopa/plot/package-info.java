/** Plots drawn on the server, each beside a table of its figures; knows no feature. */
@NullMarked
package lv.kopa.plot;

import org.jspecify.annotations.NullMarked;
