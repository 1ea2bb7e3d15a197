/** A long run of the outbox against everything that can go wrong: `mvn -Psoak verify`. */
@NullMarked
package lv.kopa.mail.soak;

import org.jspecify.annotations.NullMarked;
