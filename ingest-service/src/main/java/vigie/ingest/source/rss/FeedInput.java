package vigie.ingest.source.rss;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;

/**
 * Reads feeds with the fractions of their seconds made milliseconds first. The parser takes whatever stands after the point for
 * milliseconds: with the microseconds many programs write, an item would be dated up to 17 minutes late, with nanoseconds up to 12
 * days.
 */
final class FeedInput extends WireFeedInput {

    private static final Set<String> DATES =
            Set.of("pubDate", "lastBuildDate", "published", "updated", "issued", "modified", "created", "date");

    private static final Pattern FRACTION = Pattern.compile("(:\\d{2})[.,](\\d+)");

    FeedInput() {
        super(false, Locale.US);
        setAllowDoctypes(false);
        setXmlHealerOn(true);
    }

    @Override
    public WireFeed build(Document document) throws FeedException {
        for (var element : dates(document)) {
            element.setText(inMilliseconds(element.getText()));
        }
        return super.build(document);
    }

    /** All of them first: a document being changed cannot be walked. */
    private static List<Element> dates(Document document) {
        var dates = new ArrayList<Element>();
        for (var element : document.getDescendants(Filters.element())) {
            if (DATES.contains(element.getName()) && element.getChildren().isEmpty()) {
                dates.add(element);
            }
        }
        return dates;
    }

    private static String inMilliseconds(String date) {
        return FRACTION.matcher(date)
                .replaceAll(found -> found.group(1) + "." + (found.group(2) + "00").substring(0, 3));
    }
}
