package vigie.store;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.model.Alert;
import vigie.model.AnalysedMention;
import vigie.model.PostEvent;
import vigie.store.BulkResult.Item;
import vigie.store.BulkResult.Ok;
import vigie.store.BulkResult.Rejected;
import vigie.store.BulkResult.Stale;

/** Turns a batch of changes into bulk requests of bounded size, and the answers into one fate per change. */
final class BulkWriter {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_OPERATIONS = 5_000;
    private static final Set<String> DOCUMENT_ERRORS =
            Set.of("document_parsing_exception", "mapper_parsing_exception", "illegal_argument_exception");

    private final Elastic elastic;
    private final Indices indices;
    private final PostPlaces places;

    BulkWriter(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
        places = new PostPlaces(elastic, indices);
    }

    /** @throws StoreUnavailable when the batch as a whole could not be written now; writing it again is harmless */
    BulkResult write(List<StoreWrite> writes) {
        indices.shape();
        var fates = new Item[writes.size()];
        Arrays.fill(fates, new Ok());
        var quiet = new ArrayList<Operation>();
        var seenAtOnce = new ArrayList<Operation>();
        var postIds = new LinkedHashSet<String>();
        for (var write : writes) {
            if (write instanceof StoreWrite.OfPost post && !(post.event() instanceof PostEvent.Rematched)) {
                postIds.add(Keyword.of(post.event().postId()));
            }
        }
        var held = postIds.isEmpty() ? new HashMap<String, Set<String>>() : places.of(postIds);
        var moved = new HashMap<String, String>();
        for (var i = 0; i < writes.size(); i++) {
            var write = writes.get(i);
            if (write instanceof StoreWrite.OfMention mention) {
                quiet.add(operation(i, mention.mention()));
            } else if (write instanceof StoreWrite.OfPost post) {
                addPost(i, post, held, moved, quiet);
            } else if (write instanceof StoreWrite.OfAlert alert) {
                seenAtOnce.add(operation(i, alert.alert()));
            } else {
                throw new AssertionError(write);
            }
        }
        send(quiet, Refresh.False, fates);
        send(seenAtOnce, Refresh.True, fates);
        places.written(moved);
        return new BulkResult(List.of(fates));
    }

    private Operation operation(int of, AnalysedMention m) {
        var index = indices.mentionsOf(m.eventTime());
        var post = m.post();
        if (m.change() == AnalysedMention.Change.WITHDRAWN || post == null) {
            return delete(of, index, m.mentionId(), m.version());
        }
        return index(of, index, m.mentionId(), m.version(), Documents.of(m, post));
    }

    private Operation operation(int of, Alert alert) {
        return index(
                of, indices.alerts(), Keyword.of(alert.id()), alert.version() + alert.revision(), Documents.of(alert));
    }

    private void addPost(
            int of,
            StoreWrite.OfPost write,
            Map<String, Set<String>> held,
            Map<String, String> moved,
            List<Operation> operations) {
        var event = write.event();
        if (event instanceof PostEvent.Rematched) {
            // it comes from here, and says nothing new
            return;
        }
        var id = Keyword.of(event.postId());
        var places = held.computeIfAbsent(id, k -> new LinkedHashSet<>());
        if (event instanceof PostEvent.Deleted) {
            places.forEach(place -> operations.add(delete(of, place, id, write.version())));
            return;
        }
        var post =
                event instanceof PostEvent.Published published ? published.post() : ((PostEvent.Edited) event).post();
        var index = indices.postsOf(post.eventTime());
        operations.add(index(of, index, id, write.version(), Documents.of(post)));
        for (var place : places) {
            if (!place.equals(index)) {
                operations.add(delete(-1, place, id, write.version()));
            }
        }
        places.add(index);
        moved.put(id, index);
    }

    private static Operation index(int of, String index, String id, long version, byte[] document) {
        var data = BinaryData.of(document, ContentType.APPLICATION_JSON);
        var operation = BulkOperation.of(b -> b.index(i -> i.index(index)
                .id(id)
                .version(version)
                .versionType(VersionType.ExternalGte)
                .document(data)));
        return new Operation(of, operation, document.length + 200);
    }

    private static Operation delete(int of, String index, String id, long version) {
        var operation = BulkOperation.of(
                b -> b.delete(d -> d.index(index).id(id).version(version).versionType(VersionType.ExternalGte)));
        return new Operation(of, operation, 200);
    }

    private void send(List<Operation> operations, Refresh refresh, Item[] fates) {
        var start = 0;
        while (start < operations.size()) {
            var end = start;
            long bytes = 0;
            while (end < operations.size() && end - start < MOST_OPERATIONS) {
                bytes += operations.get(end).bytes();
                if (bytes > MOST_BYTES && end > start) {
                    break;
                }
                end++;
            }
            sendOrHalve(operations.subList(start, end), refresh, fates);
            start = end;
        }
    }

    /** A request refused as a whole is cut in two until the one document that is to blame stands alone. */
    private void sendOrHalve(List<Operation> operations, Refresh refresh, Item[] fates) {
        try {
            sendOnce(operations, refresh, fates);
        } catch (Elastic.RefusedByServer e) {
            if (operations.size() == 1) {
                settle(operations.get(0), new Rejected("refused: " + e.status() + " " + e.type()), fates);
                return;
            }
            var middle = operations.size() / 2;
            sendOrHalve(operations.subList(0, middle), refresh, fates);
            sendOrHalve(operations.subList(middle, operations.size()), refresh, fates);
        }
    }

    private void sendOnce(List<Operation> operations, Refresh refresh, Item[] fates) {
        var requests = operations.stream().map(Operation::request).toList();
        var answer = elastic.ask(c -> c.bulk(b -> b.refresh(refresh).operations(requests)));
        if (!answer.errors()) {
            return;
        }
        var items = answer.items();
        for (var i = 0; i < items.size(); i++) {
            settle(operations.get(i), fate(items.get(i)), fates);
        }
    }

    private static void settle(Operation operation, Item fate, Item[] fates) {
        if (operation.of() >= 0 && !(fate instanceof Ok)) {
            fates[operation.of()] = fate;
        }
    }

    private static Item fate(BulkResponseItem item) {
        var error = item.error();
        if (item.status() == 409) {
            return new Stale();
        }
        if (error == null || item.status() == 404) {
            return new Ok();
        }
        var type = String.valueOf(error.type());
        if (item.status() == 400 && DOCUMENT_ERRORS.contains(type)) {
            return new Rejected(reason(type, error));
        }
        throw new StoreUnavailable("Elasticsearch answered " + item.status() + " " + type + " to a write");
    }

    /** The kinds of error only: the server's sentences quote the document, which is people's text. */
    private static String reason(String type, ErrorCause error) {
        var cause = error.causedBy();
        return cause == null || cause.type() == null ? type : type + " caused by " + cause.type();
    }

    /** @param of the write it carries out, −1 for one that only keeps the index tidy */
    private record Operation(int of, BulkOperation request, int bytes) {}
}
