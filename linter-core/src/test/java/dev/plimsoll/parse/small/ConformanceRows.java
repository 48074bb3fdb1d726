package dev.plimsoll.parse.small;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of what compose-go answered, with the escapes of Java in their cells. */
public final class ConformanceRows {

  private ConformanceRows() {}

  /** The cells of each row of {@code conformance/compose/NAME.tsv}. */
  public static List<List<String>> of(String name) {
    try (InputStream in =
        ConformanceRows.class.getResourceAsStream("/conformance/compose/" + name + ".tsv")) {
      List<List<String>> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("# ")) {
          List<String> cells = new ArrayList<>();
          for (String cell : line.split("\t", -1)) {
            cells.add(cell.translateEscapes());
          }
          rows.add(cells);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
