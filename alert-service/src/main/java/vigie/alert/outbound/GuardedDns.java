package vigie.alert.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for outgoing requests, and refuses addresses inside one's own network. The connection is made to exactly the addresses
 * that were looked at, so a name cannot mean something else a moment later.
 */
final class GuardedDns implements DnsResolver {

    private final Lookup lookup;
    private final boolean allowPrivate;
    private final List<AddressRange> allowed;

    /** What the names of the outside world mean at this moment; whoever owns a name may answer differently each time. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    GuardedDns(OutboundSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    GuardedDns(OutboundSettings settings, Lookup lookup) {
        this.lookup = lookup;
        allowPrivate = settings.allowPrivateAddresses();
        allowed = settings.allowedRanges().stream().map(AddressRange::of).toList();
    }

    /** The name leads where Vigie does not go. */
    static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddress() {
            super("the address is inside a private network");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.of(host);
        for (var address : addresses) {
            if (!mayReach(address)) {
                throw new PrivateAddress();
            }
        }
        return addresses;
    }

    private boolean mayReach(InetAddress address) {
        return allowPrivate || isPublic(address) || allowed.stream().anyMatch(range -> range.holds(address));
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolve(host)[0].getCanonicalHostName();
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var b = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(b, 0);
        }
        return address instanceof Inet6Address && isPublic6(b);
    }

    /** The blocks that IANA keeps for special use, beside those the JDK knows. */
    private static boolean isPublic4(byte[] b, int at) {
        int a = b[at] & 0xff;
        int c = b[at + 1] & 0xff;
        int d = b[at + 2] & 0xff;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && c >= 64 && c < 128
                || a == 169 && c == 254
                || a == 172 && c >= 16 && c < 32
                || a == 192 && c == 168
                || a == 192 && c == 0 && (d == 0 || d == 2)
                || a == 198 && (c == 18 || c == 19 || c == 51 && d == 100)
                || a == 203 && c == 0 && d == 113);
    }

    /** Only global unicast, and no IPv4 address of the kind above in disguise (6to4, NAT64 is outside 2000::/3). */
    private static boolean isPublic6(byte[] b) {
        if ((b[0] & 0xe0) != 0x20) {
            return false;
        }
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int second = (b[2] & 0xff) << 8 | b[3] & 0xff;
        if (first == 0x2002) {
            return isPublic4(b, 2);
        }
        // Teredo, benchmarking, documentation
        return !(first == 0x2001 && (second == 0 || second == 2 || second == 0xdb8));
    }
}
