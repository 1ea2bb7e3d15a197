@NullMarked
package lv.kopa.demo;

import org.jspecify.annotations.NullMarked;
