package vigie.analysis.index;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vigie.store.StoreSettings;

/**
 * Where the mention index is.
 *
 * @param uri one or more nodes
 * @param caCertificate PEM file of the authority that signed the nodes' certificates; absent trusts the JDK's authorities
 * @param prefix first part of every index name
 */
@ConfigurationProperties("vigie.elasticsearch")
record ElasticsearchSettings(
        @DefaultValue("http://localhost:9200") List<URI> uri,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path caCertificate,
        @DefaultValue("vigie") String prefix,
        @DefaultValue("1") int shards,
        @DefaultValue("0") int replicas) {

    StoreSettings store() {
        return new StoreSettings(uri, absent(user), absent(password), caCertificate, prefix, shards, replicas);
    }

    private static @Nullable String absent(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    @Override
    public String toString() {
        return "ElasticsearchSettings[uri=" + uri + "]";
    }
}
