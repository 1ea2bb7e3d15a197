/** Tests of the web toolkit, and the site that other tests talk to. */
@NullMarked
package lv.kopa.web;

import org.jspecify.annotations.NullMarked;
