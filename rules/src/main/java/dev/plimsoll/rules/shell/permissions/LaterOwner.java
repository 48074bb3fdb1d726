package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A change of owner that comes after a mode: by it a program loses the setuid and setgid bits, even
 * where root makes it, chown(2) of Linux.
 */
final class LaterOwner {

  private final Script script;
  private final Command mode;

  /**
   * @param mode the command that gives the mode
   */
  LaterOwner(Script script, Command mode) {
    this.script = script;
    this.mode = mode;
  }

  /** Whether each path is surely given to an owner after the mode. */
  boolean takesAll(List<ShellWord> paths) {
    for (ShellWord path : paths) {
      if (!takes(path.text())) {
        return false;
      }
    }
    return !paths.isEmpty();
  }

  private boolean takes(String path) {
    boolean rooted = path.startsWith("/");
    for (Command each : script.commands()) {
      if (!isAfterMode(each)) {
        continue;
      }
      if (!rooted && (each.isNamed("cd") || each.isNamed("pushd"))) {
        return false;
      }
      boolean owner = each.isNamed("chown") || each.isNamed("chgrp");
      if (owner && names(each, path) && surelyRuns(each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAfterMode(Command other) {
    return other.slice().source().equals(mode.slice().source())
        && other.slice().span().start() > mode.slice().span().end();
  }

  private static boolean names(Command chown, String path) {
    Optional<Invocation> invocation = Invocation.of(chown);
    if (invocation.isEmpty()) {
      return false;
    }
    boolean recursive = invocation.get().option("recursive").isPresent();
    int first = invocation.get().option("reference").isPresent() ? 0 : 1; // the owner before it
    List<ShellWord> operands = invocation.get().operands();
    for (int i = first; i < operands.size(); i++) {
      String named = operands.get(i).text();
      String above = named.endsWith("/") ? named : named + "/";
      if (named.equals(path) || (recursive && path.startsWith(above))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it stands in the list of the mode without an "or", or begins a list of its own. */
  private boolean surelyRuns(Command chown) {
    int own = 0;
    int shared = 0;
    for (Chain chain : script.chains()) {
      if (!contains(chain.slice().place().span(), chown)) {
        continue;
      }
      if (contains(chain.slice().place().span(), mode)) {
        shared++;
      } else {
        own++;
      }
      Optional<Chain.Link> link = linkOf(chain, chown);
      boolean first = link.isPresent() && link.get().operator().isEmpty();
      boolean and = link.isPresent() && !first && isAnd(link.get());
      if (!first && !(and && own == 0)) {
        return false;
      }
    }
    return own + shared == 1;
  }

  private static Optional<Chain.Link> linkOf(Chain chain, Command command) {
    for (Chain.Link link : chain.links()) {
      if (contains(link.pipeline().slice().place().span(), command)) {
        return Optional.of(link);
      }
    }
    return Optional.empty();
  }

  private static boolean isAnd(Chain.Link link) {
    return link.operator().isPresent() && link.operator().get().text().equals("&&");
  }

  private static boolean contains(Span span, Command command) {
    Span inner = command.slice().place().span();
    return span.start() <= inner.start() && inner.end() <= span.end();
  }
}
