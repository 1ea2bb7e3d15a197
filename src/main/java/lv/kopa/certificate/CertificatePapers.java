package lv.kopa.certificate;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.paper.Picture;
import lv.kopa.paper.Press;
import lv.kopa.paper.QrCode;
import lv.kopa.project.Acknowledgement;
import lv.kopa.project.Projects;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Links;

/** Prints certificates. */
@Singleton
class CertificatePapers {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Projects projects;
    private final Press press;
    private final Links links;

    CertificatePapers(Events events, Projects projects, Press press, Links links) {
        this.events = events;
        this.projects = projects;
        this.press = press;
        this.links = links;
    }

    byte[] print(Certificate certificate) {
        String address = links.to("/verify/" + certificate.number());
        String code = Picture.address(QrCode.png(address), "image/png").orElseThrow();
        Optional<String> logo = events.get(certificate.eventId())
                .funding()
                .map(Acknowledgement::projectSlug)
                .flatMap(projects::logo)
                .flatMap(picture -> Picture.address(picture.content(), picture.type()));
        return press.print(() -> templates.certificatePaper(new CertificatePaper(certificate, address, code, logo)));
    }
}
