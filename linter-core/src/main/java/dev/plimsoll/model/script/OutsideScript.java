package dev.plimsoll.model.script;

import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** A script that no image is known for: what it runs with comes from where no file tells. */
interface OutsideScript extends ScriptContext {

  /** Why nothing is known. */
  String elsewhere();

  /** A value that only whoever runs it knows. */
  default Value unknown() {
    return new Value.Unknown(elsewhere(), script().slice().start());
  }

  @Override
  default Optional<BaseImage> image() {
    return Optional.empty();
  }

  @Override
  default Value user() {
    return unknown();
  }

  @Override
  default Value workdir() {
    return unknown();
  }

  @Override
  default Value variable(String name) {
    return unknown();
  }

  @Override
  default boolean isConfiguredBefore(Configuration configuration) {
    return false;
  }

  @Override
  default List<Value> mounted() {
    return List.of();
  }
}
