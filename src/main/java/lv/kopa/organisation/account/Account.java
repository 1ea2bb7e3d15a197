package lv.kopa.organisation.account;

import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.organisation.warning.Warning;
import lv.kopa.organisation.warning.Warnings;
import lv.kopa.text.Language;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;

/** What people change of their own account. */
@Singleton
class Account {
    private final People people;
    private final SignIns signIns;
    private final PasswordResets resets;
    private final Warnings warnings;
    private final Limits limits;

    Account(People people, SignIns signIns, PasswordResets resets, Warnings warnings, Limits limits) {
        this.people = people;
        this.signIns = signIns;
        this.resets = resets;
        this.warnings = warnings;
        this.limits = limits;
    }

    Person of(Organiser organiser) {
        return people.find(organiser.personId()).orElseThrow(UnknownOrganisation::new);
    }

    void describe(Organiser organiser, String name, Language language) {
        people.describe(organiser.personId(), name, language, organiser.actor());
    }

    /**
     * Whether this is their password, for what a browser that somebody else sits at must not do.
     *
     * @throws lv.kopa.web.guard.TooOften where it was asked too often
     */
    boolean isPassword(Organiser organiser, String typed) {
        limits.count(Limit.SECOND_STEP, organiser.actor());
        return people.isPassword(organiser.personId(), typed);
    }

    /** Changes the password, and ends all other sign-ins, and links by which it could be changed again. */
    @UnitOfWork
    void changePassword(Organiser organiser, String password, Token here) {
        people.changePassword(organiser.personId(), password, organiser.actor());
        resets.forget(organiser.personId());
        signIns.endOthers(organiser.personId(), here);
        warnings.tell(organiser.personId(), Warning.PASSWORD_CHANGED);
    }
}
