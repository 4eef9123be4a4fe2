package vigie.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.SentimentLabel;
import vigie.query.Query;

/**
 * Which mentions a question is about. An absent part does not narrow; {@link #between} starts one.
 *
 * @param brands ids; {@code null} is every brand, an empty list none
 * @param from event time, inclusive
 * @param to event time, exclusive
 * @param model who gave the label: name of a model, or {@link vigie.model.Sentiment#PERSON}
 * @param lang detected language
 * @param author handle (with or without {@code @}, in any case), the platform's id, or {@code platform:id}
 * @param hashtag with or without {@code #}, in any case
 * @param query id of a tracked query
 * @param site host of the post's address or of a link in it; its subdomains count
 * @param minVirality lowest virality score, inclusive
 * @param voice whose interest it speaks for; {@code own} holds, by brand, the brand's own accounts as {@code platform:id}
 * @param among ids of mentions, and no others; at most 65,000
 * @param except ids of mentions to leave out; at most 65,000
 * @param q a query in the language of {@code vigie.query}
 */
public record MentionFilter(
        @Nullable List<String> brands,
        Instant from,
        Instant to,
        @Nullable SentimentLabel sentiment,
        @Nullable String model,
        @Nullable String platform,
        @Nullable String lang,
        @Nullable String author,
        @Nullable String hashtag,
        @Nullable String query,
        @Nullable String country,
        @Nullable String story,
        @Nullable String site,
        @Nullable Double minVirality,
        @Nullable Voice voice,
        Map<String, List<String>> own,
        @Nullable Set<String> among,
        @Nullable Set<String> except,
        @Nullable Query q) {

    public MentionFilter {
        brands = brands == null ? null : List.copyOf(brands);
        own = Map.copyOf(own);
        among = among == null ? null : Set.copyOf(among);
        except = except == null ? null : Set.copyOf(except);
        if (!from.isBefore(to)) {
            throw new RefusedRequest("to", "the end must be later than the beginning");
        }
    }

    /** Everything said in a period, to be narrowed. */
    public static Builder between(Instant from, Instant to) {
        return new Builder(from, to);
    }

    /** The same question about another period. */
    public MentionFilter over(Instant start, Instant end) {
        return new MentionFilter(
                brands,
                start,
                end,
                sentiment,
                model,
                platform,
                lang,
                author,
                hashtag,
                query,
                country,
                story,
                site,
                minVirality,
                voice,
                own,
                among,
                except,
                q);
    }

    /** The same question about the period of equal length just before. */
    MentionFilter before() {
        return over(from.minus(Duration.between(from, to)), from);
    }

    /** Collects the narrowing parts; a {@code null} leaves a part open. */
    public static final class Builder {
        private final Instant from;
        private final Instant to;
        private @Nullable List<String> brands;
        private @Nullable SentimentLabel sentiment;
        private @Nullable String model;
        private @Nullable String platform;
        private @Nullable String lang;
        private @Nullable String author;
        private @Nullable String hashtag;
        private @Nullable String query;
        private @Nullable String country;
        private @Nullable String story;
        private @Nullable String site;
        private @Nullable Double minVirality;
        private @Nullable Voice voice;
        private Map<String, List<String>> own = Map.of();
        private @Nullable Set<String> among;
        private @Nullable Set<String> except;
        private @Nullable Query q;

        private Builder(Instant from, Instant to) {
            this.from = from;
            this.to = to;
        }

        public Builder brands(@Nullable List<String> ids) {
            brands = ids;
            return this;
        }

        public Builder sentiment(@Nullable SentimentLabel value) {
            sentiment = value;
            return this;
        }

        /** Who gave the label. */
        public Builder model(@Nullable String value) {
            model = value;
            return this;
        }

        public Builder platform(@Nullable String value) {
            platform = value;
            return this;
        }

        public Builder lang(@Nullable String value) {
            lang = value;
            return this;
        }

        public Builder author(@Nullable String value) {
            author = value;
            return this;
        }

        public Builder hashtag(@Nullable String value) {
            hashtag = value;
            return this;
        }

        /** Id of a tracked query. */
        public Builder query(@Nullable String id) {
            query = id;
            return this;
        }

        public Builder country(@Nullable String value) {
            country = value;
            return this;
        }

        public Builder story(@Nullable String id) {
            story = id;
            return this;
        }

        public Builder site(@Nullable String host) {
            site = host;
            return this;
        }

        public Builder minVirality(@Nullable Double score) {
            minVirality = score;
            return this;
        }

        /** @param accounts by brand, its own, as {@code platform:id} */
        public Builder voice(@Nullable Voice value, Map<String, List<String>> accounts) {
            voice = value;
            own = accounts;
            return this;
        }

        /** Only these mentions. */
        public Builder among(@Nullable Set<String> mentionIds) {
            among = mentionIds;
            return this;
        }

        /** All but these mentions. */
        public Builder except(@Nullable Set<String> mentionIds) {
            except = mentionIds;
            return this;
        }

        /** What people typed, as the parser understood it. */
        public Builder q(@Nullable Query parsed) {
            q = parsed;
            return this;
        }

        public MentionFilter build() {
            return new MentionFilter(
                    brands,
                    from,
                    to,
                    sentiment,
                    model,
                    platform,
                    lang,
                    author,
                    hashtag,
                    query,
                    country,
                    story,
                    site,
                    minVirality,
                    voice,
                    own,
                    among,
                    except,
                    q);
        }
    }
}
