package lv.kopa.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers that nobody guesses: twelve of 28 letters are 57 bits. In groups of four, to be typed from paper. */
final class CertificateNumber {
    private static final String LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 12;
    private static final Pattern BETWEEN_GROUPS = Pattern.compile("(?<=\\G.{4})(?!$)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateNumber() {}

    static String random() {
        return grouped(RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /** A number as people type it, with or without what stands between its groups; "" for what cannot be one. */
    static String typed(String number) {
        String upper = number.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        return upper.length() == LENGTH && upper.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)
                ? grouped(upper)
                : "";
    }

    private static String grouped(String letters) {
        return BETWEEN_GROUPS.matcher(letters).replaceAll("-");
    }
}
