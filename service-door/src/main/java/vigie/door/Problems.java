package vigie.door;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Every error as RFC 9457 {@code application/problem+json}, with the offending {@code field} where there is one. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidField e) {
        return named(
                HttpStatus.UNPROCESSABLE_CONTENT, e.field(), Objects.toString(e.getMessage(), "is not acceptable"));
    }

    @ExceptionHandler
    ProblemDetail missing(NotThere e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, Objects.toString(e.getMessage(), ""));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> later(ComeBack e) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(e.status()), Objects.toString(e.getMessage(), ""));
        return ResponseEntity.status(e.status())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, e.after().toSeconds())))
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException e) {
        return named(HttpStatus.BAD_REQUEST, e.getName(), "cannot be read as " + typeName(e));
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) throws Exception {
        if (e instanceof AccessDeniedException) {
            throw e;
        }
        log.error("unexpected error", e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "something went wrong; it is in the log");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var cause = e.getCause() instanceof JacksonException j ? j : null;
        return handleExceptionInternal(e, unreadable(cause), headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var body = named(HttpStatus.BAD_REQUEST, e.getParameterName(), "is required");
        return handleExceptionInternal(e, body, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static ProblemDetail unreadable(@Nullable JacksonException cause) {
        return cause == null ? named(HttpStatus.BAD_REQUEST, "", "the body is not readable") : JsonProblem.of(cause);
    }

    private static String typeName(MethodArgumentTypeMismatchException e) {
        var type = e.getRequiredType();
        return type == null ? "expected" : type.getSimpleName();
    }

    private static ProblemDetail named(HttpStatus status, String field, String message) {
        var problem = ProblemDetail.forStatusAndDetail(status, field.isEmpty() ? message : field + " " + message);
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
