package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.text.Slice;

/**
 * That one service's image is built from the image that another service builds.
 *
 * @param place where the build names it: a context, or an image in the Dockerfile
 * @param image the name as an additional context would have it, without what need not be written
 * @param kind who tells the builder of it
 * @param isSure whether no variable of the build may name another image
 */
public record BuildEdge(
    ComposeService built,
    ComposeService base,
    Slice place,
    String image,
    Kind kind,
    boolean isSure) {

  /** Whether the builder knows which of the two comes first. */
  public enum Kind {
    /** {@code additional_contexts} says so. */
    CONTEXT,
    /** Only the name of the image is the same. */
    IMAGE
  }
}
