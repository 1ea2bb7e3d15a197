/** HTTP and HTML. Knows no feature. */
@NullMarked
package lv.kopa.web;

import org.jspecify.annotations.NullMarked;
