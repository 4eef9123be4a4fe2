package vigie.ingest.push;

/**
 * An item left out, as the answer tells it.
 *
 * @param index its place in the request, from 0; blank lines are no items
 * @param field the field at fault, empty when it is the item as a whole
 */
record Rejected(int index, String field, String error) {}
