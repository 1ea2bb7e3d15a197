package lv.kopa.organisation.passkey;

/** What a browser tells of a key that it has created, see {@link Passkey}. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NewKey(byte[] credentialId, byte[] publicKey, long signCount, boolean synced) {}
