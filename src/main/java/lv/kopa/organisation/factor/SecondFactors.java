package lv.kopa.organisation.factor;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.warning.Warning;
import lv.kopa.organisation.warning.Warnings;
import lv.kopa.seal.Seal;
import lv.kopa.seal.Sealed;
import lv.kopa.web.Token;

/** What people have besides a password. A secret is sealed for its person; of codes on paper only hashes are kept. */
@Singleton
public class SecondFactors implements Sealed {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 12;

    private final SecondFactorRepository factors;
    private final Seal seal;
    private final Audit audit;
    private final Warnings warnings;
    private final Clock clock;

    SecondFactors(SecondFactorRepository factors, Seal seal, Audit audit, Warnings warnings, Clock clock) {
        this.factors = factors;
        this.seal = seal;
        this.audit = audit;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** Whether somebody's password alone is not enough. */
    public boolean isOn(long personId) {
        return factors.find(personId).filter(SecondFactor::counts).isPresent();
    }

    /** How many codes on paper are left. */
    public int recoveryLeft(long personId) {
        return factors.recoveryLeft(personId);
    }

    /** A secret for somebody's telephone, another one each time, until a code has confirmed one. */
    @UnitOfWork
    public Proposal propose(Person person) {
        byte[] secret = OneTimeCodes.newSecret();
        factors.propose(person.id(), seal.close(secret, belonging(person.id())));
        return proposal(person, secret);
    }

    /** What was proposed last, and still waits for a code. */
    public Optional<Proposal> proposed(Person person) {
        return factors.find(person.id())
                .filter(factor -> !factor.counts())
                .map(factor -> proposal(person, open(factor)));
    }

    /**
     * Has the proposed secret count from now on, if this is a code of it.
     *
     * @return ten codes for paper, to be shown once; none where it was no code of it
     */
    @UnitOfWork
    public List<String> confirm(long personId, String code, String actor) {
        Optional<SecondFactor> proposed = factors.find(personId).filter(factor -> !factor.counts());
        OptionalLong step = proposed.map(factor -> OneTimeCodes.step(open(factor), digits(code), clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()
                || factors.confirm(personId, proposed.get().sealedSecret(), step.getAsLong(), clock.instant()) == 0) {
            return List.of();
        }
        factors.removeRecovery(personId);
        List<String> codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(each -> factors.addRecovery(personId, hash(each)));
        audit.record(new Deed(actor, "person", personId, "second-factor-on"));
        warnings.tell(personId, Warning.SECOND_FACTOR_ON);
        return codes;
    }

    /** Whether this is somebody's code: of their telephone, or from paper. It is good once. */
    @UnitOfWork
    public boolean accepts(long personId, String code) {
        boolean taken = factors.find(personId)
                .filter(SecondFactor::counts)
                .map(factor -> OneTimeCodes.step(open(factor), digits(code), clock.instant()))
                .filter(OptionalLong::isPresent)
                .filter(step -> factors.spend(personId, step.getAsLong()) == 1)
                .isPresent();
        if (taken) {
            return true;
        }
        boolean fromPaper = factors.spendRecovery(personId, hash(code)) == 1;
        if (fromPaper) {
            audit.record(new Deed("person:" + personId, "person", personId, "recovery-code-used"));
            warnings.tell(personId, Warning.RECOVERY_CODE_USED);
        }
        return fromPaper;
    }

    /** From now on the password alone is enough again. */
    @UnitOfWork
    public void remove(long personId, String actor) {
        factors.removeRecovery(personId);
        if (factors.remove(personId) == 1) {
            audit.record(new Deed(actor, "person", personId, "second-factor-off"));
            warnings.tell(personId, Warning.SECOND_FACTOR_OFF);
        }
    }

    @Override
    @UnitOfWork
    public long sealAnew() {
        return factors.all().stream()
                .mapToLong(factor -> factors.reseal(
                        factor.personId(),
                        factor.sealedSecret(),
                        seal.close(open(factor), belonging(factor.personId()))))
                .sum();
    }

    private static Proposal proposal(Person person, byte[] secret) {
        return new Proposal(OneTimeCodes.typeable(secret), OneTimeCodes.address(secret, person.email()));
    }

    private byte[] open(SecondFactor factor) {
        return seal.open(factor.sealedSecret(), belonging(factor.personId()));
    }

    private static byte[] belonging(long personId) {
        return ("second-factor:" + personId).getBytes(StandardCharsets.US_ASCII);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private static String recoveryCode() {
        String letters = Token.random().secret().substring(0, RECOVERY_LETTERS);
        return letters.replaceAll("(....)(?=.)", "$1-");
    }

    /** However it was typed. */
    private static String hash(String code) {
        return new Token(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
    }
}
