package vigie.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever shows a valid session cookie. A browser sends cookies also with requests that other sites made it send, so a
 * request that changes something must show that our own page sent it; otherwise the cookie counts for nothing.
 */
final class SessionFilter extends OncePerRequestFilter {

    /** Set when a good cookie was not enough, so that the answer can say why. */
    static final String UNPROVEN = SessionFilter.class.getName() + ".unproven";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SessionCookie cookie;

    SessionFilter(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            visitor(request).ifPresent(visitor -> enter(visitor, request));
        }
        chain.doFilter(request, response);
    }

    private Optional<SessionCookie.Visitor> visitor(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(SessionCookie.NAME))
                        .map(Cookie::getValue)
                        .flatMap(v -> cookie.read(v).stream())
                        .findFirst();
    }

    private static void enter(SessionCookie.Visitor visitor, HttpServletRequest request) {
        if (!SAFE.contains(request.getMethod()) && !sentByOurPage(request)) {
            request.setAttribute(UNPROVEN, true);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                visitor.user(),
                null,
                List.of(new SimpleGrantedAuthority(visitor.role().authority()))));
        SecurityContextHolder.setContext(context);
    }

    /** What a foreign page cannot send without a preflight, which nobody here answers. */
    private static boolean sentByOurPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var type = request.getContentType();
        return request.getHeader("X-Requested-With") != null
                || type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
