/** Whether mail flows, for those who look after the program. Knows no feature. */
@NullMarked
package lv.kopa.mail.figures;

import org.jspecify.annotations.NullMarked;
