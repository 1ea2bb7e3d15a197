package lv.kopa.certificate;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.List;
import lv.kopa.file.Enclosures;

/** Puts the certificates that stand into the archive for auditors, but for those of people who were forgotten. */
@Singleton
class CertificateEnclosures implements Enclosures {
    private final CertificateRepository repository;
    private final CertificatePapers papers;

    CertificateEnclosures(CertificateRepository repository, CertificatePapers papers) {
        this.repository = repository;
        this.papers = papers;
    }

    @Override
    public List<Enclosure> of(long event) {
        return repository.of(event).stream()
                .filter(certificate ->
                        certificate.stands() && !certificate.name().isEmpty())
                .map(certificate -> new Enclosure(
                        "certificates/" + certificate.number() + ".pdf",
                        () -> new ByteArrayInputStream(papers.print(certificate))))
                .toList();
    }
}
