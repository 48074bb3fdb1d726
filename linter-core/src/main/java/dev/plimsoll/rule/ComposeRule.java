package dev.plimsoll.rule;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;

/**
 * A rule over Compose files. A file is judged in every set that it belongs to; what a rule reports
 * in another file of the set is left to that file's own turn, and what it reports alike in several
 * sets counts once.
 */
public abstract class ComposeRule extends Rule {

  /** Once a file, as it is written. */
  public void file(ComposeFile file, RuleContext context) {}

  /**
   * Each set that a file belongs to, in the turn of each of its files.
   *
   * @param file whose turn it is, for edits
   */
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {}

  /**
   * Each set, once for all of its files; what is reported goes to the file in which it stands. For
   * what services say together, so that the time for many files does not grow with their square. No
   * file is at hand for edits.
   */
  public void across(ComposeSet set, RuleContext context) {}

  /**
   * Each service of each such set, of which something stands in the file: what several services say
   * together is for {@link #across}.
   */
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {}
}
