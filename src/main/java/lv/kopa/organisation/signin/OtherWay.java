package lv.kopa.organisation.signin;

/**
 * Another way in than by password.
 *
 * @param provider what people know it by
 */
public record OtherWay(String provider, String address) {}
