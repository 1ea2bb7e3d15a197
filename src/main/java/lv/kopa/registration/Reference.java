package lv.kopa.registration;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes names of registrations that can be read over the phone: no vowels, so no words, and nothing to be mistaken. */
public final class Reference {
    private static final String LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** A reference as people type it; "" for what cannot be one. */
    public static String typed(String reference) {
        String upper = reference.strip().toUpperCase(Locale.ROOT);
        return upper.length() == LENGTH && upper.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0) ? upper : "";
    }

    public static String random() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
