package vigie.ingest.push;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Answers to a request that is refused as a whole. */
final class Refusals {

    private Refusals() {}

    static ErrorResponseException of(HttpStatus status, String detail) {
        return of(ProblemDetail.forStatusAndDetail(status, detail));
    }

    static ErrorResponseException of(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }
}
