/**
 * Analysed mentions become alerts, alerts become notifications; and the one door for browsers and programs.
 *
 * <p>Here: the service and how it starts. Its rooms: {@code spike} and {@code stream} find what is unusual, {@code setup} holds what
 * people set up, {@code dashboard} and {@code live} show it, {@code notify} tells people, {@code audit} proves what was decided.
 */
@NullMarked
package vigie.alert;

import org.jspecify.annotations.NullMarked;
