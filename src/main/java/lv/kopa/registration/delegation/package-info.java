/** Places that a partner organisation is given for people of its own, whom its head names. */
@NullMarked
package lv.kopa.registration.delegation;

import org.jspecify.annotations.NullMarked;
