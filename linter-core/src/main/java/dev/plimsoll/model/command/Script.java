package dev.plimsoll.model.command;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script, or a program and its arguments, with the commands in it. */
public final class Script {

  private final Slice slice;
  private final Optional<ScriptTree> tree;
  private final List<Command> commands;
  private final List<Problem> problems;
  private final List<Region> regions;

  Script(
      Slice slice,
      Optional<ScriptTree> tree,
      List<Command> commands,
      List<Problem> problems,
      List<Region> regions) {
    this.slice = slice;
    this.tree = tree;
    this.commands = List.copyOf(commands);
    this.problems = List.copyOf(problems);
    this.regions = List.copyOf(regions);
  }

  /** A script in a language that is not read, which no rule judges. */
  public static Script unread(Anchor anchor, Slice slice) {
    Region whole = new Region(anchor, slice, List.of());
    return new Script(slice, Optional.empty(), List.of(), List.of(), List.of(whole));
  }

  /** All of it, as written. */
  public Slice slice() {
    return slice;
  }

  /** Absent where no shell that is read here runs it: exec form, PowerShell. */
  public Optional<ScriptTree> tree() {
    return tree;
  }

  /**
   * Its commands in the order of the text, those of substitutions and of the scripts within its
   * words among them; none where it was not read.
   */
  public List<Command> commands() {
    return commands;
  }

  /** What its shell would refuse. */
  public List<Problem> problems() {
    return problems;
  }

  /** The judged model: each command, and what stands around them. */
  public List<Facet> facets() {
    List<Facet> facets = new ArrayList<>(regions.size());
    for (Region region : regions) {
      facets.add(region.facet());
    }
    return facets;
  }
}
