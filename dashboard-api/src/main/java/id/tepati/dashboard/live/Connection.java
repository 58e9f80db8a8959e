package id.tepati.dashboard.live;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The connection that a request came by, beneath what the web framework makes of it. */
public final class Connection {
    private Connection() {}

    /** The stream of the server itself: the one of the context compresses, and so holds back what is small. */
    public static ServletOutputStream streamOf(Context ctx) {
        try {
            return ctx.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes it, whatever is under way on it: the reader sees that the answer has no end. */
    public static void cut(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
