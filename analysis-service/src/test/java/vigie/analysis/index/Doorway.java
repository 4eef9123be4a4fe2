package vigie.analysis.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server so that a test can take the server away and bring it back. */
final class Doorway implements AutoCloseable {

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    Doorway(URI server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void open() {
        open = true;
    }

    void shut() {
        open = false;
        passing.forEach(Doorway::drop);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (!open) {
                    client.close();
                    continue;
                }
                var behind = new Socket(server.getHost(), server.getPort());
                passing.add(client);
                passing.add(behind);
                start(() -> carry(client, behind));
                start(() -> carry(behind, client));
            } catch (IOException e) {
                // the door was closed, or one visitor left
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // cut off on purpose
        } finally {
            drop(from);
            drop(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "doorway");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        shut();
    }
}
