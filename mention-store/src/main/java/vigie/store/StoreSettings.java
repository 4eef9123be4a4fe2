package vigie.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Elasticsearch is and how the indices are cut.
 *
 * @param uris one or more nodes, {@code http} or {@code https}
 * @param caCertificate PEM file of the authority that signed the nodes' certificates; absent trusts the JDK's authorities
 * @param prefix first part of every index and template name, so that two installations can share a cluster
 * @param shards primary shards of an index made from now on
 * @param replicas copies of each shard; 0 on a single node
 */
public record StoreSettings(
        List<URI> uris,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path caCertificate,
        String prefix,
        int shards,
        int replicas) {

    public StoreSettings {
        uris = List.copyOf(uris);
        if (uris.isEmpty()) {
            throw new IllegalArgumentException("at least one Elasticsearch address is needed");
        }
        if (!prefix.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("prefix: lower-case letters, digits and _ only, starting with a letter");
        }
        if (shards < 1 || replicas < 0) {
            throw new IllegalArgumentException("at least one shard, and no negative number of replicas");
        }
    }

    /** One node without security, the way a single machine runs it. */
    public static StoreSettings of(URI uri) {
        return new StoreSettings(List.of(uri), null, null, null, "vigie", 1, 0);
    }

    /** The same with another prefix. */
    public StoreSettings withPrefix(String other) {
        return new StoreSettings(uris, user, password, caCertificate, other, shards, replicas);
    }

    /** The same with another cut. */
    public StoreSettings withShards(int primaries, int copies) {
        return new StoreSettings(uris, user, password, caCertificate, prefix, primaries, copies);
    }

    /** Without the password, so that printing the settings never shows it. */
    @Override
    public String toString() {
        return "StoreSettings[uris=" + uris + ", user=" + user + ", prefix=" + prefix + ", shards=" + shards
                + ", replicas=" + replicas + "]";
    }
}
