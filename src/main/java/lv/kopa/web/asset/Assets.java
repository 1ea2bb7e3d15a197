package lv.kopa.web.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of `public/`, which are part of the program and so never change while it runs. */
public final class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * The address of a file for a page, which browsers may keep for ever.
     *
     * @throws IllegalArgumentException where there is no such file
     */
    public static String address(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("No asset " + name));
        return "/assets/" + name + "?v=" + asset.hash();
    }

    static Optional<Asset> find(String name) {
        Asset known = KNOWN.get(name);
        return known != null ? Optional.of(known) : read(name);
    }

    private static Optional<Asset> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream file = Assets.class.getResourceAsStream("/public/" + name)) {
            if (file == null) {
                return Optional.empty();
            }
            Asset asset = Asset.of(name, file.readAllBytes());
            KNOWN.put(name, asset);
            return Optional.of(asset);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
