package vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchableTest {

    @Test
    void theFieldsOfAllFormsAreAlignedTokenByToken() {
        var fields =
                Posts.titled("Déçu !", "Très déçu. Jamais #GateauBasque", "Été").tokenFields();
        assertThat(fields.get("all.folded"))
                .containsExactly("decu", "tres decu jamais #gateaubasque gateau basque gateaubasque", "#ete ete");
        assertThat(fields.get("all.accented").get(1)).startsWith("très déçu jamais");
        assertThat(fields.get("all.exact").get(1)).startsWith("Très déçu Jamais #GateauBasque Gateau");
        assertThat(fields.get("all.sentence")).containsExactly("0", "0 0 1 1 1 1 1", "0 0");
        assertThat(fields.get("title.exact")).containsExactly("Déçu");
    }

    @Test
    void aDeclaredHashtagThatIsInTheTextIsNotCountedTwice() {
        var post = Posts.titled("t", "vive #Acme", "acme", "other", "other");
        assertThat(post.lists(Zone.ANYWHERE).get(2)).extracting(Token::folded).containsExactly("#other", "other");
        assertThat(post.hashtags()).containsExactly("acme", "other");
    }

    @Test
    void aHashtagDeclaredWithBlanksOrSigilIsOneTag() {
        var post = Posts.titled("t", "x", "#Café crème", "...", "");
        assertThat(post.hashtags()).containsExactly("cafécrème");
    }

    @Test
    void anAddressIsFoundUnderEveryDomainAndPathAboveIt() {
        var post = Searchable.of(Posts.post(null, "x", null));
        assertThat(post.keywords().get("site")).containsExactlyInAnyOrder("news.example.org", "example.org", "org");
        assertThat(post.keywords().get("url"))
                .contains(
                        "news.example.org/blog/2026",
                        "news.example.org/blog/2026/a",
                        "news.example.org/blog/2026/a?id=5");
    }
}
