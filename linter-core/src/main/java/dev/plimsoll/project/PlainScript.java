package dev.plimsoll.project;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.SimpleCommand;

/** Tells whether all commands of a script run, one after the other, or the build fails. */
final class PlainScript {

  private PlainScript() {}

  static boolean is(Script script) {
    return script.tree().isEmpty() || is(script.tree().get().body());
  }

  private static boolean is(Block block) {
    for (Chain chain : block.chains()) {
      for (Chain.Link link : chain.links()) {
        boolean either = link.operator().isPresent() && link.operator().get().text().equals("||");
        for (ShellCommand command : link.pipeline().commands()) {
          if (either ? !isNothing(command) : !is(command)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** A group and a subshell run as they stand. */
  private static boolean is(ShellCommand command) {
    if (command instanceof ShellCommand.Group group) {
      return is(group.body());
    }
    if (command instanceof ShellCommand.Subshell subshell) {
      return is(subshell.body());
    }
    return command instanceof SimpleCommand;
  }

  private static boolean isNothing(ShellCommand command) {
    String text = command.slice().text();
    return text.equals("true") || text.equals(":") || text.startsWith("exit");
  }
}
