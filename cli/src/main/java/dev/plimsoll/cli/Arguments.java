package dev.plimsoll.cli;

import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Parses a command's arguments; every error names the command's help. */
final class Arguments {

  private Arguments() {}

  /** The options of a command that prints in one of several formats. */
  static Options withFormat() {
    return new Options()
        .addOption(Option.builder("f").longOpt("format").hasArg().get())
        .addOption(Option.builder("h").longOpt("help").get());
  }

  static CommandLine parse(String command, Options options, String... arguments)
      throws UsageException {
    try {
      return DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, arguments);
    } catch (UnrecognizedOptionException e) {
      throw unknown(command, options, String.valueOf(e.getOption()));
    } catch (MissingArgumentException e) {
      throw new UsageException(
          "--" + e.getOption().getLongOpt() + " needs a value" + hint(command));
    } catch (ParseException e) {
      throw new UsageException(e.getMessage() + hint(command));
    }
  }

  private static UsageException unknown(String command, Options options, String given) {
    int equals = given.indexOf('=');
    String name = equals < 0 ? given : given.substring(0, equals);
    List<String> known = new ArrayList<>();
    for (Option option : options.getOptions()) {
      known.add("--" + option.getLongOpt());
    }
    return new UsageException("unknown option " + name + nearest(name, known) + hint(command));
  }

  private static String hint(String command) {
    return "; see plimsoll " + command + " --help";
  }

  private static String nearest(String name, List<String> known) {
    Optional<String> nearest = NearestName.of(name, known);
    return nearest.isPresent() ? " (did you mean " + nearest.get() + "?)" : "";
  }
}
