package vigie.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Post;
import vigie.query.Searchable;

/** Whose interest a mention speaks for: what a brand says of itself, or pays for, is not what people say of it. */
public enum Voice {
    /** One of the brand's own accounts. */
    @JsonProperty("own")
    OWN,
    /** Somebody who says, by a hashtag such as {@code #ad} or {@code #sponsorisé}, that it is paid for. */
    @JsonProperty("sponsored")
    SPONSORED,
    /** Everybody else. */
    @JsonProperty("others")
    OTHERS;

    /** The hashtags that say so, in English and French, as the index holds them. */
    static final List<String> SPONSORED_TAGS = Stream.of(
                    "ad",
                    "ads",
                    "advert",
                    "advertisement",
                    "advertising",
                    "sponsored",
                    "sponsoredpost",
                    "sponsoredcontent",
                    "sponsoring",
                    "paidpartnership",
                    "paidad",
                    "pub",
                    "publicité",
                    "publicite",
                    "sponso",
                    "sponsorisé",
                    "sponsorise",
                    "postsponsorisé",
                    "partenariatrémunéré",
                    "partenariatremunere",
                    "partenariatpayé",
                    "collaborationcommerciale",
                    "collabcommerciale")
            .map(PostFields::hashtag)
            .distinct()
            .toList();

    private static final Set<String> MARKS = Set.copyOf(SPONSORED_TAGS);

    /** Reads the name used in addresses. */
    public static Voice named(String name) {
        return Arrays.stream(values())
                .filter(voice -> voice.wire().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedRequest("voice", "one of own, sponsored, others"));
    }

    /** The voice of a mention, nothing for people like everybody; {@code own} are accounts as {@code platform:id}. */
    public static Optional<Voice> of(StoredMention mention, Collection<String> own) {
        var author = mention.author();
        if (author != null && !own.isEmpty()) {
            var account = PostFields.authorKey(mention.platform(), author.id());
            if (keys(own).contains(account)) {
                return Optional.of(OWN);
            }
        }
        return isMarked(mention) ? Optional.of(SPONSORED) : Optional.empty();
    }

    static Set<String> keys(Collection<String> accounts) {
        return accounts.stream().map(Keyword::lower).collect(Collectors.toSet());
    }

    private static boolean isMarked(StoredMention mention) {
        if (mention.hashtags().isEmpty()
                && mention.text().indexOf('#') < 0
                && mention.text().indexOf('＃') < 0) {
            return false;
        }
        var post = Post.of(mention.platform(), mention.id(), mention.publishedAt(), mention.text())
                .withHashtags(mention.hashtags());
        return Searchable.of(post).hashtags().stream().map(Keyword::of).anyMatch(MARKS::contains);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
