package dev.plimsoll.cli;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.CommandLineChoices.ConfigUse;
import dev.plimsoll.engine.LintSettings.Fixes;
import dev.plimsoll.engine.LintSettings.Reach;
import dev.plimsoll.report.FixMode;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.run.Root;
import dev.plimsoll.text.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What the arguments of {@code check} say, checked one by one. */
final class CheckOptions {

  private static final List<String> PROFILES = List.of("recommended", "strict", "all");
  private static final List<String> SEVERITIES = List.of("error", "warning", "info", "style");
  private static final List<String> COLOURS = List.of("auto", "always", "never");

  private final CommandLine line;

  CheckOptions(CommandLine line) {
    this.line = line;
  }

  static Options options() {
    return new Options()
        .addOption(flag("fix"))
        .addOption(flag("unsafe-fixes"))
        .addOption(flag("diff"))
        .addOption(flag("fix-related"))
        .addOption(value("select"))
        .addOption(value("ignore"))
        .addOption(value("profile"))
        .addOption(value("fail-on"))
        .addOption(flag("exit-zero"))
        .addOption(value("format"))
        .addOption(value("config"))
        .addOption(flag("no-config"))
        .addOption(flag("show-suppressed"))
        .addOption(flag("statistics"))
        .addOption(value("stdin-filename"))
        .addOption(value("as"))
        .addOption(value("jobs"))
        .addOption(value("color"))
        .addOption(flag("quiet"))
        .addOption(Option.builder("h").longOpt("help").get());
  }

  private static Option flag(String name) {
    return Option.builder().longOpt(name).get();
  }

  private static Option value(String name) {
    return Option.builder().longOpt(name).hasArg().get();
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  private Optional<String> text(String option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }

  private List<String> texts(String option) {
    String[] values = line.getOptionValues(option);
    return values == null ? List.of() : List.of(values);
  }

  /** The targets, {@code -} left out; the working directory where none is named. */
  List<String> targets() {
    List<String> targets = new ArrayList<>(line.getArgList());
    targets.remove("-");
    return targets.isEmpty() && !readsStandardInput() ? List.of(".") : targets;
  }

  boolean readsStandardInput() {
    return line.getArgList().contains("-");
  }

  /** The name that the text on standard input goes by. */
  String standardInputName() throws UsageException {
    return text("stdin-filename")
        .orElseThrow(
            () -> new UsageException("- reads standard input and needs --stdin-filename NAME"));
  }

  void checkTogether() throws UsageException {
    if (has("diff") && has("fix")) {
      throw new UsageException("--diff shows what --fix would write: give one of them");
    }
    if (has("unsafe-fixes") && !has("diff") && !has("fix")) {
      throw new UsageException("--unsafe-fixes goes with --fix or --diff");
    }
    if (has("fix-related") && !has("diff") && !has("fix")) {
      throw new UsageException("--fix-related goes with --fix or --diff");
    }
    if (has("config") && has("no-config")) {
      throw new UsageException("--config and --no-config exclude each other");
    }
    if (readsStandardInput() && has("fix")) {
      throw new UsageException("- cannot be fixed in place: use --diff");
    }
    if (has("stdin-filename") && !readsStandardInput()) {
      throw new UsageException("--stdin-filename goes with the target -");
    }
  }

  CommandLineChoices choices(Root root) throws UsageException {
    Optional<String> profile = text("profile");
    if (profile.isPresent() && Profile.of(profile.get()).isEmpty()) {
      throw Suggestion.unknown("profile", profile.get(), PROFILES);
    }
    Optional<String> config = text("config");
    Optional<String> configName = config.isEmpty() ? config : root.name(config.get());
    if (config.isPresent() && configName.isEmpty()) {
      throw new UsageException("--config " + config.get() + " lies outside of " + root.directory());
    }
    ConfigUse use =
        has("no-config")
            ? ConfigUse.NONE
            : config.isPresent() ? ConfigUse.THIS_FILE : ConfigUse.NEAREST;
    return new CommandLineChoices(
        profile.isEmpty() ? Optional.empty() : Profile.of(profile.get()),
        selectors("select"),
        selectors("ignore"),
        configName,
        use);
  }

  /** Selectors of all occurrences, each of which may list several. */
  private List<String> selectors(String option) {
    List<String> selectors = new ArrayList<>();
    for (String value : texts(option)) {
      for (String selector : value.split(",", -1)) {
        if (!selector.isBlank()) {
          selectors.add(selector.strip());
        }
      }
    }
    return selectors;
  }

  Optional<Severity> failOn() throws UsageException {
    Optional<String> text = text("fail-on");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.of(text.get());
    if (severity.isEmpty()) {
      throw Suggestion.unknown("severity", text.get(), SEVERITIES);
    }
    return severity;
  }

  Fixes fixes() {
    if (!has("fix") && !has("diff")) {
      return Fixes.NONE;
    }
    return has("unsafe-fixes") ? Fixes.SAFE_AND_UNSAFE : Fixes.SAFE;
  }

  Reach reach() {
    return has("fix-related") ? Reach.RELATED : Reach.TARGETS;
  }

  FixMode fixMode() {
    if (has("fix")) {
      return FixMode.WRITE;
    }
    return has("diff") ? FixMode.DIFF : FixMode.CHECK;
  }

  List<String> formats() {
    return texts("format");
  }

  Map<Language, List<String>> as() throws UsageException {
    Map<Language, List<String>> globs = new EnumMap<>(Language.class);
    for (String value : texts("as")) {
      int equals = value.indexOf('=');
      if (equals <= 0 || equals == value.length() - 1) {
        throw new UsageException("--as takes LANGUAGE=GLOB, such as dockerfile=build/image.txt");
      }
      Language language = language(value.substring(0, equals));
      globs.computeIfAbsent(language, l -> new ArrayList<>()).add(value.substring(equals + 1));
    }
    return globs;
  }

  private static Language language(String id) throws UsageException {
    List<String> known = new ArrayList<>();
    for (Language language : Language.values()) {
      if (language != Language.PLIMSOLL) {
        known.add(language.id());
        if (language.id().equals(id)) {
          return language;
        }
      }
    }
    throw Suggestion.unknown("language", id, known);
  }

  int jobs() throws UsageException {
    String text = text("jobs").orElse("");
    if (text.isEmpty()) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int jobs = Integer.parseInt(text);
      if (jobs >= 1 && jobs <= 1024) {
        return jobs;
      }
    } catch (NumberFormatException e) {
      // said below, with the same cure
    }
    throw new UsageException("--jobs takes a number from 1 to 1024, not " + text);
  }

  /** Whether escape sequences for colour are wanted: {@code auto} looks at the terminal. */
  boolean colour(Console console) throws UsageException {
    String when = text("color").orElse("auto");
    return switch (when) {
      case "always" -> true;
      case "never" -> false;
      case "auto" -> console.terminal() && !console.isSet("NO_COLOR") && !isDumb(console);
      default -> throw Suggestion.unknown("colour mode", when, COLOURS);
    };
  }

  private static boolean isDumb(Console console) {
    return console.environment().getOrDefault("TERM", "").equals("dumb");
  }
}
