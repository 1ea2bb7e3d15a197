package lv.kopa.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/** Addresses as people outside reach them, from `KOPA_PUBLIC_URL`. */
@Singleton
public class Links {
    /** The pattern of paths that are themselves secrets, which open what is behind them. */
    public static final String SECRET = "^/(r|p|my|setup|delegation|join|password)(/.*)?$";

    private final String root;

    Links(@Value("${kopa.public-url}") String publicUrl) {
        this.root = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** The whole address of a path that begins with a slash. */
    public String to(String path) {
        return root + path;
    }

    /** The host in UIDs and Message-IDs. */
    public String host() {
        return URI.create(root).getHost();
    }

    /** Whether people come by HTTPS, so that cookies may insist on it. */
    public boolean secure() {
        return root.startsWith("https:");
    }
}
