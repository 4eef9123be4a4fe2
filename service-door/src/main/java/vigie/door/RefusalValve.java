package vigie.door;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Says as a problem what the server refuses before any filter or controller sees it: a request line that is none, headers that are too
 * large. Public because the server makes it, by its name.
 */
public final class RefusalValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(RefusalValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemWriter.write(
                    response, status, "the request cannot be taken; look at its first line and its headers");
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("the refused caller is gone: {}", e.getMessage());
        }
    }
}
