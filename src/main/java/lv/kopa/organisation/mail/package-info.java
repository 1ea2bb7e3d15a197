/** How an organisation sends its mail: as whom, and through which server. */
@NullMarked
package lv.kopa.organisation.mail;

import org.jspecify.annotations.NullMarked;
