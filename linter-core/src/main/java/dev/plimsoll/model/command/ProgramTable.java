package dev.plimsoll.model.command;

import dev.plimsoll.text.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table whose first cell lists programs, each row read once for each of them. */
final class ProgramTable<T> {

  /** Reads a row. An interface of its own: a lambda would be a process's first, and dear. */
  interface RowReader<T> {
    /** What the row says of one of its programs. */
    T read(String program, List<String> cells);
  }

  private final Map<String, Optional<T>> rows = new HashMap<>();

  /** Takes the parts of a generated table. */
  ProgramTable(String[] parts, RowReader<T> reader) {
    for (String part : parts) {
      for (String row : Cells.split(part, '\n')) {
        if (!row.isEmpty()) {
          List<String> cells = Cells.of(row);
          for (String program : Cells.list(cells.get(0))) {
            rows.put(program, Optional.of(reader.read(program, cells)));
          }
        }
      }
    }
  }

  /**
   * What is known of a program, given without its path; that of a version of its own, pip3.11, is
   * found under pip.
   */
  Optional<T> find(String name) {
    Optional<T> own = rows.getOrDefault(name, Optional.empty());
    int end = name.length();
    while (end > 0 && "0123456789.".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return own.isPresent() || end == name.length()
        ? own
        : rows.getOrDefault(name.substring(0, end), Optional.empty());
  }
}
