package dev.plimsoll.cli;

import dev.plimsoll.rule.RuleMeta;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** {@code plimsoll rules}: every rule, by language and group. */
final class RulesCommand {

  private static final int SEVERITY = "warning".length();
  private static final int PROFILE = "recommended".length();

  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  static Options options() {
    return Arguments.withFormat();
  }

  ExitCode run(String... arguments) throws UsageException {
    CommandLine line = Arguments.parse("rules", options(), arguments);
    if (line.hasOption("help")) {
      console.out().print(Console.resource("plimsoll/help/rules.txt"));
      return ExitCode.CLEAN;
    }
    if (!line.getArgList().isEmpty()) {
      throw new UsageException("rules takes no argument; to read about one: plimsoll explain RULE");
    }
    List<RuleMeta> rules = OwnPolicies.withOurs(OwnPolicies.of(console));
    switch (line.getOptionValue("format", "text")) {
      case "text" -> text(rules);
      case "json" -> json(rules);
      default ->
          throw Suggestion.unknown(
              "format", line.getOptionValue("format"), List.of("text", "json"));
    }
    return ExitCode.CLEAN;
  }

  private void text(List<RuleMeta> rules) {
    int widest = 0;
    for (RuleMeta rule : rules) {
      widest = Math.max(widest, rule.id().length());
    }
    String heading = "";
    for (RuleMeta rule : inGroups(rules)) {
      String next = rule.language() + " · " + rule.group();
      if (!next.equals(heading)) {
        console.out().println((heading.isEmpty() ? "" : "\n") + next);
        heading = next;
      }
      String line =
          padded(rule.id(), widest)
              + padded(rule.severity().id(), SEVERITY)
              + padded(rule.profile().id(), PROFILE);
      console.out().println("  " + line + rule.title());
    }
    console.out().println("\n" + rules.size() + " rules. plimsoll explain RULE tells about one.");
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(width - word.length() + 2);
  }

  private static List<RuleMeta> inGroups(List<RuleMeta> rules) {
    return rules.stream()
        .sorted(
            java.util.Comparator.comparing(RuleMeta::language)
                .thenComparing(RuleMeta::group)
                .thenComparing(RuleMeta::id))
        .toList();
  }

  private void json(List<RuleMeta> rules) {
    ObjectWriteContext pretty =
        new ObjectWriteContext.Base() {
          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }

          @Override
          public DefaultPrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter()
                .withObjectIndenter(new tools.jackson.core.util.DefaultIndenter("  ", "\n"));
          }
        };
    try (JsonGenerator json = new JsonFactory().createGenerator(pretty, console.out())) {
      json.writeStartArray();
      for (RuleMeta rule : rules) {
        rule(json, rule);
      }
      json.writeEndArray();
    }
    console.out().println();
  }

  private static void rule(JsonGenerator json, RuleMeta rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("group", rule.group());
    json.writeStringProperty("title", rule.title());
    json.writeStringProperty("severity", rule.severity().id());
    json.writeStringProperty("category", rule.category().id());
    json.writeStringProperty("confidence", rule.confidence().id());
    json.writeStringProperty("profile", rule.profile().id());
    json.writeStringProperty("fix", rule.fix().id());
    strings(json, "aliases", rule.aliases());
    json.writeArrayPropertyStart("cwe");
    for (int number : rule.cwe()) {
      json.writeNumber(number);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("options");
    for (RuleMeta.OptionMeta option : rule.options()) {
      json.writeStartObject();
      json.writeStringProperty("name", option.name());
      json.writeStringProperty("type", option.type());
      strings(json, "default", option.byDefault());
      json.writeStringProperty("help", option.help());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
