package lv.kopa.mail.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate made for a test, with those who show it and those who trust it. */
public record Certificate(SSLSocketFactory shown, SSLSocketFactory trusted) {
    private static final String PASSWORD = "changeit";
    private static final String KEYS = "keys.p12";

    /** @param name such as {@code ip:127.0.0.1} or {@code dns:elsewhere.example} */
    public static Certificate of(String name, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        pair(folder, KEYS, "mail", "san=" + name, "-0d", "90");
        return loaded(folder, "mail");
    }

    /**
     * One that somebody signed who is trusted in its place, so that its own dates count.
     *
     * @param from such as {@code -400d}
     * @param days for so long
     */
    public static Certificate signed(String name, String from, int days, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        pair(folder, "signer.p12", "signer", "bc:c", "-1000d", "5000");
        keytool(folder, "signer.p12", "-exportcert", "-alias", "signer", "-file", "signer.cer");
        pair(folder, KEYS, "mail", "san=" + name, "-0d", "90");
        keytool(folder, KEYS, "-certreq", "-alias", "mail", "-file", "mail.csr");
        keytool(
                folder,
                "signer.p12",
                "-gencert",
                "-alias",
                "signer",
                "-infile",
                "mail.csr",
                "-outfile",
                "mail.cer",
                "-ext",
                "san=" + name,
                "-startdate",
                from,
                "-validity",
                String.valueOf(days));
        keytool(folder, KEYS, "-importcert", "-noprompt", "-alias", "signer", "-file", "signer.cer");
        keytool(folder, KEYS, "-importcert", "-noprompt", "-alias", "mail", "-file", "mail.cer");
        return loaded(folder, "signer");
    }

    private static void pair(Path folder, String store, String alias, String extension, String from, String days)
            throws IOException, InterruptedException {
        keytool(
                folder,
                store,
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-ext",
                extension,
                "-startdate",
                from,
                "-validity",
                days);
    }

    private static void keytool(Path folder, String store, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store));
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
    }

    private static Certificate loaded(Path folder, String trusted) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(KEYS))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD.toCharArray());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(shown.getKeyManagers(), null, null);
        return new Certificate(server.getSocketFactory(), trusting(keys, trusted));
    }

    private static SSLSocketFactory trusting(KeyStore keys, String alias) throws GeneralSecurityException, IOException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("mail", keys.getCertificate(alias));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trusted.getTrustManagers(), null);
        return client.getSocketFactory();
    }
}
