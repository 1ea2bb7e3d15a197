/** Tests of registrations. */
@NullMarked
package lv.kopa.registration;

import org.jspecify.annotations.NullMarked;
