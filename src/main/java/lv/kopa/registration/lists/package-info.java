/** Lists of an event's people for a purpose: whom to write to, whom not to photograph, how many want what. */
@NullMarked
package lv.kopa.registration.lists;

import org.jspecify.annotations.NullMarked;
