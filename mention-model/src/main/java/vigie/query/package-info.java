/**
 * The tracking-query language: what people type, what it means, and what a match is.
 *
 * <p>{@link vigie.query.Tokenizer} decides what a token is; every token takes one position and has three aligned forms (folded,
 * accented, exact). {@link vigie.query.QueryParser} reads a query into a {@link vigie.query.Query} of ready-made tests on those forms,
 * and {@link vigie.query.Evaluator} decides, on a {@link vigie.query.Searchable} view of a post, what a match is.
 *
 * <p>Engines that match faster compile the same {@code Query} and index the same {@code Searchable}:
 *
 * <ul>
 *   <li>{@code Words} of one word: a term (or wildcard) query on the field {@code <zone>.<form>}; of several, the intervals of
 *       {@code span()}.
 *   <li>{@code Near}: any of {@code alternatives()}, each an interval query. {@code Pair} is ordered with {@code maxgaps}; with
 *       {@code sameSentence} also contained by one sentence, whose ends the marks of {@code <zone>.sentence} tell. (Not "not
 *       containing a change of marks": Lucene's {@code notContaining} also drops what merely overlaps the change.)
 *   <li>{@code Keyword}: a term (or wildcard) query on the field's keys; {@code Range}: a range query on its number.
 *   <li>{@code Not}: standing alone, all posts but those; among the clauses of {@code And}, an exclusion.
 * </ul>
 */
@NullMarked
package vigie.query;

import org.jspecify.annotations.NullMarked;
