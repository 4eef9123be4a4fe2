package vigie.analysis.story;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents texts that nobody wrote, in French and English: sentences put together from parts, so that two of one topic share phrases. */
final class Newsroom {

    private static final List<List<String>> ENGLISH = List.of(
            List.of(
                    "The night train",
                    "Our regional ferry",
                    "A crowded tram",
                    "The new mobile application",
                    "My morning bus",
                    "The airport shuttle",
                    "A package I ordered",
                    "The customer desk",
                    "The repaired coffee machine",
                    "Their famous loyalty card",
                    "The heating of our building",
                    "A delivery van",
                    "The museum shop",
                    "The swimming pool",
                    "An old harbour crane",
                    "The school canteen"),
            List.of(
                    "to {place}",
                    "near {place}",
                    "from {place}",
                    "that everybody in {place} knows",
                    "bought last winter in {place}",
                    "run by {name}",
                    "which {name} recommended",
                    "on the line to {place}"),
            List.of(
                    "was cancelled without a word",
                    "broke down again",
                    "worked better than anyone expected",
                    "stood still for {number} minutes",
                    "lost {number} customers in one week",
                    "smelled of burnt rubber",
                    "arrived full of broken glass",
                    "kept {number} people waiting outside",
                    "was quietly replaced by a cheaper one",
                    "charged me twice for the same thing",
                    "turned out to be a pleasant surprise",
                    "has been closed since {day}",
                    "made a terrible noise all night",
                    "refused every card we tried"),
            List.of(
                    "because a cable had been cut",
                    "while the staff looked the other way",
                    "although the contract promised otherwise",
                    "and nobody picked up the phone",
                    "just as the rain began",
                    "after {name} had complained on {day}",
                    "and the manager only laughed",
                    "so we walked home in the dark",
                    "before the children could get in",
                    "and a refund of {number} euros was refused",
                    "which says a lot about this company",
                    "but the driver was kind to everyone",
                    "and {name} filmed the whole scene",
                    "as the mayor of {place} had warned"));

    private static final List<List<String>> FRENCH = List.of(
            List.of(
                    "Le train de nuit",
                    "Notre bac régional",
                    "Un tramway bondé",
                    "La nouvelle application mobile",
                    "Mon bus du matin",
                    "La navette de l'aéroport",
                    "Un colis commandé en ligne",
                    "Le guichet des clients",
                    "La machine à café réparée",
                    "Leur fameuse carte de fidélité",
                    "Le chauffage de notre immeuble",
                    "Une camionnette de livraison",
                    "La boutique du musée",
                    "La piscine municipale",
                    "Une vieille grue du port",
                    "La cantine de l'école"),
            List.of(
                    "vers {place}",
                    "près de {place}",
                    "venant de {place}",
                    "que tout {place} connaît",
                    "acheté l'hiver dernier à {place}",
                    "confié à {name}",
                    "dont {name} disait du bien",
                    "sur la ligne de {place}"),
            List.of(
                    "a été supprimé sans un mot",
                    "est encore tombé en panne",
                    "a mieux marché que prévu",
                    "est resté immobile {number} minutes",
                    "a perdu {number} clients en une semaine",
                    "sentait le caoutchouc brûlé",
                    "est arrivé plein de verre cassé",
                    "a laissé {number} personnes dehors",
                    "a été discrètement remplacé par un moins cher",
                    "m'a débité deux fois la même somme",
                    "s'est révélé une bonne surprise",
                    "est fermé depuis {day}",
                    "a fait un bruit terrible toute la nuit",
                    "refusait toutes nos cartes"),
            List.of(
                    "parce qu'un câble avait été coupé",
                    "pendant que le personnel regardait ailleurs",
                    "alors que le contrat promettait l'inverse",
                    "et personne ne décrochait le téléphone",
                    "juste quand la pluie commençait",
                    "après la plainte de {name} déposée {day}",
                    "et le responsable en a ri",
                    "si bien que nous sommes rentrés à pied dans le noir",
                    "avant que les enfants puissent monter",
                    "et un remboursement de {number} euros a été refusé",
                    "ce qui en dit long sur cette entreprise",
                    "mais le conducteur a été gentil avec tous",
                    "et {name} a filmé toute la scène",
                    "comme le maire de {place} l'avait annoncé"));

    private static final List<String> PLACES = List.of(
            "Brest",
            "Quimper",
            "Lannion",
            "Morlaix",
            "Dundee",
            "Aberdeen",
            "Galway",
            "Limerick",
            "Nantes",
            "Vannes",
            "Lorient",
            "Perth",
            "Cardiff",
            "Swansea",
            "Dieppe",
            "Fougères",
            "Pontivy",
            "Saumur");
    private static final List<String> NAMES = List.of(
            "Maëlle", "Rowan", "Yann", "Isla", "Gwenola", "Callum", "Enora", "Fergus", "Malo", "Moira", "Tanguy",
            "Niamh", "Loïc", "Ewan");
    private static final List<List<String>> DAYS = List.of(
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi"));

    private static final List<List<String>> WORDS = List.of(
            List.of(("really maybe today again something always people later quite often rather whole thing place"
                            + " nearly truly finally everyone somehow clearly small huge little simply yesterday"
                            + " suddenly badly almost indeed still")
                    .split(" ")),
            List.of(("vraiment encore toujours hier demain souvent plutôt chose endroit presque enfin chacun"
                            + " clairement petit énorme peu simplement soudain mal certes assez trop bien parfois"
                            + " jamais tellement aussi déjà gens pourtant")
                    .split(" ")));

    private final RandomGenerator random;

    Newsroom(RandomGenerator random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A sentence of some sixteen words. */
    String sentence(int language) {
        var parts = new ArrayList<String>();
        for (var choices : language == 0 ? ENGLISH : FRENCH) {
            parts.add(one(choices));
        }
        return filled(String.join(" ", parts), language) + ".";
    }

    String text(int language, int sentences) {
        var all = new ArrayList<String>();
        for (int i = 0; i < sentences; i++) {
            all.add(sentence(language));
        }
        return String.join(" ", all);
    }

    /** Puts names, places, numbers and days where a template leaves room for them. */
    String filled(String template, int language) {
        var text = template;
        for (var slot : List.of("place", "name", "number", "day", "word")) {
            while (text.contains("{" + slot + "}")) {
                text = text.replaceFirst("\\{" + slot + "}", fact(slot, language));
            }
        }
        return text;
    }

    private String fact(String slot, int language) {
        return switch (slot) {
            case "place" -> one(PLACES);
            case "name" -> one(NAMES);
            case "number" -> Integer.toString(2 + random.nextInt(900));
            case "day" -> one(DAYS.get(language));
            default -> word(language);
        };
    }

    String word(int language) {
        return one(WORDS.get(language));
    }
}
