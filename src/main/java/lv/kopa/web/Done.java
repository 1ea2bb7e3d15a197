package lv.kopa.web;

/**
 * What a reader has just done, in their language.
 *
 * @param address where to see what came of it; "" where there is nothing to see
 * @param link the words of the link there
 */
public record Done(String text, String address, String link) {

    public boolean isSeen() {
        return !address.isEmpty();
    }
}
