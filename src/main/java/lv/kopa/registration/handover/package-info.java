/** A registration that its person hands over to somebody else. */
@NullMarked
package lv.kopa.registration.handover;

import org.jspecify.annotations.NullMarked;
