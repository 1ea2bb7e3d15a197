/** What organisers ask beyond name and address: questions, their choices, and on what it depends whether they are asked. */
@NullMarked
package lv.kopa.event.question;

import org.jspecify.annotations.NullMarked;
