package lv.kopa.organisation.signin;

import lv.kopa.web.Token;

/**
 * A sign-in that has begun.
 *
 * @param half whether a code is still wanted
 */
record Begun(Token token, boolean half) {}
