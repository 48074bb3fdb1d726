package dev.plimsoll.config;

import dev.plimsoll.rule.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says about rules; it wins over every configuration.
 *
 * @param configFile the workspace name of the file to use with {@link ConfigUse#THIS_FILE}
 */
public record CommandLineChoices(
    Optional<Profile> profile,
    List<String> select,
    List<String> ignore,
    Optional<String> configFile,
    ConfigUse use) {

  /** Nothing was said. */
  public static final CommandLineChoices NONE =
      new CommandLineChoices(
          Optional.empty(), List.of(), List.of(), Optional.empty(), ConfigUse.NEAREST);

  /** Which configuration files count. */
  public enum ConfigUse {
    /** For each file the nearest {@code plimsoll.yaml} above it. */
    NEAREST,
    NONE,
    /** One file for all; its globs count from the workspace's root. */
    THIS_FILE
  }

  public CommandLineChoices {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
  }
}
