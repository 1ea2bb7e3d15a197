/** The style sheet, the script, the icons: each at an address that changes with its content. */
@NullMarked
package lv.kopa.web.asset;

import org.jspecify.annotations.NullMarked;
