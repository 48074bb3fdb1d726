package dev.plimsoll.config;

import dev.plimsoll.text.Position;

/**
 * Something in the configuration that cannot be meant; what is right beside it still counts.
 *
 * @param file a workspace name, or {@code --select}, {@code --ignore}, {@code --config}
 * @param position for an option 1 and which of its values, counted from 1
 */
public record ConfigProblem(String file, Position position, String message) {

  /** As it is printed: {@code plimsoll.yaml:7:3: …}, {@code --select secrity: …}. */
  @Override
  public String toString() {
    return file.startsWith("--") ? file + " " + message : file + ":" + position + ": " + message;
  }
}
