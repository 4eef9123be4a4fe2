/**
 * In which language a text is written: the platform's word where it is plausible, the script where it decides, else a small model.
 *
 * <p>{@link vigie.analysis.language.Languages} is the way in.
 */
@NullMarked
package vigie.analysis.language;

import org.jspecify.annotations.NullMarked;
