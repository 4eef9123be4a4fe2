package vigie.alert.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to wait for before and after old posts are matched again; the names other services give their consumer groups.
 *
 * @param matchingGroup reads {@code posts}
 * @param analysisGroup reads {@code mentions}
 * @param indexGroup first part of the names of the groups that fill the index
 */
@ConfigurationProperties("vigie.history")
record HistorySettings(
        @DefaultValue("vigie-matching") String matchingGroup,
        @DefaultValue("vigie-analysis") String analysisGroup,
        @DefaultValue("vigie-index") String indexGroup) {}
