/** Who is it? Sign-in by password for browsers, tokens for programs, and what happens to those who are neither. */
@NullMarked
package lv.kopa.organisation.signin;

import org.jspecify.annotations.NullMarked;
