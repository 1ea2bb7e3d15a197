/** What is somebody's own: name, password, second factor, sign-ins; and the way back for who forgot the password. */
@NullMarked
package lv.kopa.organisation.account;

import org.jspecify.annotations.NullMarked;
