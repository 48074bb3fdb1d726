package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What a systemd unit says about the commands that it runs.
 *
 * @param settings those that matter here, in the order of the text
 * @param comments each on lines of its own
 */
public record UnitFile(List<Setting> settings, List<Slice> comments) {

  public UnitFile {
    settings = List.copyOf(settings);
    comments = List.copyOf(comments);
  }

  /**
   * An assignment.
   *
   * @param section its name without the brackets
   * @param key without the blanks around it
   * @param value without the blanks around it, continued lines joined by a blank each
   */
  public record Setting(String section, String key, Slice value) {}
}
