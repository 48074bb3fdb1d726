package dev.plimsoll.model.compose;

import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that files set for a Compose project. The environment of the process that runs
 * Compose comes before them and is never read, so that each may hold something else.
 */
public final class Environment {

  /** Compose sets it itself, to the name of the project. */
  static final String PROJECT_NAME = "COMPOSE_PROJECT_NAME";

  /** Stands for the project's name where nobody told it. */
  static final String SOME_PROJECT = "project";

  /** That of a project without a {@code .env}. */
  public static final Environment EMPTY = new Environment(Map.of(), false);

  private final Map<String, Value.Known> values;
  private final boolean written;

  private Environment(Map<String, Value.Known> values, boolean written) {
    this.values = values;
    this.written = written;
  }

  /** This one and what a file sets, which wins. */
  public Environment with(DotEnvFile file) {
    Map<String, Value.Known> more = new HashMap<>(values);
    for (DotEnvFile.Entry entry : file.entries()) {
      if (entry.text().isPresent()) {
        more.put(
            entry.key().text(),
            new Value.Known(entry.text().get(), entry.value().orElse(entry.key())));
      }
    }
    return new Environment(more, true);
  }

  /** This one and what another sets besides. */
  public Environment over(Environment below) {
    Map<String, Value.Known> more = new HashMap<>(below.values);
    more.putAll(values);
    return new Environment(more, written || below.written);
  }

  /** This one and the name of the project, unless a file sets it. */
  public Environment withProjectName(Value.Known name) {
    if (values.containsKey(PROJECT_NAME)) {
      return this;
    }
    Map<String, Value.Known> more = new HashMap<>(values);
    more.put(PROJECT_NAME, name);
    return new Environment(more, written);
  }

  /**
   * What the files set a variable to.
   *
   * @return with the place of the value in its file
   */
  public Optional<Value.Known> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * Whether a file says what the project's variables are. Otherwise they come from somewhere else,
   * and one that is not found here is not forgotten.
   */
  public boolean isWritten() {
    return written;
  }

  /** The names of the variables that the files set, apart from the project's. */
  public List<String> names() {
    List<String> names = new ArrayList<>(values.keySet());
    names.remove(PROJECT_NAME);
    Collections.sort(names);
    return names;
  }

  /** Names and values, for a reader of files that refer to them. */
  public Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, Value.Known> entry : values.entrySet()) {
      texts.put(entry.getKey(), entry.getValue().text());
    }
    return texts;
  }
}
