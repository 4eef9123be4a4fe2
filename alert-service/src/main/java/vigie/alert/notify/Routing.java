package vigie.alert.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Receiver;
import vigie.model.Route;

/** Walks the routing tree. Without a tree every receiver is asked; in either case a receiver's own wishes narrow it. */
final class Routing {

    private static final int DEEPEST_TEAM = 5;

    private final Setup setup;
    private final Duration groupInterval;

    /** @param groupInterval where no branch says one */
    Routing(Setup setup, Duration groupInterval) {
        this.setup = setup;
        this.groupInterval = groupInterval;
    }

    Plan plan(Alert alert) {
        return plan(setup.route(), alert);
    }

    Plan plan(@Nullable Route tree, Alert alert) {
        var leaves = new ArrayList<Leaf>();
        walk(tree == null ? ALL : tree, new Leaf(null, null, null, List.of()), alert, leaves);
        var told = new LinkedHashMap<String, Plan.Manner>();
        var later = new ArrayList<Plan.Later>();
        var others = new TreeMap<String, String>();
        for (var leaf : leaves) {
            var manner =
                    new Plan.Manner(leaf.groupInterval() == null ? groupInterval : leaf.groupInterval(), leaf.repeat());
            meant(leaf.receivers(), alert, others).forEach(id -> told.putIfAbsent(id, manner));
            for (int i = 0; i < leaf.escalation().size(); i++) {
                var step = leaf.escalation().get(i);
                for (var id : meant(step.receivers(), alert, others)) {
                    later.add(new Plan.Later(id, i + 1, step.after(), manner));
                }
            }
        }
        setup.receivers().forEach(r -> others.putIfAbsent(r.id(), "no branch of the routing tree leads to it"));
        others.keySet()
                .removeIf(id -> told.containsKey(id)
                        || later.stream().anyMatch(l -> l.receiver().equals(id))
                        || setup.receiver(id)
                                .filter(r -> r.channel().equals(Receiver.TEAM))
                                .isPresent());
        return new Plan(told, later, others);
    }

    private static final Route ALL = new Route(null, null, null, null, null, null, List.of());

    /** What holds at a branch, its own words and those of its ancestors together. */
    private record Leaf(
            @Nullable List<String> receivers,
            @Nullable Duration groupInterval,
            @Nullable Duration repeat,
            List<Route.Step> escalation) {

        Leaf under(Route branch) {
            return new Leaf(
                    branch.receivers() == null ? receivers : branch.receivers(),
                    branch.groupInterval() == null ? groupInterval : branch.groupInterval(),
                    branch.repeat() == null ? repeat : branch.repeat(),
                    branch.escalation() == null ? escalation : branch.escalation());
        }
    }

    private void walk(Route branch, Leaf above, Alert alert, List<Leaf> leaves) {
        var here = above.under(branch);
        boolean further = false;
        for (var child : branch.children()) {
            if (Matching.covers(child.match(), alert, setup)) {
                walk(child, here, alert, leaves);
                further = true;
                if (!Boolean.TRUE.equals(child.goesOn())) {
                    break;
                }
            }
        }
        if (!further) {
            leaves.add(here);
        }
    }

    private Set<String> meant(@Nullable List<String> ids, Alert alert, Map<String, String> others) {
        var found = new LinkedHashSet<String>();
        var asked = ids == null ? setup.receivers().stream().map(Receiver::id).toList() : ids;
        asked.forEach(id -> add(id, alert, found, others, 0));
        return found;
    }

    private void add(String id, Alert alert, Set<String> found, Map<String, String> others, int depth) {
        var receiver = setup.receiver(id).orElse(null);
        if (receiver == null || depth > DEEPEST_TEAM) {
            return;
        }
        var against = against(receiver, alert);
        if (against != null) {
            others.put(id, against);
        } else if (receiver.channel().equals(Receiver.TEAM)) {
            receiver.members().forEach(member -> add(member, alert, found, others, depth + 1));
        } else {
            found.add(id);
        }
    }

    /** What a receiver's own settings have against an alert. */
    private static @Nullable String against(Receiver receiver, Alert alert) {
        if (!receiver.brands().isEmpty() && !receiver.brands().contains(alert.brand())) {
            return "the brand is not among its brands";
        }
        return alert.severity() < receiver.minSeverity()
                ? "severity " + alert.severity() + " is below its " + receiver.minSeverity()
                : null;
    }
}
