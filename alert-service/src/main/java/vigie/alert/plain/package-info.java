/**
 * Rules anybody can check by counting: a threshold, a ratio, a shift of the negative share, words of a crisis, a mention many see, and
 * silence. Pure Java, no clock, no framework.
 *
 * <p>{@link vigie.alert.plain.Kind} says what each kind of rule has by default, {@link vigie.alert.plain.Slice} which mentions a rule
 * counts, and {@link vigie.alert.plain.PlainRule} whether the counts up to a bucket meet it, with the sentence to tell.
 */
@NullMarked
package vigie.alert.plain;

import org.jspecify.annotations.NullMarked;
