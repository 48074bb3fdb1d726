package dev.plimsoll.project;

import dev.plimsoll.text.Place;
import java.util.List;

/** What the project model says to a question, and why. */
public sealed interface Answer<T> {

  /**
   * Known, and the places whose content makes it so.
   *
   * @param because what a rule hands on with its finding
   */
  record Known<T>(T value, List<Place> because) implements Answer<T> {
    public Known {
      because = List.copyOf(because);
    }
  }

  /** Not to be known from the files at hand; a rule that asked is silent. */
  record Unknown<T>(String reason) implements Answer<T> {}
}
