package lv.kopa.demo;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Shows the demonstration, where it is wanted, before the first start is told of. */
@Singleton
class DemoStart implements ApplicationEventListener<StartupEvent>, Ordered {
    private final Demonstration demonstration;
    private final Links links;
    private final boolean wanted;

    DemoStart(
            Demonstration demonstration,
            Links links,
            @Value("${kopa.demo}") String wish,
            @Value("${datasources.default.url}") String database) {
        this.demonstration = demonstration;
        this.links = links;
        this.wanted = wish.equals("true") || (wish.equals("embedded") && database.equals("jdbc:mariadb:embedded"));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        if (wanted) {
            demonstration.load();
        }
    }

    @EventListener
    @SuppressWarnings("SystemOut") // for whoever sits at the terminal, without a time and a level before each line
    void welcome(ServerStartupEvent started) {
        if (wanted && demonstration.isThere()) {
            System.out.println(words());
        }
    }

    String words() {
        return Texts.in(Language.EN)
                .get(
                        "demo.welcome",
                        links.to(""),
                        links.to("/organiser"),
                        Demonstration.ORGANISER,
                        Demonstration.PASSWORD,
                        Demonstration.PARTNER);
    }
}
