package lv.kopa.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.People;
import lv.kopa.organisation.setup.Installation;

/** The demonstration: associations that learn from each other, their projects, events and who comes. */
@Singleton
public class Demonstration {
    /** Of the whole team; whoever can read this may sign in. */
    static final String PASSWORD = "learning-together";

    static final String ORGANISER = "ilze@intelektaparks.example";

    /** Of the association that hosts visits, who sees the same events from the other side. */
    static final String PARTNER = "kari@omsozamsvenner.example";

    private static final ZoneId HOME = ZoneId.of("Europe/Riga");

    private final Installation installation;
    private final People people;
    private final Script script;
    private final Founding founding;
    private final Staging staging;
    private final Clock clock;

    Demonstration(
            Installation installation, People people, Script script, Founding founding, Staging staging, Clock clock) {
        this.installation = installation;
        this.people = people;
        this.script = script;
        this.founding = founding;
        this.staging = staging;
        this.clock = clock;
    }

    /** Loads it into an installation that nobody has used yet. Of several servers that start at once, one does. */
    @UnitOfWork
    public void load() {
        if (!installation.isNew()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), HOME);
        Scenery scenery = script.scenery();
        scenery.organisations().forEach(association -> founding.found(association, PASSWORD));
        scenery.projects().forEach(founding::grant);
        script.scenes("past.yml", today).forEach(staging::past);
        script.scenes("coming.yml", today).forEach(staging::coming);
    }

    /** Whether one can still sign in as its first organiser. */
    boolean isThere() {
        return people.recognise(ORGANISER, PASSWORD).isPresent();
    }
}
