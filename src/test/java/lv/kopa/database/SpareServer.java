package lv.kopa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What tests do to an embedded server of their own. Its program is the one that all tests share. */
final class SpareServer {
    private SpareServer() {}

    static EmbeddedMariaDb startIn(Path folder) throws IOException {
        shareProgram(folder);
        return EmbeddedMariaDb.startIn(folder);
    }

    static void shareProgram(Path folder) throws IOException {
        Path program = TestDatabase.programFolder();
        Files.createDirectories(folder);
        Path link = folder.resolve(program.getFileName());
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, program);
        }
    }

    /** Signals by name: STOP and CONT have no other way. */
    static void signal(String signal, long pid) {
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
