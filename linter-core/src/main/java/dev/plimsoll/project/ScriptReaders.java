package dev.plimsoll.project;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.image.BaseImages;

/** What scripts are read with. Not safe for use by several threads. */
public record ScriptReaders(ScriptReader scripts, BaseImages images) {

  public ScriptReaders() {
    this(new ScriptReader(), new BaseImages());
  }
}
