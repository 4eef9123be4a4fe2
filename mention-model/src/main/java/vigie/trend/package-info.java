/** How a hashtag's pace stands against its own past: the same formula on the stream and over what is stored. */
@NullMarked
package vigie.trend;

import org.jspecify.annotations.NullMarked;
