package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an instruction of a stage changes for those after it. Source: BuildKit, {@code
 * dockerfile2llb/convert.go}, the functions named dispatch.
 */
final class StateChanges {

  private final Optional<Environment> globals;
  private final BuildArguments given;

  /**
   * Takes the arguments before the first FROM, or nothing to read those themselves.
   *
   * @param given those that the build sets
   */
  StateChanges(Optional<Environment> globals, BuildArguments given) {
    this.globals = globals;
    this.given = given;
  }

  /** The arguments before the first FROM. */
  Optional<Environment> globals() {
    return globals;
  }

  /**
   * @param ownCmd whether the stage has had a CMD before; an ENTRYPOINT clears one that it inherits
   */
  BuildState after(Instruction instruction, BuildState before, boolean ownCmd) {
    if (instruction instanceof Instruction.Arg arg) {
      return before.withEnvironment(arg(arg, before.environment()));
    }
    if (instruction instanceof Instruction.Pairs pairs && instruction.name().equals("ENV")) {
      return before.withEnvironment(env(pairs.pairs(), before.environment()));
    }
    if (instruction instanceof Instruction.LegacyPair pair && instruction.name().equals("ENV")) {
      return before.withEnvironment(env(List.of(pair.pair()), before.environment()));
    }
    if (instruction instanceof Instruction.User user) {
      return before.withUser(before.valueOf(user.user()));
    }
    if (instruction instanceof Instruction.Workdir workdir) {
      Value path = before.valueOf(workdir.path());
      return before.withWorkdir(BuildPath.resolve(before.workdir(), path));
    }
    if (instruction instanceof Instruction.Shell shell) {
      return before.withShell(BuildShell.of(shell));
    }
    if (instruction instanceof Instruction.Entrypoint entrypoint) {
      return before.withEntrypoint(entrypoint, ownCmd ? before.cmd() : Optional.empty());
    }
    if (instruction instanceof Instruction.Cmd cmd) {
      return before.withCmd(cmd);
    }
    return instruction instanceof Instruction.Healthcheck healthcheck
        ? before.withHealthcheck(healthcheck)
        : before;
  }

  /** All pairs of one ENV see what was in force before it. */
  private static Environment env(List<Pair> pairs, Environment before) {
    Environment after = before;
    for (Pair pair : pairs) {
      if (before.valueOf(pair.name().slice()) instanceof Value.Known name) {
        Value value = before.valueOf(pair.value().slice());
        after = after.with(name.text(), Environment.bindings(value));
      }
    }
    return after;
  }

  private Environment arg(Instruction.Arg arg, Environment before) {
    Environment after = before;
    for (Instruction.Arg.Definition definition : arg.definitions()) {
      String name = definition.name().text();
      Optional<Value> set = given.find(name);
      if (set.isPresent()) {
        after = after.with(name, Environment.bindings(set.get()));
        continue;
      }
      List<Binding> bindings = new ArrayList<>();
      if (definition.value().isPresent()) {
        bindings.addAll(Environment.bindings(after.valueOf(definition.value().get().slice())));
      } else if (globals.isPresent() && isSet(globals.get().find(name))) {
        after = after.with(name, globals.get().find(name));
        continue;
      } else {
        bindings.addAll(after.find(name)); // without a value it leaves what is there
      }
      if (!given.isAll()) {
        bindings.add(
            new Binding.Unknown(
                new Value.Unknown("the build may set this argument", definition.name().slice())));
      }
      after = after.with(name, bindings);
    }
    return after;
  }

  private static boolean isSet(List<Binding> bindings) {
    return !(bindings.get(0) instanceof Binding.Unset);
  }
}
