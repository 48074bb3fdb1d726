package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Dialect;
import java.util.Optional;
import java.util.Set;

/**
 * How the shells of a place read their scripts. The strict dialect is for one that is known to be
 * dash: others that are called sh know some of what bash does.
 *
 * @param sh the dialect of the program called sh
 */
public record Shells(Dialect sh) {

  private static final Set<String> LENIENT =
      Set.of("bash", "ash", "ksh", "ksh93", "mksh", "zsh", "busybox");

  /**
   * The dialect of a program, given without its path.
   *
   * @return empty where it is no shell that is read here
   */
  public Optional<Dialect> dialect(String program) {
    if (program.equals("sh")) {
      return Optional.of(sh);
    }
    if (program.equals("dash")) {
      return Optional.of(Dialect.POSIX);
    }
    return LENIENT.contains(program) ? Optional.of(Dialect.BASH) : Optional.empty();
  }
}
