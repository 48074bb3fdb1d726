package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** One command: {@code sudo -E env X=1 apt-get -qq install -y a} runs apt-get. */
public final class Command {

  private final Anchor anchor;
  private final Slice slice;
  private final List<Wrapper> wrappers;
  private final List<Assignment> environment;
  private final ShellWord name;
  private final String program;
  private final List<ShellWord> arguments;
  private final List<Redirection> redirections;
  private final Optional<Command> host;
  private final boolean isPiped;
  // Read when first asked for, by whichever thread; every reading says the same.
  private Optional<Optional<Invocation>> invocation = Optional.empty();
  private Optional<Optional<PackageCall>> packageCall = Optional.empty();

  /**
   * @param script the address of the script that it stands in
   * @param words the name and the arguments
   */
  Command(
      Anchor script,
      Slice slice,
      List<Wrapper> wrappers,
      List<Assignment> environment,
      List<ShellWord> words,
      List<Redirection> redirections,
      Optional<Command> host,
      boolean isPiped) {
    this.slice = slice;
    this.wrappers = List.copyOf(wrappers);
    this.environment = List.copyOf(environment);
    this.name = words.get(0);
    this.arguments = List.copyOf(words.subList(1, words.size()));
    this.redirections = List.copyOf(redirections);
    this.host = host;
    this.isPiped = isPiped;
    this.program = program(name);
    this.anchor = script.child(program);
  }

  /** The address of its place and its name. */
  public Anchor anchor() {
    return anchor;
  }

  /** The whole command, wrappers and redirections included. */
  public Slice slice() {
    return slice;
  }

  /** What it is run by, outermost first. */
  public List<Wrapper> wrappers() {
    return wrappers;
  }

  /** What is set for it, by itself and by its wrappers. */
  public List<Assignment> environment() {
    return environment;
  }

  /** The word that names the program, builtin or function. */
  public ShellWord name() {
    return name;
  }

  /** The words after the name. */
  public List<ShellWord> arguments() {
    return arguments;
  }

  public List<Redirection> redirections() {
    return redirections;
  }

  /** The command whose words this one is read from: {@code sh -c}, {@code find -exec}. */
  public Optional<Command> host() {
    return host;
  }

  /** Whether a pipe feeds it, or the block around it. */
  public boolean isPiped() {
    return isPiped;
  }

  /** The name without its path: {@code /usr/bin/pip3} is pip3. */
  public String program() {
    return program;
  }

  static String program(ShellWord name) {
    String text = name.text();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** Whether the command is called so, with a path before it or without. */
  public boolean isNamed(String wanted) {
    return program.equals(wanted);
  }

  /** Its options and operands; none where its program is in no table. */
  public Optional<Invocation> invocation() {
    Optional<Optional<Invocation>> known = invocation;
    if (known.isEmpty()) {
      known = Optional.of(Invocation.read(this));
      invocation = known;
    }
    return known.orElseThrow();
  }

  /** What it asks of a package manager; none where its program is none. */
  public Optional<PackageCall> packageCall() {
    Optional<Optional<PackageCall>> known = packageCall;
    if (known.isEmpty()) {
      known = Optional.of(PackageCall.read(this));
      packageCall = known;
    }
    return known.orElseThrow();
  }

  @Override
  public String toString() {
    return slice.text();
  }
}
