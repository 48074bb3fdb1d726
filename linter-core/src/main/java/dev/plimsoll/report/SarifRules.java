package dev.plimsoll.report;

import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rule table of a SARIF run, by id, the same in each run of a version and configuration. */
final class SarifRules {

  private static final String CWE_SITE = "https://cwe.mitre.org/";

  private final SortedMap<String, RuleMeta> rules = new TreeMap<>();
  private final Map<String, Integer> indices = new TreeMap<>();
  private final SortedMap<Integer, Integer> weaknesses = new TreeMap<>();

  /** All enabled rules, and those of findings that belong to none of them. */
  SarifRules(List<RuleMeta> enabled, List<Diagnostic> findings) {
    for (RuleMeta rule : enabled) {
      rules.put(rule.id(), rule);
    }
    for (Diagnostic finding : findings) {
      rules.putIfAbsent(finding.rule().id(), finding.rule());
    }
    for (RuleMeta rule : rules.values()) {
      indices.put(rule.id(), indices.size());
      for (Integer cwe : rule.cwe()) {
        weaknesses.put(cwe, 0);
      }
    }
    int next = 0;
    for (Integer cwe : new ArrayList<>(weaknesses.keySet())) {
      weaknesses.put(cwe, next++);
    }
  }

  /** The rule's place in the table, or -1. */
  int index(String id) {
    Integer index = indices.get(id);
    return index == null ? -1 : index;
  }

  void write(Json json, RulePages pages) throws IOException {
    if (!weaknesses.isEmpty()) {
      json.array("supportedTaxonomies").object().text("name", "CWE").number("index", 0);
      json.endObject().endArray();
    }
    json.array("rules");
    for (RuleMeta rule : rules.values()) {
      json.object().text("id", rule.id()).text("name", name(rule.id()));
      text(json, "shortDescription", rule.title());
      text(json, "fullDescription", rule.title() + ".");
      json.object("defaultConfiguration").text("level", level(rule.severity())).endObject();
      help(json, rule, pages.markdown(rule));
      relationships(json, rule);
      properties(json, rule);
      json.endObject();
    }
    json.endArray();
  }

  /** The weaknesses that the rules name; nothing where they name none. */
  void taxonomy(Json json) {
    if (weaknesses.isEmpty()) {
      return;
    }
    json.array("taxonomies").object().text("name", "CWE").text("organization", "MITRE");
    text(json, "shortDescription", "The MITRE Common Weakness Enumeration");
    json.text("informationUri", CWE_SITE).flag("isComprehensive", false).array("taxa");
    for (Integer cwe : weaknesses.keySet()) {
      json.object().text("id", cwe.toString());
      json.text("helpUri", CWE_SITE + "data/definitions/" + cwe + ".html").endObject();
    }
    json.endArray().endObject().endArray();
  }

  /** SARIF knows no level below note. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, STYLE -> "note";
    };
  }

  private static void text(Json json, String name, String text) {
    json.object(name).text("text", text).endObject();
  }

  private static void help(Json json, RuleMeta rule, Optional<String> page) {
    String url = RulePages.url(rule);
    json.text("helpUri", url).object("help").text("text", rule.title() + ". See " + url);
    if (page.isPresent()) {
      json.text("markdown", page.get());
    }
    json.endObject();
  }

  private void relationships(Json json, RuleMeta rule) {
    if (rule.cwe().isEmpty()) {
      return;
    }
    json.array("relationships");
    for (Map.Entry<Integer, Integer> weakness : weaknesses.entrySet()) {
      if (rule.cwe().contains(weakness.getKey())) {
        json.object().object("target").text("id", weakness.getKey().toString());
        json.number("index", weakness.getValue()).object("toolComponent");
        json.text("name", "CWE").number("index", 0).endObject().endObject();
        json.texts("kinds", List.of("relevant")).endObject();
      }
    }
    json.endArray();
  }

  private static void properties(Json json, RuleMeta rule) {
    List<String> tags = new ArrayList<>();
    tags.add(rule.category().id());
    tags.add(rule.language());
    tags.add(rule.group());
    for (Integer cwe : rule.cwe()) {
      String digits = cwe.toString();
      tags.add("external/cwe/cwe-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits);
    }
    json.object("properties").texts("tags", distinct(tags));
    json.text("precision", rule.confidence().id());
    json.text("problem.severity", problemSeverity(rule.severity()));
    if (rule.category() == Category.SECURITY) {
      json.text("security-severity", securitySeverity(rule.severity()));
    }
    json.endObject();
  }

  private static List<String> distinct(List<String> tags) {
    List<String> once = new ArrayList<>();
    for (String tag : tags) {
      if (!once.contains(tag)) {
        once.add(tag);
      }
    }
    return once;
  }

  private static String problemSeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, STYLE -> "recommendation";
    };
  }

  /** A score on the scale of CVSS: high, medium, low, low. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "8.0";
      case WARNING -> "5.5";
      case INFO -> "2.0";
      case STYLE -> "1.0";
    };
  }

  private static String name(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.substring(id.indexOf('/') + 1).split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }
}
