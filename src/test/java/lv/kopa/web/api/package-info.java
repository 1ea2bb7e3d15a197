/** Tests of what every address of the JSON API shares. */
@NullMarked
package lv.kopa.web.api;

import org.jspecify.annotations.NullMarked;
