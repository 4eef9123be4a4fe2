/** The tracking-query language: what people type, what it means, and what a match is. */
@NullMarked
package vigie.query;

import org.jspecify.annotations.NullMarked;
