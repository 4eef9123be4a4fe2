/**
 * The world becomes posts, posts become mentions.
 *
 * <p>Here: the service, and what its rooms share: the way onto Kafka and what a post may look like. The rooms ({@code push}, {@code
 * source}, {@code matching}) know this package and not each other.
 */
@NullMarked
package vigie.ingest;

import org.jspecify.annotations.NullMarked;
