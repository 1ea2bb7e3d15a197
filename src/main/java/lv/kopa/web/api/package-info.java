/** What every address of the JSON API shares: versions, pages of a list, the description of all of it. */
@NullMarked
package lv.kopa.web.api;

import org.jspecify.annotations.NullMarked;
