package lv.kopa.event.notice;

import lv.kopa.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everybody sees, beside the way from the list to a place, in a real browser. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublicPagesTest {
    private final Visitor visitor = Visitor.to("PublicPagesTest");

    @AfterAll
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, .months",
        "/?kind=STUDY_VISIT, .found",
        "/?q=nothing, .empty",
        "/?kind=FOO, .notice.warn",
        "/events/studiebesok-daugavpils, .zone",
        "/events/pieredzes-brauciens-hamara, .acknowledgement",
        "/events/uzstasanas-bez-bailem, .notice.bad",
        "/events/citu-jomu-eksperti/register, #category",
        "/events/zinatne-visiem/register, #sessions",
        "/events/kapitals-partneri/register, .facts",
        "/organisations/intelekta-parks, .cover",
        "/projects/kapitals, .acknowledgement",
        "/events/there-is-none, [role=search]",
        "/organiser/sign-in, #password",
    })
    void everyPageIsFitForEverybody(String address, String shows) {
        visitor.open(address);
        visitor.findsSound(shows);
    }
}
