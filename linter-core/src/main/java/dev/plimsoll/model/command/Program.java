package dev.plimsoll.model.command;

import dev.plimsoll.text.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the command line of a program reads: a row of {@code programs.tsv}, which names the source of
 * each.
 *
 * @param shortWithValue letters of the options whose value may be the next word
 * @param longWithValue names of the options whose value may be the next word
 * @param named how options are spelt, without dashes, by what they are called in that table
 */
public record Program(
    Kind kind,
    Style style,
    String shortWithValue,
    List<String> longWithValue,
    Map<String, List<String>> named) {

  /** What a program is for. */
  public enum Kind {
    ACCOUNT,
    DOWNLOADER,
    FILE_MODE,
    FILE_OWNER,
    PACKAGE_MANAGER
  }

  /** How options are told. */
  public enum Style {
    /** Letters after one dash, joined or not; names after two: POSIX XBD 12.2, GNU getopt. */
    GETOPT,
    /** One name after one dash or two. */
    WORD
  }

  private static final ProgramTable<Program> TABLE =
      new ProgramTable<>(
          ProgramRows.PARTS,
          new ProgramTable.RowReader<>() {
            @Override
            public Program read(String program, List<String> cells) {
              return Program.read(cells);
            }
          });

  public Program {
    longWithValue = List.copyOf(longWithValue);
    named = Map.copyOf(named);
  }

  /** What is known of a program, given without its path. */
  public static Optional<Program> of(String name) {
    return TABLE.find(name);
  }

  private static Program read(List<String> cells) {
    Map<String, List<String>> named = new HashMap<>();
    if (!Cells.isEmpty(cells.get(5))) {
      for (String one : Cells.split(cells.get(5), ';')) {
        int equals = one.indexOf('=');
        named.put(one.substring(0, equals), Cells.list(one.substring(equals + 1)));
      }
    }
    return new Program(
        Kind.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
        Style.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        Cells.text(cells.get(3)),
        Cells.list(cells.get(4)),
        named);
  }
}
