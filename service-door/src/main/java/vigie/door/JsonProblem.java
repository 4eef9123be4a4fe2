package vigie.door;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Unreadable JSON as a problem: where it broke and which field, never the text itself. */
public final class JsonProblem {

    private JsonProblem() {}

    /** A 400 with {@code line}, {@code column} and, where known, {@code field}. */
    public static ProblemDetail of(JacksonException e) {
        var location = e.getLocation();
        var what = what(e);
        var field = e.getPath().stream()
                .map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : r.getPropertyName())
                .collect(Collectors.joining("."));
        var where = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, what + where);
        if (location != null) {
            problem.setProperty("line", location.getLineNr());
            problem.setProperty("column", location.getColumnNr());
        }
        if (!field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    private static String what(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "JSON nested too deeply, or with too long a name, number or text";
        }
        return e instanceof StreamReadException ? "not well-formed JSON" : "a value of the wrong kind";
    }
}
