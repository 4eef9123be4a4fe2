package vigie.query;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of everyday English and French that are also names of brands, or so frequent that alone they say nothing. */
final class CommonWords {
    /** Alone, these match a large part of all posts. */
    static final Set<String> EVERYWHERE = words("""
            a an and are as at be but by for from have he i in is it my not of on or s so t that the they this to was we with you
            au aux avec ce ces c d dans de des du elle en est et il j je l la le les mais mes mon n ne nous ou par pas plus pour
            qu que qui sa se ses son sur tu un une vous y
            """);

    /** Brands that share their name with a thing. */
    static final Set<String> AMBIGUOUS = words("""
            amazon apple axe boss box bull camel carrefour casino champion coach comet delta diesel discord domino dove eclair
            express focus fossil free galaxy gap golf guess jaguar joker lotus lush lynx mango mars meta mini mustang nectar nest
            next office oracle orange polo post prime puma quick ritz safari sage saturn seat shell signal slack smart sprint
            square subway swatch target tide total twitch unity united vanish virgin visa windows zoom
            """);

    private CommonWords() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
