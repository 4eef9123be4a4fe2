package vigie.alert.consent;

/** The sentences a person agrees to; kept with the consent as they were shown. */
public record Wording(
        String question,
        String agree,
        String agreed,
        String leave,
        String left,
        String leaveQuestion,
        String voidLink) {

    private static final Wording ENGLISH = new Wording(
            "May Vigie send alerts about brands to this address? It was entered by an administrator. You can end it at any time with the link"
                    + " in every message.",
            "Yes, send me alerts",
            "Thank you. Alerts will be sent to you from now on.",
            "Stop sending me alerts",
            "Done. Nothing more will be sent to you.",
            "No alerts shall be sent to this address any more?",
            "This link is void: it has expired, was not copied whole, or what it was for is gone.");

    private static final Wording FRENCH = new Wording(
            "Vigie peut-elle envoyer des alertes sur des marques à cette adresse ? Un administrateur l’a saisie. Vous pouvez y mettre fin à tout"
                    + " moment par le lien de chaque message.",
            "Oui, m’envoyer les alertes",
            "Merci. Les alertes vous seront envoyées désormais.",
            "Ne plus m’envoyer d’alertes",
            "C’est fait. Rien ne vous sera plus envoyé.",
            "Ne plus envoyer d’alertes à cette adresse ?",
            "Ce lien n’est pas valable : il a expiré, n’a pas été copié en entier, ou son objet n’existe plus.");

    /** @param language {@code fr}, or anything else for English */
    public static Wording in(String language) {
        return language.startsWith("fr") ? FRENCH : ENGLISH;
    }
}
