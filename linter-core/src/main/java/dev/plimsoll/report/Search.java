package dev.plimsoll.report;

import java.util.List;

/**
 * How files were looked for, for the reader whose run found none to check.
 *
 * @param seen how many files were looked at by name
 * @param shapes names that are taken, such as {@code *.Dockerfile}
 */
public record Search(int seen, List<String> shapes) {

  public Search {
    shapes = List.copyOf(shapes);
  }
}
