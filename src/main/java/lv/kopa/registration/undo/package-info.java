/** What people gave up, taken back for some minutes. */
@NullMarked
package lv.kopa.registration.undo;

import org.jspecify.annotations.NullMarked;
