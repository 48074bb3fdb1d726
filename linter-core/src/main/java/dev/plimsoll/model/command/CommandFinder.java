package dev.plimsoll.model.command;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.Pipeline;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a script in the order of its text and collects its commands. */
final class CommandFinder {

  /** Scripts within the words of scripts; nobody goes deeper. */
  private static final int MAX_DEPTH = 8;

  private static final Set<String> DECLARING =
      Set.of("export", "readonly", "local", "declare", "typeset");

  private final Anchor anchor;
  private final ScriptReader reader;
  private final Shells shells;
  private final List<Command> commands = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<Chain> chains = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Piping> pipings = new ArrayList<>();
  private final List<Slice> texts = new ArrayList<>();
  private List<Slice> comments = List.of();
  private boolean isTestedHere;
  private List<Slice> holes = new ArrayList<>();
  private HeldFinder heldFinder;
  private Optional<Command> host = Optional.empty();
  private int depth;
  private boolean isPiped;

  CommandFinder(Anchor anchor, ScriptReader reader, Shells shells) {
    this.anchor = anchor;
    this.reader = reader;
    this.shells = shells;
    this.heldFinder = new HeldFinder(shells, shells.sh());
  }

  /** Finds the commands of a script, and takes over what its reader found amiss. */
  void script(Parsed<ScriptTree> parsed) {
    problems.addAll(parsed.problems());
    texts.add(parsed.tree().slice());
    HeldFinder around = heldFinder;
    List<Slice> commentsAround = comments;
    heldFinder = new HeldFinder(shells, parsed.tree().dialect());
    comments = parsed.tree().comments();
    region(parsed.tree().slice(), parsed.tree().body());
    comments = commentsAround;
    heldFinder = around;
  }

  /** Finds the commands of words that no shell sees. */
  void words(Slice whole, List<ShellWord> words) {
    if (words.isEmpty()) {
      regions.add(new Region(anchor, whole, List.of(), List.of()));
    } else {
      words(whole, words, Optional.empty());
    }
  }

  /** What was found in a script. */
  Script found(Slice slice, ScriptTree tree) {
    return new Script(anchor, slice, Optional.of(tree), findings());
  }

  /** What was found in words that no shell sees. */
  Script found(Slice slice) {
    return new Script(anchor, slice, Optional.empty(), findings());
  }

  private Script.Findings findings() {
    return new Script.Findings(commands, problems, regions, chains, assignments, pipings, texts);
  }

  private void region(Slice slice, Block body) {
    List<Slice> around = holes;
    holes = new ArrayList<>();
    int place = regions.size();
    block(body);
    regions.add(place, new Region(anchor, slice, holes, comments));
    holes = around;
  }

  private void block(Block block) {
    for (Chain chain : block.chains()) {
      chains.add(chain);
      List<Chain.Link> links = chain.links();
      for (int i = 0; i < links.size(); i++) {
        Pipeline pipeline = links.get(i).pipeline();
        if (pipeline.commands().size() == 1) {
          command(pipeline.commands().get(0));
        } else {
          boolean guarded = i + 1 < links.size() && isOr(links.get(i + 1));
          piped(pipeline, guarded || isTestedHere || !pipeline.prefixes().isEmpty());
        }
      }
    }
  }

  private static boolean isOr(Chain.Link link) {
    return link.operator().isPresent() && link.operator().get().text().equals("||");
  }

  private void piped(Pipeline pipeline, boolean isTested) {
    List<Optional<Command>> segments = new ArrayList<>();
    int place = pipings.size();
    boolean around = isPiped;
    for (ShellCommand command : pipeline.commands()) {
      int position = commands.size();
      command(command);
      boolean named =
          command instanceof SimpleCommand simple
              && !simple.words().isEmpty()
              && position < commands.size();
      segments.add(named ? Optional.of(commands.get(position)) : Optional.empty());
      isPiped = true;
    }
    isPiped = around;
    Anchor first = segments.get(0).isPresent() ? segments.get(0).get().anchor() : anchor;
    pipings.add(place, new Piping(first, pipeline, segments, isTested, host));
  }

  private void condition(Block block) {
    boolean around = isTestedHere;
    isTestedHere = true;
    block(block);
    isTestedHere = around;
  }

  private void command(ShellCommand command) {
    if (command instanceof SimpleCommand simple) {
      simple(simple);
      return;
    }
    if (command instanceof ShellCommand.Group group) {
      block(group.body());
    } else if (command instanceof ShellCommand.Subshell subshell) {
      block(subshell.body());
    } else if (command instanceof ShellCommand.If choice) {
      choice(choice);
    } else if (command instanceof ShellCommand.Loop loop) {
      condition(loop.condition());
      block(loop.body());
    } else if (command instanceof ShellCommand.For loop) {
      words(loop.items().orElse(List.of()));
      substitutions(loop.substitutions());
      block(loop.body());
    } else if (command instanceof ShellCommand.Case choice) {
      choice(choice);
    } else if (command instanceof ShellCommand.Condition condition) {
      words(condition.words());
    } else if (command instanceof ShellCommand.Arithmetic arithmetic) {
      substitutions(arithmetic.substitutions());
    } else if (command instanceof ShellCommand.Function function) {
      command(function.body());
    }
    redirections(command.redirections());
  }

  private void choice(ShellCommand.If choice) {
    for (ShellCommand.If.Branch branch : choice.branches()) {
      condition(branch.condition());
      block(branch.body());
    }
    if (choice.otherwise().isPresent()) {
      block(choice.otherwise().get());
    }
  }

  private void choice(ShellCommand.Case choice) {
    substitutions(choice.subject().substitutions());
    for (ShellCommand.Case.Arm arm : choice.arms()) {
      words(arm.patterns());
      block(arm.body());
    }
  }

  private void words(List<ShellWord> words) {
    for (ShellWord word : words) {
      substitutions(word.substitutions());
    }
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      substitutions(redirection.target().substitutions());
      bodyOf(redirection);
    }
  }

  private void bodyOf(Redirection redirection) {
    if (redirection.heredoc().isPresent()) {
      substitutions(redirection.heredoc().get().substitutions());
    }
  }

  private void substitutions(List<Substitution> substitutions) {
    substitutions(substitutions, true);
  }

  /**
   * Walks substitutions.
   *
   * @param unasked whether nobody looks at their status: only an assignment alone has it
   */
  private void substitutions(List<Substitution> substitutions, boolean unasked) {
    boolean testedAround = isTestedHere;
    isTestedHere = unasked;
    for (Substitution substitution : substitutions) {
      holes.add(substitution.slice());
      boolean inPlace = substitution.body().slice().source() == substitution.slice().source();
      region(
          inPlace ? substitution.slice() : substitution.body().slice(), // backquotes are a view
          substitution.body());
    }
    isTestedHere = testedAround;
  }

  private void simple(SimpleCommand simple) {
    holes.add(simple.slice());
    List<Slice> around = holes;
    holes = new ArrayList<>();
    int place = regions.size();
    int position = commands.size();
    for (Assignment assignment : simple.assignments()) {
      assignments.add(assignment);
      substitutions(assignment.word().substitutions(), !simple.words().isEmpty());
    }
    words(simple.words());
    for (Redirection redirection : simple.redirections()) {
      substitutions(redirection.target().substitutions());
    }
    Optional<Command> command = CommandReader.read(anchor, simple, host, isPiped);
    if (command.isPresent()) {
      commands.add(position, command.get());
      declared(command.get());
      held(heldFinder.in(command.get()), command);
    }
    Anchor own = command.isPresent() ? command.get().anchor() : anchor;
    regions.add(place, new Region(own, simple.slice(), holes, List.of()));
    holes = around;
    Optional<Dialect> shell =
        command.isPresent() && depth < MAX_DEPTH
            ? heldFinder.inputOf(command.get())
            : Optional.empty();
    for (Redirection redirection : simple.redirections()) {
      if (shell.isPresent() && redirection.heredoc().isPresent()) {
        input(redirection.heredoc().get(), shell.get(), command);
      } else {
        bodyOf(redirection);
      }
    }
  }

  /** The script that a shell is given by a here-document; the shell around it may expand it. */
  private void input(Redirection.HereDocument script, Dialect dialect, Optional<Command> by) {
    Optional<Command> around = host;
    host = by;
    depth++;
    holes.add(script.body());
    Parsed<ScriptTree> parsed = reader.tree(script.body(), dialect);
    boolean isKnown = !script.expands() || script.body().text().indexOf('$') < 0;
    script(isKnown ? parsed : new Parsed<>(parsed.tree(), List.of()));
    depth--;
    host = around;
  }

  private void declared(Command command) {
    if (DECLARING.contains(command.program())) {
      for (ShellWord word : command.arguments()) {
        Optional<Assignment> assignment = Assignment.of(word);
        if (assignment.isPresent()) {
          assignments.add(assignment.get());
        }
      }
    }
  }

  private void held(List<Held> all, Optional<Command> by) {
    if (all.isEmpty() || depth == MAX_DEPTH) {
      return;
    }
    Optional<Command> around = host;
    host = by;
    depth++;
    for (Held held : all) {
      if (held instanceof Held.Text text) {
        text(text);
      } else {
        Slice slice = whole(held.words(), by);
        holes.add(slice);
        words(slice, held.words(), by);
      }
    }
    depth--;
    host = around;
  }

  /** From the first word to the last; without a shell each is a text of its own. */
  private static Slice whole(List<ShellWord> words, Optional<Command> by) {
    Slice first = words.get(0).slice();
    Slice last = words.get(words.size() - 1).slice();
    return first.source() == last.source() ? first.to(last) : by.orElseThrow().slice();
  }

  private void text(Held.Text text) {
    holes.add(text.word().slice());
    Parsed<ScriptTree> parsed = reader.tree(text.word().asScript(), text.dialect());
    boolean isKnown = text.word().isLiteral();
    script(isKnown ? parsed : new Parsed<>(parsed.tree(), List.of()));
  }

  /** A command that is made of words, each of which is a region unless it is one by itself. */
  private void words(Slice slice, List<ShellWord> words, Optional<Command> by) {
    Command command = CommandReader.read(anchor, slice, words, by, isPiped);
    commands.add(command);
    List<Held> held = depth == MAX_DEPTH ? List.of() : heldFinder.in(command);
    for (ShellWord word : words) {
      if (!isHeld(word, held)) {
        List<Slice> within = new ArrayList<>();
        for (Substitution substitution : word.substitutions()) {
          within.add(substitution.slice());
        }
        regions.add(new Region(command.anchor(), word.slice(), within, List.of()));
      }
    }
    held(held, Optional.of(command));
  }

  @SuppressWarnings("ReferenceEquality") // the very word: another may read the same
  private static boolean isHeld(ShellWord word, List<Held> all) {
    for (Held held : all) {
      for (ShellWord part : held.words()) {
        if (part == word) {
          return true;
        }
      }
    }
    return false;
  }
}
