package vigie.ingest.source.rss;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the feed client and refuses those that lead inside: whoever may add a feed must not reach what only this
 * machine can. Since the client connects to exactly the addresses given here, a name cannot change its meaning between check and
 * use; redirects pass here too.
 */
final class AddressGuard implements DnsResolver {

    private final boolean allowPrivate;

    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        for (var address : addresses) {
            if (!allowPrivate && !isPublic(address)) {
                throw new UnknownHostException("leads to a private address, which is not allowed");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        if (address instanceof Inet4Address) {
            return isPublic4(address.getAddress());
        }
        return address instanceof Inet6Address && isPublic6(address.getAddress());
    }

    /** The special blocks of RFC 6890 that {@link InetAddress} has no question for. */
    private static boolean isPublic4(byte[] ip) {
        int a = ip[0] & 0xff;
        int b = ip[1] & 0xff;
        int c = ip[2] & 0xff;
        boolean sharedByCarrier = a == 100 && b >= 64 && b <= 127;
        boolean protocolOrTest = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean benchmark = a == 198 && (b == 18 || b == 19);
        boolean documentation = a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return a != 0
                && a != 10
                && a != 127
                && a < 240
                && !sharedByCarrier
                && !protocolOrTest
                && !benchmark
                && !documentation;
    }

    /** Only global unicast (2000::/3), and of it nothing that wraps an IPv4 address or is for documentation. */
    private static boolean isPublic6(byte[] ip) {
        int first = (ip[0] & 0xff) << 8 | ip[1] & 0xff;
        int second = (ip[2] & 0xff) << 8 | ip[3] & 0xff;
        boolean teredoOrDocumentation = first == 0x2001 && (second == 0 || second == 0xdb8);
        boolean sixToFour = first == 0x2002;
        return (ip[0] & 0xe0) == 0x20 && !teredoOrDocumentation && !sixToFour;
    }
}
