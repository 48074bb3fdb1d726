package dev.plimsoll.model.command;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A script and its commands, in the order of the text, those of substitutions among them.
 *
 * @param anchor the address of the place that holds the script
 * @param tree absent where no shell that is read here runs it: exec form, PowerShell
 * @param commands none where it was not read
 * @param problems what its shell would refuse
 * @param facets the judged model: each command, and what stands around them
 */
public record Script(
    Anchor anchor,
    Slice slice,
    Optional<ScriptTree> tree,
    List<Command> commands,
    List<Problem> problems,
    List<Facet> facets) {

  public Script {
    commands = List.copyOf(commands);
    problems = List.copyOf(problems);
    facets = List.copyOf(facets);
  }

  /** A script that was read. */
  public static Script of(Anchor anchor, Parsed<ScriptTree> parsed) {
    CommandFinder finder = new CommandFinder(anchor);
    finder.script(parsed.tree());
    return new Script(
        anchor,
        parsed.tree().slice(),
        Optional.of(parsed.tree()),
        finder.commands(),
        parsed.problems(),
        finder.facets());
  }

  /** A script in a language that is not read, which no rule judges. */
  public static Script unread(Anchor anchor, Slice slice) {
    Facet whole = new Facet(anchor, slice.text());
    return new Script(anchor, slice, Optional.empty(), List.of(), List.of(), List.of(whole));
  }
}
