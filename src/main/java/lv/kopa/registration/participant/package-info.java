/** What people see who register: the form, what came of it, and their own page. */
@NullMarked
package lv.kopa.registration.participant;

import org.jspecify.annotations.NullMarked;
