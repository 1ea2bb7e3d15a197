/** Refusals and faults as answers: a page for people, `application/problem+json` for programs; never anything of our inside. */
@NullMarked
package lv.kopa.web.problem;

import org.jspecify.annotations.NullMarked;
