package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one partition's mentions of a brand were read, summed up: no text, no post. From the analysis to itself.
 *
 * @param brandSince {@link Brand#since}
 * @param part the partition of posts that was summed up; its newer sum replaces the older one
 * @param answers weights of a grid of answers, in Base64
 */
public record BrandMood(String brand, @Nullable Instant brandSince, int part, String answers) {}
