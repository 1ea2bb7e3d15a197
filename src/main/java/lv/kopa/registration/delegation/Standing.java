package lv.kopa.registration.delegation;

import java.util.List;

/**
 * How a delegation stands.
 *
 * @param people those who fill a place, in the order they were named
 */
public record Standing(Delegation delegation, List<Allotment> allotments, List<Named> people) {
    public int places() {
        return allotments.stream().mapToInt(Allotment::places).sum();
    }

    public int filled() {
        return allotments.stream().mapToInt(Allotment::filled).sum();
    }

    public int complete() {
        return (int) people.stream().filter(Named::complete).count();
    }

    public List<Named> in(Allotment allotment) {
        return people.stream()
                .filter(person -> person.allotment() == allotment.key())
                .toList();
    }

    /** @throws UnknownDelegation where it has none of this id */
    public Allotment allotment(long id) {
        return allotments.stream()
                .filter(allotment -> allotment.key() == id)
                .findFirst()
                .orElseThrow(UnknownDelegation::new);
    }

    /** @throws UnknownDelegation where nobody of this id fills a place */
    public Named named(long id) {
        return people.stream().filter(person -> person.id() == id).findFirst().orElseThrow(UnknownDelegation::new);
    }

    /** How many places of a kind, by its id, are kept empty. */
    public int reserved(long kind) {
        return delegation.isOpen()
                ? allotments.stream()
                        .filter(allotment -> allotment.kind() == kind)
                        .mapToInt(Allotment::reserved)
                        .sum()
                : 0;
    }
}
