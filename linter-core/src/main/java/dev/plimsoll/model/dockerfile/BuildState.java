package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Value;
import java.util.Optional;

/**
 * What is in force at one place of a build, by the instructions before it and by those of the
 * stages that its stage descends from.
 *
 * @param user what USER says, {@code name}, {@code name:group} or their numbers
 * @param workdir the whole path
 * @param entrypoint absent where the base image decides
 * @param cmd absent where the base image decides, or an ENTRYPOINT has cleared it
 * @param healthcheck absent where the base image decides
 * @param marks which configurations were written
 */
public record BuildState(
    Value user,
    Value workdir,
    BuildShell shell,
    Optional<Instruction.Entrypoint> entrypoint,
    Optional<Instruction.Cmd> cmd,
    Optional<Instruction.Healthcheck> healthcheck,
    Environment environment,
    Marks marks) {

  /**
   * What a word says here, quotes and escapes undone and variables replaced, for the places where
   * the builder does so: ADD, COPY, ENV, EXPOSE, FROM, LABEL, STOPSIGNAL, USER, VOLUME, WORKDIR,
   * the default of an ARG, and the flags --chmod, --chown, --mount and --platform.
   */
  public Value valueOf(Word word) {
    return environment.valueOf(word.slice());
  }

  /** A path of the image as seen from the working folder, from the root on. */
  public Value path(Value path) {
    return BuildPath.resolve(workdir, path);
  }

  /** What a variable holds here; nothing where it is not set. */
  public Value variable(String name, Word asked) {
    return environment.variable(name, asked.slice());
  }

  /** Whether an ARG or ENV of the file, before this place, sets a variable or takes it over. */
  public boolean declares(String variable) {
    return environment.declares(variable);
  }

  /** What a variable holds that an instruction of the file has set; absent where none has. */
  public Optional<Value> setVariable(String name, Word asked) {
    return environment.declares(name) ? Optional.of(variable(name, asked)) : Optional.empty();
  }

  /** Whether an instruction before this place may have written a configuration. */
  public boolean isConfigured(ScriptContext.Configuration configuration) {
    return marks.has(configuration);
  }

  BuildState withUser(Value changed) {
    return new BuildState(
        changed, workdir, shell, entrypoint, cmd, healthcheck, environment, marks);
  }

  BuildState withWorkdir(Value changed) {
    return new BuildState(user, changed, shell, entrypoint, cmd, healthcheck, environment, marks);
  }

  BuildState withShell(BuildShell changed) {
    return new BuildState(user, workdir, changed, entrypoint, cmd, healthcheck, environment, marks);
  }

  BuildState withEntrypoint(Instruction.Entrypoint changed, Optional<Instruction.Cmd> kept) {
    Optional<Instruction.Entrypoint> own = Optional.of(changed);
    return new BuildState(user, workdir, shell, own, kept, healthcheck, environment, marks);
  }

  BuildState withCmd(Instruction.Cmd changed) {
    Optional<Instruction.Cmd> own = Optional.of(changed);
    return new BuildState(user, workdir, shell, entrypoint, own, healthcheck, environment, marks);
  }

  BuildState withHealthcheck(Instruction.Healthcheck changed) {
    Optional<Instruction.Healthcheck> own = Optional.of(changed);
    return new BuildState(user, workdir, shell, entrypoint, cmd, own, environment, marks);
  }

  BuildState withEnvironment(Environment changed) {
    return new BuildState(user, workdir, shell, entrypoint, cmd, healthcheck, changed, marks);
  }

  BuildState after(Instruction instruction) {
    Marks more = marks.and(instruction);
    return more.equals(marks)
        ? this
        : new BuildState(user, workdir, shell, entrypoint, cmd, healthcheck, environment, more);
  }
}
