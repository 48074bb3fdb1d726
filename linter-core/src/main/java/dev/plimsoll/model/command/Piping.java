package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Pipeline;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline of several commands.
 *
 * @param anchor of its first command; of the script where that is a compound one
 * @param segments the command of each segment; none where it is a compound one, or only assigns
 * @param isTested whether its status decides what runs next (a condition, {@code !}, before {@code
 *     ||}), or is not looked at at all, in the words of a command
 * @param host the command whose words it is read from
 */
public record Piping(
    Anchor anchor,
    Pipeline tree,
    List<Optional<Command>> segments,
    boolean isTested,
    Optional<Command> host) {

  public Piping {
    segments = List.copyOf(segments);
  }
}
