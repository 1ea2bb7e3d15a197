/** Seals what the database may keep and not know, with keys that are not in it. Knows no feature. */
@NullMarked
package lv.kopa.seal;

import org.jspecify.annotations.NullMarked;
