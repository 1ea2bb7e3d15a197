package lv.kopa.registration.party;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PartyRepository extends GenericRepository<Party, Long> {
    Party save(Party party);

    @Query("INSERT INTO party_submission (hash, party_id) VALUES (:hash, :party)")
    void submit(String hash, long party);

    @Query("INSERT INTO party_link (link_hash, party_id, created_at) VALUES (:linkHash, :party, :now)")
    void addLink(String linkHash, long party, Instant now);

    @Query("SELECT p.* FROM party p JOIN party_link l ON l.party_id = p.id WHERE l.link_hash = :linkHash")
    Optional<Party> findByLink(String linkHash);

    /** The newest hundred. Upper and lower case are the same to the database. */
    @Query("""
            SELECT * FROM (SELECT * FROM party WHERE email = :email ORDER BY id DESC LIMIT 100) AS newest
            ORDER BY id""")
    List<Party> ofContact(String email);

    @Query("""
            SELECT p.* FROM party p JOIN party_submission s ON s.party_id = p.id
            WHERE s.hash = :hash AND p.event_id = :event""")
    Optional<Party> submitted(String hash, long event);

    @Query("SELECT p.* FROM party p JOIN party_member m ON m.party_id = p.id WHERE m.registration_id = :registration")
    Optional<Party> of(long registration);

    /** The contact of a registration. */
    @Introspected
    record ContactOf(long registrationId, String name) {}

    @Query("""
            SELECT m.registration_id AS registration_id, p.name AS name
            FROM party p JOIN party_member m ON m.party_id = p.id WHERE m.registration_id IN (:registrations)""")
    List<ContactOf> contacts(Collection<Long> registrations);

    @Query("""
            INSERT INTO party_member (party_id, registration_id, name, category_id, standing)
            VALUES (:party, :registration, :name, :category, :standing)""")
    void join(
            long party,
            @Nullable Long registration,
            @Nullable String name,
            @Nullable Long category,
            @Nullable RegistrationStatus standing);

    @Query("SELECT * FROM party_member WHERE party_id = :party ORDER BY id")
    List<Member> members(long party);

    @Query("SELECT * FROM party_member WHERE party_id = :party AND id = :member FOR UPDATE")
    Optional<Member> member(long party, long member);

    @Query("""
            UPDATE party_member SET registration_id = :registration, name = :name, category_id = :category,
              standing = :standing, given_up_from = NULL, given_up_at = NULL
            WHERE id = :member""")
    void become(
            long member,
            @Nullable Long registration,
            @Nullable String name,
            @Nullable Long category,
            @Nullable RegistrationStatus standing);

    /** Of somebody without a registration to see. */
    @Query("""
            UPDATE party_member SET standing = 'CANCELLED', given_up_from = :before, given_up_at = :now
            WHERE id = :member""")
    void giveUp(long member, @Nullable RegistrationStatus before, Instant now);

    @Query("SELECT EXISTS(SELECT 1 FROM registration WHERE event_id = :event AND status = 'WAITING')")
    boolean anybodyWaits(long event);

    @Query("SELECT r.* FROM registration r JOIN party_member m ON m.registration_id = r.id WHERE m.party_id = :party")
    List<Registration> registrations(long party);

    @Query("SELECT * FROM registration WHERE id = :id")
    Optional<Registration> registration(long id);
}
