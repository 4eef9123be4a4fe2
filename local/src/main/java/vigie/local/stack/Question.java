package vigie.local.stack;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** Asked before something is lost. */
public final class Question {

    private Question() {}

    /** Whether the person at the terminal says yes; no answer is no. */
    public static boolean agreed(PrintWriter out, String question) {
        out.print(question + " [y/N] ");
        out.flush();
        var in = new Scanner(System.in, StandardCharsets.UTF_8);
        return in.hasNextLine() && in.nextLine().strip().matches("(?i)y|yes|o|oui");
    }
}
