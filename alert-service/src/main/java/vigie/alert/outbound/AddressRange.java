package vigie.alert.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of addresses such as {@code 10.1.0.0/16} or {@code fd00::/8}. */
record AddressRange(byte[] start, int bits) {

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)/(\\d{1,3})");

    /** @throws IllegalArgumentException when it is none */
    static AddressRange of(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("not a range such as 10.1.0.0/16: " + text);
        }
        try {
            // digits, dots and colons only: nothing is looked up
            var start = InetAddress.getByName(form.group(1)).getAddress();
            int bits = Integer.parseInt(form.group(2));
            if (bits > start.length * 8) {
                throw new IllegalArgumentException("too many bits: " + text);
            }
            return new AddressRange(start, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
    }

    boolean holds(InetAddress address) {
        var b = address.getAddress();
        if (b.length != start.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((b[i / 8] & mask) != (start[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
