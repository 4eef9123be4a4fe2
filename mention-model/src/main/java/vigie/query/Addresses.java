package vigie.query;

import java.net.IDN;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Keys of web addresses: an address is found under its host, every domain above the host, and every path above its own, so that
 * "everything below" is a plain comparison of keywords in every engine.
 */
final class Addresses {
    private static final int MAX_KEYS = 24;

    private Addresses() {}

    /** The domains of an address: its host without {@code www.}, and all above. */
    static Set<String> sites(String address) {
        var host = host(key(address));
        var sites = new LinkedHashSet<String>();
        while (!host.isEmpty() && sites.size() < MAX_KEYS) {
            sites.add(host);
            int dot = host.indexOf('.');
            host = dot < 0 ? "" : host.substring(dot + 1);
        }
        return sites;
    }

    /** All keys of an address: its domains and its paths from the top. */
    static Set<String> keys(String address) {
        var key = key(address);
        var keys = new LinkedHashSet<>(sites(address));
        for (int slash = key.indexOf('/'); slash >= 0 && keys.size() < MAX_KEYS; slash = key.indexOf('/', slash + 1)) {
            keys.add(Forms.cut(key.substring(0, slash)));
        }
        int query = key.indexOf('?');
        if (query > 0) {
            keys.add(Forms.cut(key.substring(0, query)));
        }
        keys.add(Forms.cut(key));
        keys.remove("");
        return keys;
    }

    /** An address without scheme, user, port, {@code www.}, fragment and last slash; the host in lower case. */
    static String key(String address) {
        var rest = Names.tidy(address).replace(" ", "");
        int scheme = rest.indexOf("://");
        if (scheme >= 0 && scheme < 10) {
            rest = rest.substring(scheme + 3);
        }
        int fragment = rest.indexOf('#');
        if (fragment >= 0) {
            rest = rest.substring(0, fragment);
        }
        int end = hostEnd(rest);
        var path = rest.substring(end);
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return Forms.cut(plainHost(rest.substring(0, end)) + path);
    }

    private static String host(String key) {
        return key.substring(0, hostEnd(key));
    }

    private static int hostEnd(String s) {
        int end = 0;
        while (end < s.length() && s.charAt(end) != '/' && s.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static String plainHost(String authority) {
        var host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':');
        if (port >= 0) {
            host = host.substring(0, port);
        }
        host = IDN.toUnicode(host.toLowerCase(Locale.ROOT));
        host = Normalizer.normalize(host, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
