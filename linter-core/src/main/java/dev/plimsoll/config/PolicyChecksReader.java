package dev.plimsoll.config;

import dev.plimsoll.parse.dockerfile.tree.InstructionNames;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.Assertion;
import dev.plimsoll.policy.Check;
import dev.plimsoll.policy.Field;
import dev.plimsoll.policy.ImageCheck;
import dev.plimsoll.policy.ImagePattern;
import dev.plimsoll.policy.InstructionCheck;
import dev.plimsoll.policy.Keys;
import dev.plimsoll.policy.LabelCheck;
import dev.plimsoll.policy.OneOf.Sense;
import dev.plimsoll.policy.PathCheck;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicySubject.Links;
import dev.plimsoll.policy.PortCheck;
import dev.plimsoll.policy.PortRange;
import dev.plimsoll.policy.path.JsonPath;
import dev.plimsoll.policy.path.PathSyntaxException;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a policy asks: the ready-made kinds, and paths with assertions. */
final class PolicyChecksReader {

  static final List<String> KEYS =
      List.of(
          "given",
          "then",
          "resolved",
          "requiredKeys",
          "forbiddenKeys",
          "allowedRegistries",
          "forbiddenImages",
          "requiredLabels",
          "forbiddenInstructions",
          "allowedPorts",
          "forbiddenPorts");

  private static final String SERVICES = "$.services.*";

  /** Those that are whole: an override says but a part, and what is extended may say the rest. */
  private static final String WHOLE_SERVICES = "$.services[?(@.image || @.build) && !@.extends]";

  private final Shapes shapes;
  private final Entry policy;
  private final List<Check> checks = new ArrayList<>();
  private final List<JsonPath> given = new ArrayList<>();
  private final List<PathCheck.Then> then = new ArrayList<>();
  private final List<PathCheck.Then> required = new ArrayList<>();
  private final List<PathCheck.Then> forbidden = new ArrayList<>();
  private final Set<Language> possible = EnumSet.copyOf(Policy.JUDGED);
  private Links links = Links.FOLLOWED;
  private boolean isGiven;
  private boolean asksOfPaths;

  PolicyChecksReader(Shapes shapes, Entry policy) {
    this.shapes = shapes;
    this.policy = policy;
  }

  void read(Entry entry) {
    String key = Shapes.key(entry);
    YamlNode value = entry.value();
    switch (key) {
      case "given" -> given(value);
      case "then" -> then(value);
      case "resolved" ->
          links =
              shapes.flag(value, "\"resolved\"").orElse(true) ? Links.FOLLOWED : Links.AS_WRITTEN;
      case "requiredKeys" -> keys(texts(entry), Keys.Wanted.ALL, required);
      case "forbiddenKeys" -> keys(texts(entry), Keys.Wanted.NONE, forbidden);
      case "allowedRegistries" -> images(entry, Sense.WANTED);
      case "forbiddenImages" -> images(entry, Sense.FORBIDDEN);
      case "requiredLabels" -> {
        checks.add(new LabelCheck(Shapes.plain(texts(entry))));
        possible.remove(Language.OPENAPI);
      }
      case "forbiddenInstructions" -> instructions(entry);
      default -> ports(entry, key.equals("allowedPorts") ? Sense.WANTED : Sense.FORBIDDEN);
    }
  }

  /** The texts of a list that is not empty. */
  private List<Scalar> texts(Entry entry) {
    List<Scalar> texts = shapes.texts(entry.value(), Shapes.quoted(Shapes.key(entry)));
    if (texts.isEmpty() && entry.value() instanceof Sequence list && list.items().isEmpty()) {
      shapes.problem(entry.key().slice(), Shapes.quoted(Shapes.key(entry)) + " is empty");
    }
    return texts;
  }

  private void given(YamlNode value) {
    isGiven = true;
    List<Scalar> texts =
        value instanceof Sequence
            ? shapes.texts(value, "\"given\"")
            : shapes.text(value, "\"given\"").stream().toList();
    for (Scalar text : texts) {
      try {
        given.add(JsonPath.parse(text.text()));
      } catch (PathSyntaxException e) {
        shapes.problem(Shapes.within(text, e.offset()), "no JSONPath: " + e.reason());
      }
    }
  }

  private void then(YamlNode value) {
    asksOfPaths = true;
    List<YamlNode> items = value instanceof Sequence list ? list.items() : List.of(value);
    for (YamlNode item : items) {
      then.add(new AssertionsReader(shapes).read(item));
    }
  }

  private void keys(List<Scalar> names, Keys.Wanted wanted, List<PathCheck.Then> to) {
    asksOfPaths = true;
    List<Assertion> assertions = List.of(new Keys(Shapes.plain(names), wanted));
    to.add(new PathCheck.Then(new Field.Whole(), assertions));
  }

  private void images(Entry entry, Sense sense) {
    List<ImagePattern> patterns = new ArrayList<>();
    for (Scalar text : texts(entry)) {
      patterns.add(
          sense == Sense.WANTED
              ? ImagePattern.prefix(text.text())
              : ImagePattern.image(text.text()));
    }
    checks.add(new ImageCheck(patterns, sense));
    possible.remove(Language.OPENAPI);
  }

  private void instructions(Entry entry) {
    List<String> keywords = new ArrayList<>();
    for (Scalar text : texts(entry)) {
      String keyword = text.text().toUpperCase(Locale.ROOT);
      if (!InstructionNames.ALL.contains(keyword)) {
        shapes.problem(
            text.slice(),
            Shapes.quoted(text.text())
                + " is no instruction"
                + NearestName.hint(keyword, InstructionNames.ALL));
      }
      keywords.add(keyword);
    }
    checks.add(new InstructionCheck(keywords));
    possible.retainAll(EnumSet.of(Language.DOCKERFILE));
  }

  private void ports(Entry entry, Sense sense) {
    List<PortRange> ranges = new ArrayList<>();
    for (Scalar text : texts(entry)) {
      Optional<PortRange> range = PortRange.parse(text.text());
      if (range.isPresent()) {
        ranges.add(range.get());
      } else {
        shapes.problem(
            text.slice(),
            Shapes.quoted(text.text()) + " is no port: write a number or a range, as 8000-8010");
      }
    }
    checks.add(new PortCheck(ranges, sense));
    possible.remove(Language.OPENAPI);
  }

  /** The languages whose files are judged; none, and a problem, if that cannot be told. */
  Set<Language> languages(Set<Language> asked) {
    if (checks.isEmpty() && !asksOfPaths) {
      problem(
          isGiven
              ? "\"given\" needs \"then\""
              : "a policy needs \"given\" and \"then\", or one of "
                  + String.join(", ", KEYS.subList(3, KEYS.size())));
      return Set.of();
    }
    boolean services =
        asksOfPaths
            && !isGiven
            && then.isEmpty()
            && (asked.isEmpty() || asked.equals(Set.of(Language.COMPOSE)));
    if (asksOfPaths && !isGiven && !services) {
      problem("\"given\" is missing: a path to what is judged, such as " + SERVICES);
      return Set.of();
    }
    if (asksOfPaths && isGiven && asked.isEmpty()) {
      problem("\"language\" is missing: dockerfile, compose or openapi");
      return Set.of();
    }
    Set<Language> languages = EnumSet.copyOf(possible);
    languages.retainAll(
        services ? Set.of(Language.COMPOSE) : asked.isEmpty() ? Policy.JUDGED : asked);
    if (languages.isEmpty() || !languages.containsAll(asked)) {
      problem("what the policy asks cannot be asked of this language");
    }
    return languages;
  }

  private void problem(String message) {
    shapes.problem(policy.key().slice(), message);
  }

  List<Check> make() {
    List<Check> all = new ArrayList<>(checks);
    if (isGiven) {
      List<PathCheck.Then> asked = new ArrayList<>(then);
      asked.addAll(required);
      asked.addAll(forbidden);
      all.add(new PathCheck(given, links, asked));
    } else {
      addServices(WHOLE_SERVICES, required, all);
      addServices(SERVICES, forbidden, all);
    }
    return all;
  }

  private void addServices(String path, List<PathCheck.Then> asked, List<Check> all) {
    if (asked.isEmpty()) {
      return;
    }
    try {
      all.add(new PathCheck(List.of(JsonPath.parse(path)), links, asked));
    } catch (PathSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
