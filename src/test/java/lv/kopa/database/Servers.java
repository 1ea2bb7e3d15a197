package lv.kopa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What tests do with embedded servers of their own. Their program is the one that all tests share. */
public final class Servers {
    private Servers() {}

    static EmbeddedMariaDb startIn(Path folder) throws IOException {
        shareProgram(folder);
        return EmbeddedMariaDb.startIn(folder);
    }

    public static void shareProgram(Path folder) throws IOException {
        Path program = TestDatabase.programFolder();
        Files.createDirectories(folder);
        Path link = folder.resolve(program.getFileName());
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, program);
        }
    }

    /** The process ids of the servers that run on a data folder. */
    public static List<Long> on(Path folder) {
        return LeftOver.of(folder.resolve("mariadb"))
                .map(server -> server.process().pid())
                .toList();
    }

    /** Signals by name: STOP and CONT have no other way. */
    public static void signal(String signal, long pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -" + signal + " " + pid);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
