package dev.plimsoll.model.command;

import dev.plimsoll.text.Cells;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package manager is asked to do and where it keeps what it fetched: a row of {@code
 * package-managers.tsv}, which names the source of each.
 *
 * @param name the program
 * @param family the first program of its row: what pip3 is a name of
 * @param phrases by action its subcommands, words with one blank between
 * @param pin what stands between a package's name and its version; empty where nothing does
 * @param rootCaches folders for root; below {@code ~} for no other user
 * @param userCaches folders for another user, below {@code ~}; none where only root uses it
 * @param variables what moves the folders
 * @param locked whether two builds must not use a folder at once
 * @param dropOptions options with which nothing is kept there
 * @param dropVariables variables with which nothing is kept there
 */
public record PackageManager(
    String name,
    String family,
    Map<Action, List<String>> phrases,
    String pin,
    List<String> rootCaches,
    List<String> userCaches,
    List<String> variables,
    boolean locked,
    List<String> dropOptions,
    List<String> dropVariables) {

  /** What is asked of it. */
  public enum Action {
    /** Fetches packages and puts them in. */
    INSTALL,
    /** Fetches the index. */
    REFRESH,
    UPGRADE,
    REMOVE,
    /** Throws away what was fetched. */
    CLEAN
  }

  private static final ProgramTable<PackageManager> TABLE =
      new ProgramTable<>(
          PackageManagerRows.PARTS,
          new ProgramTable.RowReader<>() {
            @Override
            public PackageManager read(String program, List<String> cells) {
              return PackageManager.read(program, cells);
            }
          });

  public PackageManager {
    phrases = Map.copyOf(phrases);
    rootCaches = List.copyOf(rootCaches);
    userCaches = List.copyOf(userCaches);
    variables = List.copyOf(variables);
    dropOptions = List.copyOf(dropOptions);
    dropVariables = List.copyOf(dropVariables);
  }

  /** The package manager of a program's name, given without its path. */
  public static Optional<PackageManager> of(String program) {
    return TABLE.find(program);
  }

  private static PackageManager read(String program, List<String> cells) {
    return new PackageManager(
        program,
        Cells.list(cells.get(0)).get(0),
        Map.of(
            Action.INSTALL, Cells.list(cells.get(1)),
            Action.REFRESH, Cells.list(cells.get(2)),
            Action.UPGRADE, Cells.list(cells.get(3)),
            Action.REMOVE, Cells.list(cells.get(4)),
            Action.CLEAN, Cells.list(cells.get(5))),
        Cells.text(cells.get(6)),
        Cells.list(cells.get(7)),
        Cells.list(cells.get(8)),
        Cells.list(cells.get(9)),
        cells.get(10).equals("locked"),
        Cells.list(cells.get(11)),
        Cells.list(cells.get(12)));
  }
}
