package lv.kopa.attendance.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lv.kopa.web.Site;

/**
 * A line to a server that can be cut, so that whoever is on it meets a network that is gone: a browser that only acts as if
 * it were may let the first call of a page through.
 */
final class Cable implements AutoCloseable {
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ServerSocket socket;
    private final int server;
    private volatile boolean cut;

    private Cable(int server) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        start(this::listen);
    }

    static Cable to(Site site) {
        try {
            return new Cable(URI.create(site.address("/")).getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://localhost:" + socket.getLocalPort() + path;
    }

    void cut() {
        cut = true;
        hangUp();
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        close(socket);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException e) {
                hangUp(); // and whoever calls next is heard, unless this is the end
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        ends.add(caller);
        if (cut) {
            close(caller);
            return;
        }
        Socket callee = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(callee);
        start(() -> carry(caller, callee));
        start(() -> carry(callee, caller));
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            close(to); // one end hung up, and so does the other
        }
    }

    private void hangUp() {
        ends.forEach(Cable::close);
        ends.clear();
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }
}
