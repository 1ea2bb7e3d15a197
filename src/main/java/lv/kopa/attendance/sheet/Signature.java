package lv.kopa.attendance.sheet;

import lv.kopa.registration.Registration;

/**
 * Whether somebody signed a sheet, beside whether they were marked at check-in.
 *
 * @param marked at what the sheet is of, or at any part of its day
 */
public record Signature(Registration person, boolean signed, boolean marked) {
    public boolean differs() {
        return signed != marked;
    }

    /** The key of how the two differ. */
    public String textKey() {
        return signed ? "attendance.signed.not-marked" : "attendance.signed.not-signed";
    }
}
