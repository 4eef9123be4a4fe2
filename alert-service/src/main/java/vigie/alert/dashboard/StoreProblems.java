package vigie.alert.dashboard;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vigie.store.RefusedRequest;
import vigie.store.StoreUnavailable;

/** Questions that cannot be answered, as problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreProblems {

    private static final Duration SOON = Duration.ofSeconds(5);

    @ExceptionHandler
    ProblemDetail refused(RefusedRequest e) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.field() + ": " + e.getMessage());
        problem.setProperty("field", e.field());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail query(TrackingQuery.Refused e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        problem.setProperty("field", e.field());
        problem.setProperty("position", e.finding().position());
        problem.setProperty("length", e.finding().length());
        if (e.finding().suggestion() != null) {
            problem.setProperty("suggestion", e.finding().suggestion());
        }
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(StoreUnavailable e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(SOON.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "the search index does not answer; nothing is lost, try again"));
    }
}
