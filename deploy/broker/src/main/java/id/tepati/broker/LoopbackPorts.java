package id.tepati.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/**
 * The two ports of a node, both found free on loopback.
 *
 * <p>Asked before Kafka is: it ends the JVM when a controller cannot listen. The controller's port is a new one at every
 * start, because a quorum with static voters takes their addresses from the settings and never from the disk.
 */
record LoopbackPorts(int broker, int controller) {
    static final String HOST = "127.0.0.1";

    /** Looks for free ports; {@code wanted} is the broker's, 0 for any. */
    static LoopbackPorts find(int wanted) {
        try (ServerSocket broker = new ServerSocket();
                ServerSocket controller = new ServerSocket()) {
            bindBroker(broker, wanted);
            controller.bind(loopback(0));
            return new LoopbackPorts(broker.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bindBroker(ServerSocket socket, int wanted) {
        try {
            socket.bind(loopback(wanted));
        } catch (IOException e) {
            throw new BrokerStartException(
                    String.format(
                            Locale.ROOT,
                            "The broker cannot listen on %s:%d (%s). Stop the program that uses this port, or choose another port.",
                            HOST,
                            wanted,
                            e.getMessage()),
                    e);
        }
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        // not getLoopbackAddress, which may be ::1
        return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1}), port);
    }
}
