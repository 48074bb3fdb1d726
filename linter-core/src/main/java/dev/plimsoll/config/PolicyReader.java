package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyMessage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.OneLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one policy. */
final class PolicyReader {

  private static final List<String> OWN_KEYS =
      List.of("message", "description", "severity", "category", "url", "language", "bad", "good");

  private static final List<String> SEVERITIES = List.of("error", "warning", "info", "style");

  private static final List<String> CATEGORIES =
      List.of("security", "correctness", "reliability", "performance", "maintainability", "style");

  private static final List<String> LANGUAGES = List.of("dockerfile", "compose", "openapi");

  private final Shapes shapes;
  private final Entry entry;
  private final String name;
  private final PolicyChecksReader checks;
  private Optional<PolicyMessage> message = Optional.empty();
  private String title = "";
  private Severity severity = Severity.WARNING;
  private Category category = Category.CORRECTNESS;
  private Optional<String> url = Optional.empty();
  private final Set<Language> asked = EnumSet.noneOf(Language.class);
  private final List<Entry> bad = new ArrayList<>();
  private final List<Entry> good = new ArrayList<>();

  PolicyReader(Shapes shapes, Entry entry) {
    this.shapes = shapes;
    this.entry = entry;
    this.name = Shapes.key(entry);
    this.checks = new PolicyChecksReader(shapes, entry);
  }

  Optional<Policy> read() {
    int problems = shapes.count();
    List<String> known = new ArrayList<>(OWN_KEYS);
    known.addAll(PolicyChecksReader.KEYS);
    List<Entry> entries = shapes.entries(entry.value(), "the policy " + Shapes.quoted(name), known);
    for (Entry each : entries) {
      if (OWN_KEYS.contains(Shapes.key(each))) {
        own(each);
      } else {
        checks.read(each);
      }
    }
    if (shapes.count() > problems) {
      return Optional.empty(); // nothing that is missing is worth a word before that is right
    }
    Set<Language> languages = checks.languages(asked);
    if (shapes.count() > problems) {
      return Optional.empty();
    }
    SamplesReader samples = new SamplesReader(shapes, languages);
    Policy policy =
        new Policy(
            meta(),
            languages,
            checks.make(),
            message.orElse(PolicyMessage.DEFAULT),
            samples.read(bad),
            samples.read(good),
            entry.key().slice());
    return shapes.count() > problems ? Optional.empty() : Optional.of(policy);
  }

  private RuleMeta meta() {
    String said = title.isEmpty() ? name.replace('-', ' ') : title;
    return RuleMeta.ofPolicy(Policy.PREFIX + name, said, severity, category, url);
  }

  private void own(Entry each) {
    YamlNode value = each.value();
    switch (Shapes.key(each)) {
      case "message" -> message(value);
      case "description" -> {
        Optional<Scalar> text = shapes.text(value, "\"description\"");
        title = text.isPresent() ? OneLine.of(text.get().text()) : title;
      }
      case "severity" -> severity(value);
      case "category" -> category(value);
      case "url" -> url(value);
      case "language" -> language(value);
      case "bad" -> bad.add(each);
      default -> good.add(each);
    }
  }

  private void message(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"message\"");
    if (text.isEmpty()) {
      return;
    }
    Optional<String> fault = PolicyMessage.fault(text.get().text());
    if (fault.isPresent()) {
      shapes.problem(value.slice(), fault.get());
    } else if (text.get().text().isBlank()) {
      shapes.problem(value.slice(), "\"message\" says nothing");
    }
    message = Optional.of(PolicyMessage.of(text.get().text()));
    if (title.isEmpty() && text.get().text().indexOf('{') < 0) {
      title = OneLine.of(text.get().text());
    }
  }

  private void severity(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"severity\"");
    if (text.isPresent()) {
      Optional<Severity> known = Severity.of(text.get().text());
      if (known.isEmpty()) {
        shapes.noSuch(text.get(), "severity", SEVERITIES);
      }
      severity = known.orElse(severity);
    }
  }

  private void category(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"category\"");
    if (text.isPresent() && !CATEGORIES.contains(text.get().text())) {
      shapes.noSuch(text.get(), "category", CATEGORIES);
    } else if (text.isPresent()) {
      for (Category each : Category.values()) {
        category = each.id().equals(text.get().text()) ? each : category;
      }
    }
  }

  private void url(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"url\"");
    if (text.isPresent()) {
      String address = text.get().text();
      if (!address.startsWith("https://") && !address.startsWith("http://")) {
        shapes.problem(value.slice(), "\"url\" must begin with https:// or http://");
      }
      url = Optional.of(address);
    }
  }

  private void language(YamlNode value) {
    List<Scalar> texts =
        value instanceof YamlNode.Sequence
            ? shapes.texts(value, "\"language\"")
            : shapes.text(value, "\"language\"").stream().toList();
    for (Scalar text : texts) {
      if (!LANGUAGES.contains(text.text())) {
        shapes.noSuch(text, "language that policies can judge", LANGUAGES);
      }
      for (Language language : Policy.JUDGED) {
        if (language.id().equals(text.text())) {
          asked.add(language);
        }
      }
    }
  }
}
