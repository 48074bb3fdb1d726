package dev.plimsoll.model.command;

import dev.plimsoll.text.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table whose first cell lists programs, looked up by one of them. */
final class ProgramTable {

  /** A row of the table and the program's name in it. */
  record Row(String program, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  private final Map<String, String> rows = new HashMap<>();

  /** Takes the parts of a generated table. */
  ProgramTable(String[] parts) {
    for (String part : parts) {
      for (String row : Cells.split(part, '\n')) {
        if (!row.isEmpty()) {
          for (String program : Cells.split(row.substring(0, row.indexOf('\t')), ',')) {
            rows.put(program, row);
          }
        }
      }
    }
  }

  /**
   * The row of a program, given without its path; that of a version of its own, pip3.11, is found
   * under pip.
   */
  Optional<Row> find(String name) {
    String row = rows.get(name);
    if (row != null) {
      return Optional.of(new Row(name, Cells.of(row)));
    }
    int end = name.length();
    while (end > 0 && "0123456789.".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    String bare = name.substring(0, end);
    row = rows.get(bare);
    return row == null ? Optional.empty() : Optional.of(new Row(bare, Cells.of(row)));
  }
}
