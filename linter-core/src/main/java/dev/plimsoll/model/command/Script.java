package dev.plimsoll.model.command;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.SecretNames;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script, or a program and its arguments, with the commands in it. */
public final class Script {

  private final Slice slice;
  private final Optional<ScriptTree> tree;
  private final List<Command> commands;
  private final List<Problem> problems;
  private final Anchor anchor;
  private final List<Region> regions;
  private final List<Chain> chains;
  private final List<Assignment> assignments;
  private final List<Piping> pipings;
  private final List<Slice> texts;
  // Read when first asked for, by whichever thread; every reading says the same.
  private Optional<List<LiteralPassword>> passwords = Optional.empty();
  private Optional<List<FileAct>> acts = Optional.empty();

  Script(Anchor anchor, Slice slice, Optional<ScriptTree> tree, Findings found) {
    this.anchor = anchor;
    this.slice = slice;
    this.tree = tree;
    this.commands = List.copyOf(found.commands());
    this.problems = List.copyOf(found.problems());
    this.regions = List.copyOf(found.regions());
    this.chains = List.copyOf(found.chains());
    this.assignments = List.copyOf(found.assignments());
    this.pipings = List.copyOf(found.pipings());
    this.texts = List.copyOf(found.texts());
  }

  /** What a walk over a script collects, each in the order of the text. */
  record Findings(
      List<Command> commands,
      List<Problem> problems,
      List<Region> regions,
      List<Chain> chains,
      List<Assignment> assignments,
      List<Piping> pipings,
      List<Slice> texts) {}

  /** A script in a language that is not read, which no rule judges. */
  public static Script unread(Anchor anchor, Slice slice) {
    Region whole = new Region(anchor, slice, List.of(), List.of());
    return new Script(
        anchor,
        slice,
        Optional.empty(),
        new Findings(
            List.of(), List.of(), List.of(whole), List.of(), List.of(), List.of(), List.of()));
  }

  /** The same where nothing is to be said of its syntax: what stands there is not all known. */
  public Script withoutProblems() {
    return new Script(
        anchor,
        slice,
        tree,
        new Findings(commands, List.of(), regions, chains, assignments, pipings, texts));
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

  /** Its lists, those of substitutions and of the scripts within its words among them. */
  public List<Chain> chains() {
    return chains;
  }

  /** Its assignments, those before commands and those of {@code export} and its like among them. */
  public List<Assignment> assignments() {
    return assignments;
  }

  /** Its pipelines of several commands. */
  public List<Piping> pipings() {
    return pipings;
  }

  /** What shells read of it: all of it or nothing, and the scripts within its words. */
  public List<Slice> texts() {
    return texts;
  }

  /** See {@link LiteralPassword#in}. */
  List<LiteralPassword> passwords() {
    Optional<List<LiteralPassword>> known = passwords;
    if (known.isEmpty()) {
      known = Optional.of(List.copyOf(new LiteralPasswords(this).find()));
      passwords = known;
    }
    return known.orElseThrow();
  }

  /**
   * See {@link FileAct#of}.
   *
   * @param context where this script stands; there is one only
   */
  List<FileAct> acts(ScriptContext context) {
    Optional<List<FileAct>> known = acts;
    if (known.isEmpty()) {
      known = Optional.of(List.copyOf(new FileActReader(context).read()));
      acts = known;
    }
    return known.orElseThrow();
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

  /** Where values are assigned that are to be kept out of every output. */
  public List<Place> secrets() {
    List<Place> places = new ArrayList<>();
    for (Assignment assignment : assignments) {
      String value = assignment.value().text();
      boolean isReference = value.startsWith("$") || value.startsWith("\"$") || isEmpty(value);
      if (!isReference && SecretNames.announcesSecret(assignment.name().text())) {
        places.add(assignment.value().place());
      }
    }
    return places;
  }

  private static boolean isEmpty(String value) {
    return value.isEmpty() || value.equals("''") || value.equals("\"\"");
  }

  /**
   * The list or command that begins first at or after an offset of the file; of two that begin
   * there, the longer.
   */
  public CommentSite siteAfter(int offset) {
    CommentSite next = commandAfter(offset);
    Span first = next.span().isEmpty() ? Span.at(Integer.MAX_VALUE) : next.span();
    for (Chain chain : chains) {
      Span span = chain.slice().place().span();
      boolean longer = span.start() == first.start() && span.end() > first.end();
      if (span.start() >= offset && (span.start() < first.start() || longer)) {
        first = span;
      }
    }
    return first.start() == Integer.MAX_VALUE
        ? next
        : new CommentSite(next.anchor(), first, Standing.BODY);
  }

  /** The command that begins first at or after an offset of the file. */
  public CommentSite commandAfter(int offset) {
    for (Command command : commands) {
      Span span = command.slice().place().span();
      if (span.start() >= offset) {
        return new CommentSite(command.anchor(), span, Standing.BODY);
      }
    }
    return new CommentSite(anchor, Span.at(offset), Standing.BODY);
  }
}
