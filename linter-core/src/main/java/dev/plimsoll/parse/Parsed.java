package dev.plimsoll.parse;

import java.util.List;

/** A tree, always, and the problems met on the way to it, in the order of the text. */
public record Parsed<T>(T tree, List<Problem> problems) {
  public Parsed {
    problems = List.copyOf(problems);
  }
}
