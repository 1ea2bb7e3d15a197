package lv.kopa.organisation.factor;

/**
 * A secret that a telephone has yet to show that it knows.
 *
 * @param secret as people type it
 * @param address what an authenticator reads from a picture
 */
public record Proposal(String secret, String address) {
    @Override
    public String toString() {
        return "Proposal";
    }
}
