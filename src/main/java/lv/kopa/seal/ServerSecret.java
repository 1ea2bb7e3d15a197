package lv.kopa.seal;

/** What all our servers know and the database does not: for proving that what comes back to us went out from us. */
public interface ServerSecret {
    /** 32 bytes, others for each purpose; the same whenever they are asked for. */
    byte[] forPurpose(String purpose);
}
