package lv.kopa.registration.answer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import lv.kopa.database.UnitOfWork;
import lv.kopa.seal.Sealed;

/** Sensitive answers, as far as their seals go. */
@Singleton
class SealedAnswers implements Sealed {
    private static final int AT_ONCE = 200;

    private final Resealing resealing;

    SealedAnswers(Resealing resealing) {
        this.resealing = resealing;
    }

    @Override
    public long sealAnew() {
        long last = 0;
        long count = 0;
        for (List<AnswerRow> some = resealing.some(last, AT_ONCE);
                !some.isEmpty();
                some = resealing.some(last, AT_ONCE)) {
            resealing.seal(some);
            count += some.size();
            last = Objects.requireNonNull(some.get(some.size() - 1).id());
        }
        return count;
    }

    /** Some answers at a time, each kept as it is where somebody has answered anew meanwhile. */
    @Singleton
    @UnitOfWork
    static class Resealing {
        private final AnswerRepository repository;
        private final Vault vault;
        private final AnswerFiles files;

        Resealing(AnswerRepository repository, Vault vault, AnswerFiles files) {
            this.repository = repository;
            this.vault = vault;
            this.files = files;
        }

        List<AnswerRow> some(long after, int most) {
            return repository.sealed(after, most);
        }

        void seal(List<AnswerRow> rows) {
            for (AnswerRow row : rows) {
                byte[] sealed = row.sealed();
                if (row.id() != null && sealed != null) {
                    List<String> values = vault.open(sealed, row.registrationId(), row.questionId());
                    byte[] anew = vault.seal(values, row.registrationId(), row.questionId());
                    boolean stands = repository.reseal(row.id(), sealed, anew) > 0;
                    if (stands && row.fileId() != null) {
                        files.reseal(row.fileId(), row.registrationId(), row.questionId());
                    }
                }
            }
        }
    }
}
