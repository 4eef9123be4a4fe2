/**
 * The scripted scenario of {@code vigie demo}: four made-up brands, two weeks of everyday talk, then a crisis for one of them.
 *
 * <p>Everything is a pure function of the seed and of the hour, so that starting the demo again on the same data brings the same
 * posts with the same ids, and nothing counts twice.
 */
@NullMarked
package vigie.local.demo;

import org.jspecify.annotations.NullMarked;
