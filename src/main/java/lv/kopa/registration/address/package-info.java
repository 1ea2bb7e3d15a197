/** What an e-mail address proves by receiving a mail: a new address for a registration, the links again, one's calendar. */
@NullMarked
package lv.kopa.registration.address;

import org.jspecify.annotations.NullMarked;
