/** What an event looks like: one picture, made fit for telephones. */
@NullMarked
package lv.kopa.event.picture;

import org.jspecify.annotations.NullMarked;
