package lv.kopa.organisation.mail;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.inbox.Concern;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;

/** The owners of an organisation, at the addresses they sign in with: each organisation has one at least. */
@Singleton
class Owners implements Concern.Owners {
    private final People people;

    Owners(People people) {
        this.people = people;
    }

    @Override
    public List<EmailAddress> of(long organisation) {
        return people.team(organisation).stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(Member::email)
                .map(EmailAddress::new)
                .toList();
    }
}
