package dev.plimsoll.model.image;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import java.util.Optional;

/** The table of images that start as root and do not serve as root, {@code privilege-drops.tsv}. */
public final class PrivilegeDrops {

  private PrivilegeDrops() {}

  /**
   * How an image sees to its user.
   *
   * @param how {@code entrypoint}, {@code workers}, {@code platform} or {@code root}, as the table
   *     explains them
   * @param user the name of the one it serves as
   * @param programs globs of what a command must begin with for that
   */
  public record Drop(String how, Optional<String> user, String programs) {

    /** Whether it changes the user for a command that begins with this word. */
    public boolean isFor(String program) {
      String name = program.substring(program.lastIndexOf('/') + 1);
      return program.startsWith("-") || BaseImages.matches(programs, name);
    }
  }

  /** Whether an image sees to its user itself, as long as its entrypoint is left to it. */
  public static boolean in(ImageReference reference) {
    return find(reference).isPresent();
  }

  /** How an image sees to its user itself; nothing where it is not known to. */
  public static Optional<Drop> find(ImageReference reference) {
    Optional<String> tag = reference.effectiveTag();
    for (List<String> cells : SortedRows.of(PrivilegeDropRows.PARTS, reference.familiarName())) {
      String tags = cells.get(1);
      if (tags.equals("*") || (tag.isPresent() && BaseImages.matches(tags, tag.get()))) {
        String user = cells.get(3);
        return Optional.of(
            new Drop(
                cells.get(2),
                Cells.isEmpty(user) ? Optional.empty() : Optional.of(user),
                cells.get(4)));
      }
    }
    return Optional.empty();
  }
}
