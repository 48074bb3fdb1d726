package dev.plimsoll.ruleindex;

import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.ruleindex.RuleModel.OptionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes the sources of an index. Rules are made in chunks: at about 1,300 entries javac refuses
 * one method as too large.
 */
final class IndexWriter {

  private static final int CHUNK = 200;

  private final String indexPackage;

  IndexWriter(String indexPackage) {
    this.indexPackage = indexPackage;
  }

  /** The simple name of the table of a base class. */
  String table(Base base) {
    return base.className() + "Table";
  }

  String indexSource() {
    StringBuilder out = head("AllRules", "implements RuleIndex");
    for (Base base : Base.values()) {
      out.append("  @Override public RuleTable<").append(base.className()).append("> ");
      out.append(base.method()).append("() { return new ").append(table(base)).append("(); }\n");
    }
    out.append("  @Override public List<RuleMeta> metadata() { return Metadata.all(); }\n}\n");
    return out.toString();
  }

  String tableSource(Base base, List<RuleModel> rules) {
    StringBuilder out = head(table(base), "extends RuleTable<" + base.className() + ">");
    out.append("  private static final String[] IDS = {");
    for (RuleModel rule : rules) {
      out.append(quoted(rule.id())).append(", ");
    }
    out.append("};\n");
    enumMethod(out, "severity", rules, rule -> rule.info().severity());
    enumMethod(out, "profile", rules, rule -> rule.info().profile());
    enumMethod(out, "confidence", rules, rule -> rule.info().confidence());
    out.append("  @Override public int size() { return ").append(rules.size()).append("; }\n");
    out.append("  @Override public String id(int rule) { return IDS[rule]; }\n");
    create(out, base, rules);
    options(out, rules);
    fixOrder(out, rules);
    hooks(out, rules);
    return out.append("}\n").toString();
  }

  private StringBuilder head(String name, String relation) {
    return new StringBuilder("package ")
        .append(indexPackage)
        .append(";\n\nimport dev.plimsoll.fix.Safety;\nimport dev.plimsoll.rule.*;\n")
        .append("import java.util.ArrayList;\nimport java.util.List;\n\n")
        .append("/** Generated from the rules' annotations. */\npublic final class ")
        .append(name)
        .append(' ')
        .append(relation)
        .append(" {\n");
  }

  private static <E extends Enum<E>> void enumMethod(
      StringBuilder out, String name, List<RuleModel> rules, Function<RuleModel, E> property) {
    SortedMap<E, List<Integer>> ordinals = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      ordinals.computeIfAbsent(property.apply(rules.get(i)), key -> new ArrayList<>()).add(i);
    }
    String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    out.append("  @Override public ").append(type).append(' ').append(name);
    out.append("(int rule) {\n    switch (rule) {\n");
    ordinals.forEach(
        (constant, members) -> {
          members.forEach(i -> out.append("      case ").append(i).append(":\n"));
          out.append("        return ").append(type).append('.').append(constant).append(";\n");
        });
    out.append("      default: throw new IndexOutOfBoundsException(rule);\n    }\n  }\n");
  }

  private static void create(StringBuilder out, Base base, List<RuleModel> rules) {
    int chunks = (rules.size() + CHUNK - 1) / CHUNK;
    out.append("  @Override public ").append(base.className()).append(" create(int rule) {\n");
    out.append("    switch (rule / ").append(CHUNK).append(") {\n");
    for (int chunk = 0; chunk < chunks; chunk++) {
      out.append("      case ").append(chunk).append(": return create").append(chunk);
      out.append("(rule);\n");
    }
    out.append("      default: throw new IndexOutOfBoundsException(rule);\n    }\n  }\n");
    for (int chunk = 0; chunk < chunks; chunk++) {
      out.append("  private static ").append(base.className()).append(" create").append(chunk);
      out.append("(int rule) {\n    switch (rule) {\n");
      for (int i = chunk * CHUNK; i < Math.min(rules.size(), (chunk + 1) * CHUNK); i++) {
        out.append("      case ").append(i).append(": return new ");
        out.append(rules.get(i).className()).append("();\n");
      }
      out.append("      default: throw new IndexOutOfBoundsException(rule);\n    }\n  }\n");
    }
  }

  private static void options(StringBuilder out, List<RuleModel> rules) {
    out.append("  @Override public Record options(int rule, OptionValues values) {\n");
    out.append("    switch (rule) {\n");
    for (int i = 0; i < rules.size(); i++) {
      RuleModel rule = rules.get(i);
      if (rule.options().isEmpty()) {
        continue;
      }
      out.append("      case ").append(i).append(": return new ").append(rule.optionsType());
      out.append('(');
      String comma = "";
      for (OptionModel option : rule.options()) {
        out.append(comma).append(decoder(option));
        comma = ", ";
      }
      out.append(");\n");
    }
    out.append("      default: return new RuleInfo.NoOptions();\n    }\n  }\n");
  }

  private static String decoder(OptionModel option) {
    String name = quoted(option.name());
    return switch (option.type()) {
      case "boolean" -> "values.flag(" + name + ", " + option.byDefault().get(0) + ")";
      case "number" -> "values.decimal(" + name + ", " + option.byDefault().get(0) + "d)";
      case "integer" -> "values.number(" + name + ", " + option.byDefault().get(0) + ")";
      case "list" -> "values.texts(" + name + ", " + list(option.byDefault()) + ")";
      case "map" -> "values.entries(" + name + ")";
      default -> "values.text(" + name + ", " + quoted(option.byDefault().get(0)) + ")";
    };
  }

  private static void fixOrder(StringBuilder out, List<RuleModel> rules) {
    out.append("  @Override public int fixOrder(int rule) {\n    switch (rule) {\n");
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).info().fixOrder() != 0) {
        out.append("      case ").append(i).append(": return ");
        out.append(rules.get(i).info().fixOrder()).append(";\n");
      }
    }
    out.append("      default: return 0;\n    }\n  }\n");
  }

  private static void hooks(StringBuilder out, List<RuleModel> rules) {
    SortedMap<String, List<Integer>> overriding = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      for (String hook : rules.get(i).hooks()) {
        overriding.computeIfAbsent(hook, key -> new ArrayList<>()).add(i);
      }
    }
    out.append("  @Override public int[] overriding(String hook) {\n    switch (hook) {\n");
    overriding.forEach(
        (hook, ordinals) -> {
          String numbers = ordinals.toString();
          out.append("      case ").append(quoted(hook)).append(": return new int[] {");
          out.append(numbers, 1, numbers.length() - 1).append("};\n");
        });
    out.append("      default: return new int[0];\n    }\n  }\n");
  }

  String metadataSource(List<RuleModel> rules) {
    StringBuilder out = head("Metadata", "");
    out.append("  private Metadata() {}\n");
    out.append("  static List<RuleMeta> all() {\n");
    out.append("    List<RuleMeta> all = new ArrayList<>(").append(rules.size()).append(");\n");
    int chunks = (rules.size() + CHUNK - 1) / CHUNK;
    for (int chunk = 0; chunk < chunks; chunk++) {
      out.append("    add").append(chunk).append("(all);\n");
    }
    out.append("    return all;\n  }\n");
    for (int chunk = 0; chunk < chunks; chunk++) {
      out.append("  private static void add").append(chunk).append("(List<RuleMeta> all) {\n");
      for (int i = chunk * CHUNK; i < Math.min(rules.size(), (chunk + 1) * CHUNK); i++) {
        out.append("    all.add(").append(metadata(rules.get(i))).append(");\n");
      }
      out.append("  }\n");
    }
    return out.append("}\n").toString();
  }

  private static String metadata(RuleModel rule) {
    RuleInfo info = rule.info();
    StringBuilder cwe = new StringBuilder("List.of(");
    for (int i = 0; i < info.cwe().length; i++) {
      cwe.append(i == 0 ? "" : ", ").append(info.cwe()[i]);
    }
    StringBuilder options = new StringBuilder("List.of(");
    for (OptionModel option : rule.options()) {
      options.append(options.length() > 8 ? ", " : "").append("new RuleMeta.OptionMeta(");
      options.append(quoted(option.name())).append(", ").append(quoted(option.type()));
      options.append(", ").append(list(option.byDefault())).append(", ");
      options.append(quoted(option.help())).append(", ").append(quoted(option.pattern()));
      options.append(", ").append(quoted(option.form())).append(')');
    }
    return String.join(
        ", ",
        "new RuleMeta(" + quoted(info.id()),
        quoted(rule.group()),
        quoted(info.title()),
        "Severity." + info.severity(),
        "Category." + info.category(),
        "Confidence." + info.confidence(),
        "Profile." + info.profile(),
        "Safety." + info.fix(),
        list(List.of(info.aliases())),
        cwe.append(')'),
        options.append(')') + ")");
  }

  private static String list(List<String> texts) {
    StringBuilder out = new StringBuilder("List.<String>of(");
    for (int i = 0; i < texts.size(); i++) {
      out.append(i == 0 ? "" : ", ").append(quoted(texts.get(i)));
    }
    return out.append(')').toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
