package lv.kopa.mail.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * The wire to a mail server, or several to the same. It leads to allowed addresses only, looked at when it is laid, since
 * a name may mean another address by then; and it can be cut by another thread while the mail server lets ours wait.
 */
public final class Wire extends SocketFactory {
    private final Predicate<InetAddress> allowed;
    private final Set<Socket> laid = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public Wire(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    @Override
    public Socket createSocket() {
        Socket created = new Checked();
        laid.removeIf(Socket::isClosed);
        laid.add(created);
        cut = false;
        return created;
    }

    /** Hangs up, whatever is being said. */
    public void cut() {
        for (Socket open : laid) {
            cut = true;
            try {
                open.close();
            } catch (IOException e) {
                // it was broken already
            }
        }
    }

    /** Whether it was cut since it was laid. */
    public boolean isCut() {
        return cut;
    }

    private final class Checked extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = endpoint instanceof InetSocketAddress internet ? internet.getAddress() : null;
            if (address != null && !allowed.test(address)) {
                throw new NoRouteToHostException("a private address: " + address.getHostAddress());
            }
            super.connect(endpoint, timeout);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
