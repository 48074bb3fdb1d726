package dev.plimsoll.config;

import dev.plimsoll.config.ConfigFile.PathOverride;
import dev.plimsoll.config.ConfigFile.Written;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleSelectors.Resolution;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one {@code plimsoll.yaml}; what cannot be meant is a problem, the rest still counts. */
final class ConfigReader {

  private static final List<String> KEYS =
      List.of(
          "profile",
          "select",
          "ignore",
          "rules",
          "overrides",
          "exclude",
          "files",
          "fail-on",
          "policies",
          "openapi");

  private static final List<String> OPENAPI_KEYS = List.of("error-model");

  private static final List<String> ERROR_MODELS = List.of("problem", "google", "microsoft");

  private static final List<String> OVERRIDE_KEYS =
      List.of("files", "within", "select", "ignore", "rules");

  private static final List<String> PROFILES = List.of("recommended", "strict", "all");

  private static final List<String> SEVERITIES = List.of("error", "warning", "info", "style");

  private static final List<String> LANGUAGES =
      List.of("dockerfile", "shell", "compose", "terraform", "openapi");

  private final Shapes shapes;
  private RuleEntriesReader ruleEntries;
  private final String folder;
  private final ConfigFile file;

  private ConfigReader(
      String name, String folder, RuleCatalogue catalogue, List<ConfigProblem> problems) {
    this.shapes = new Shapes(problems);
    this.ruleEntries = new RuleEntriesReader(shapes, catalogue);
    this.folder = folder;
    this.file = new ConfigFile(name, catalogue);
  }

  /**
   * Reads a file.
   *
   * @param folder the folder from which its globs count
   */
  static ConfigFile read(
      SourceText text, String folder, RuleCatalogue catalogue, List<ConfigProblem> problems) {
    return new ConfigReader(text.name(), folder, catalogue, problems).read(text);
  }

  private ConfigFile read(SourceText text) {
    if (text.malformed()) {
      shapes.problem(text.slice(Span.at(0)), "is not UTF-8");
    }
    Parsed<List<YamlDocument>> parsed = YamlReader.read(text);
    for (Problem problem : parsed.problems()) {
      shapes.problem(problem.slice(), problem.message());
    }
    List<YamlDocument> documents = parsed.tree();
    if (!documents.isEmpty() && documents.get(0).root().isPresent()) {
      topLevel(documents.get(0).root().get());
    }
    if (documents.size() > 1 && documents.get(1).root().isPresent()) {
      shapes.problem(
          documents.get(1).root().get().slice(),
          "a configuration is one document; this is a second");
    }
    return file;
  }

  private void topLevel(YamlNode root) {
    List<Entry> rules = new ArrayList<>();
    List<Entry> entries = shapes.entries(root, "a configuration", KEYS);
    for (Entry entry : entries) {
      if (Shapes.key(entry).equals("policies")) {
        policies(entry.value()); // before all selectors, which may name them
      }
    }
    for (Entry entry : entries) {
      YamlNode value = entry.value();
      switch (Shapes.key(entry)) {
        case "profile" -> profile(value);
        case "fail-on" -> failOn(value);
        case "exclude" -> file.exclude = patterns(entry, file.written);
        case "files" -> files(value);
        case "overrides" -> overrides(value);
        case "policies" -> {}
        case "openapi" -> openApi(value);
        default -> rules.add(entry);
      }
    }
    file.layer = layer(rules, file.written);
  }

  private void policies(YamlNode value) {
    file.policies.addAll(new PoliciesReader(shapes).read(value));
    file.catalogue = file.catalogue.with(file.policies);
    ruleEntries = new RuleEntriesReader(shapes, file.catalogue);
  }

  private void profile(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"profile\"");
    if (text.isPresent()) {
      file.profile = Profile.of(text.get().text());
      if (file.profile.isEmpty()) {
        shapes.noSuch(text.get(), "profile", PROFILES);
      } else {
        file.written.add(new Written("profile", text.get().text(), value.slice()));
      }
    }
  }

  private void failOn(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"fail-on\"");
    if (text.isPresent()) {
      file.failOn = Severity.of(text.get().text());
      if (file.failOn.isEmpty()) {
        shapes.noSuch(text.get(), "severity", SEVERITIES);
      } else {
        file.written.add(new Written("fail-on", text.get().text(), value.slice()));
      }
    }
  }

  private void openApi(YamlNode value) {
    for (Entry entry : shapes.entries(value, "\"openapi\"", OPENAPI_KEYS)) {
      Optional<Scalar> text = shapes.text(entry.value(), "\"error-model\"");
      if (text.isPresent()) {
        String model = text.get().text();
        if (model.indexOf('#') < 0 && !ERROR_MODELS.contains(model)) {
          shapes.noSuch(text.get(), "error model", ERROR_MODELS);
        } else {
          boolean isOfFolder = model.indexOf('#') > 0 && !folder.isEmpty();
          file.errorModel = isOfFolder ? folder + "/" + model : model;
          file.written.add(new Written("openapi.error-model", model, text.get().slice()));
        }
      }
    }
  }

  private FilePatterns patterns(Entry entry, List<Written> written) {
    return new FilePatterns(folder, Shapes.plain(texts(entry, "", written)));
  }

  /** The texts of a list, noted as written. */
  private List<Scalar> texts(Entry entry, String prefix, List<Written> written) {
    String key = Shapes.key(entry);
    List<Scalar> texts = shapes.texts(entry.value(), Shapes.quoted(key));
    String value = "[" + String.join(", ", Shapes.plain(texts)) + "]";
    written.add(new Written(prefix + key, value, entry.key().slice()));
    return texts;
  }

  private void files(YamlNode value) {
    for (Entry entry : shapes.entries(value, "\"files\"")) {
      Optional<Language> language = language(Shapes.key(entry));
      if (language.isEmpty()) {
        shapes.noSuch((Scalar) entry.key(), "language", LANGUAGES);
      } else {
        List<Scalar> globs = texts(entry, "files.", file.written);
        file.files.put(language.get(), new FilePatterns(folder, Shapes.plain(globs)));
      }
    }
  }

  private static Optional<Language> language(String id) {
    for (Language language : Language.values()) {
      if (language != Language.PLIMSOLL && language.id().equals(id)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  private Layer layer(List<Entry> entries, List<Written> written) {
    Selection selection = new Selection();
    List<RuleEntry> rules = new ArrayList<>();
    for (Entry entry : entries) {
      switch (Shapes.key(entry)) {
        case "select" -> {
          selection.restrict();
          for (Resolution resolution : selectors(entry, written)) {
            selection.select(resolution);
          }
        }
        case "ignore" -> {
          for (Resolution resolution : selectors(entry, written)) {
            selection.ignore(resolution);
          }
        }
        default -> rules.addAll(ruleEntries.read(entry.value()));
      }
    }
    return new Layer(selection, rules);
  }

  private List<Resolution> selectors(Entry entry, List<Written> written) {
    List<Resolution> resolutions = new ArrayList<>();
    for (Scalar selector : texts(entry, "", written)) {
      Optional<Resolution> resolution = ruleEntries.resolve(selector);
      if (resolution.isPresent()) {
        resolutions.add(resolution.get());
      }
    }
    return resolutions;
  }

  private void overrides(YamlNode value) {
    for (YamlNode item : shapes.items(value, "\"overrides\"")) {
      override(item);
    }
  }

  private void override(YamlNode item) {
    List<Written> written = new ArrayList<>();
    List<Entry> rules = new ArrayList<>();
    Optional<FilePatterns> files = Optional.empty();
    Optional<Entry> within = Optional.empty();
    for (Entry entry : shapes.entries(item, "an override", OVERRIDE_KEYS)) {
      switch (Shapes.key(entry)) {
        case "files" -> files = Optional.of(patterns(entry, new ArrayList<>()));
        case "within" -> within = Optional.of(entry);
        default -> rules.add(entry);
      }
    }
    if (files.isEmpty() && within.isEmpty() && item instanceof YamlNode.Mapping) {
      shapes.problem(item.slice(), "an override needs \"files\" or \"within\"");
      return;
    }
    List<Anchor> anchors = within.isEmpty() ? List.of() : anchors(within.get(), rules);
    if (within.isPresent() && anchors.isEmpty()) {
      shapes.problem(within.get().key().slice(), "\"within\" names no address");
      return;
    }
    FilePatterns patterns = files.orElse(new FilePatterns(folder, List.of("**")));
    file.overrides.add(new PathOverride(patterns, anchors, layer(rules, written), written));
  }

  /** The addresses of a structural override, which can only ignore. */
  private List<Anchor> anchors(Entry within, List<Entry> rules) {
    for (Entry entry : List.copyOf(rules)) {
      if (!Shapes.key(entry).equals("ignore")) {
        shapes.problem(
            entry.key().slice(),
            Shapes.quoted(Shapes.key(entry))
                + " cannot be bound by \"within\": only \"ignore\" can");
        rules.remove(entry);
      }
    }
    List<Anchor> anchors = new ArrayList<>();
    for (Scalar address : shapes.texts(within.value(), "\"within\"")) {
      anchors.add(new Anchor(address.text()));
    }
    return anchors;
  }
}
