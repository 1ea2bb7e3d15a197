package lv.kopa.event.finding;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.web.Edition;
import lv.kopa.web.Fetch;
import lv.kopa.web.Links;

/** Tells search engines which pages there are (sitemaps.org), and which are none of their business (RFC 9309). */
@Hidden
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
class SitemapController {
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /organiser
            Disallow: /r/
            Disallow: /p/
            Disallow: /my/
            Disallow: /delegation/
            Disallow: /setup
            Disallow: /api/
            Disallow: /events/*/register
            Disallow: /*invitation=

            Sitemap: %s
            """;

    private final Events events;
    private final Organisations organisations;
    private final Projects projects;
    private final Links links;
    private final Clock clock;

    SitemapController(Events events, Organisations organisations, Projects projects, Links links, Clock clock) {
        this.events = events;
        this.organisations = organisations;
        this.projects = projects;
        this.links = links;
        this.clock = clock;
    }

    @Get("/robots.txt")
    HttpResponse<byte[]> robots(HttpRequest<?> request) {
        return answer(request, ROBOTS.formatted(links.to("/sitemap.xml")), "text/plain; charset=utf-8");
    }

    @Get("/sitemap.xml")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> sitemap(HttpRequest<?> request) {
        Sitemap sitemap = new Sitemap(links);
        sitemap.add("/", null);
        sitemap.add(Search.nothing().turned(true).path(), null);
        organisations.all().stream().map(Organisation::path).forEach(path -> sitemap.add(path, null));
        projects.all().stream().map(Project::path).forEach(path -> sitemap.add(path, null));
        events.addresses().forEach(event -> sitemap.add("/events/" + event.slug(), event.changedAt()));
        return answer(request, sitemap.xml(), "application/xml; charset=utf-8");
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, String text, String type) {
        return Fetch.of(request)
                .answer(Edition.of(text.getBytes(StandardCharsets.UTF_8)), clock.instant())
                .contentType(new MediaType(type))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }
}
