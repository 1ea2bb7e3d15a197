/** What registered people answered, as it is kept: places counted by whoever registers them, secrets sealed. */
@NullMarked
package lv.kopa.registration.answer;

import org.jspecify.annotations.NullMarked;
