package vigie.alert.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vigie.door.ComeBack;
import vigie.door.DoorSettings;
import vigie.door.Role;
import vigie.door.SessionCookie;
import vigie.model.PostId;

/** Signing in and out of the dashboard. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private static final Logger log = LoggerFactory.getLogger(SessionController.class);
    private static final String ADMIN = "admin";

    private final DoorSettings settings;
    private final SessionCookie cookie;
    private final FailedTries failed;

    SessionController(DoorSettings settings, SessionCookie cookie, FailedTries failed) {
        this.settings = settings;
        this.cookie = cookie;
        this.failed = failed;
    }

    record Credentials(@Nullable String user, @Nullable String password) {}

    record Me(String user, @Nullable String role) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> signIn(@RequestBody Credentials given, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var wait = failed.wait(address);
        if (!wait.isZero()) {
            throw new ComeBack(429, wait, "too many failed tries; wait a little");
        }
        if (!right(given)) {
            failed.count(address);
            log.warn("a sign-in failed");
            return problem("user or password is wrong");
        }
        failed.forget(address);
        var value = cookie.issue(new SessionCookie.Visitor(ADMIN, Role.ADMIN));
        return withCookie(value, SessionCookie.LIFE, request);
    }

    @DeleteMapping
    ResponseEntity<?> signOut(HttpServletRequest request) {
        return withCookie("", Duration.ZERO, request);
    }

    /** Who the caller is; 401 for nobody, so that the page knows to ask. */
    @GetMapping
    ResponseEntity<?> me(@Nullable Authentication caller) {
        if (caller == null) {
            return problem("nobody is signed in");
        }
        var role = caller.getAuthorities().stream()
                .map(a -> a.getAuthority())
                .filter(a -> a != null && a.startsWith("ROLE_"))
                .map(a -> a.substring(5).toLowerCase(java.util.Locale.ROOT))
                .findFirst()
                .orElse(null);
        return ResponseEntity.ok(new Me(caller.getName(), role));
    }

    /** Compares both parts in any case, so that the time taken tells nothing of either. */
    private boolean right(Credentials given) {
        var password = settings.adminPassword();
        if (password == null || password.isBlank() || given.user() == null || given.password() == null) {
            return false;
        }
        return same(given.user(), ADMIN) & same(given.password(), password);
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(
                PostId.hash(given).getBytes(StandardCharsets.US_ASCII),
                PostId.hash(right).getBytes(StandardCharsets.US_ASCII));
    }

    private static ResponseEntity<?> withCookie(String value, Duration life, HttpServletRequest request) {
        var set = ResponseCookie.from(SessionCookie.NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, set.toString())
                .build();
    }

    private static ResponseEntity<?> problem(String detail) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, detail));
    }
}
