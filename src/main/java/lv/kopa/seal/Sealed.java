package lv.kopa.seal;

/** Secrets of a feature, which are sealed anew when there is a new key. */
public interface Sealed {
    /** Seals all of them anew; what somebody changes meanwhile is left as it is. Answers how many there were. */
    long sealAnew();
}
