/** Languages and the sentences we speak in them; knows no feature. */
@NullMarked
package lv.kopa.text;

import org.jspecify.annotations.NullMarked;
