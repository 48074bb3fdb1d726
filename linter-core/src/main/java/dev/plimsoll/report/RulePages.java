package dev.plimsoll.report;

import dev.plimsoll.rule.RuleMeta;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of rules, in Markdown, as the rules' jar carries them. */
public final class RulePages {

  /** The project on the web. */
  public static final String HOME = "https://plimsoll.dev";

  private final ClassLoader loader;

  /** Pages are looked up beside the classes that {@code loader} loads. */
  public RulePages(ClassLoader loader) {
    this.loader = loader;
  }

  /** Where a rule's page stands on the web. */
  public static String url(String ruleId) {
    return HOME + "/rules/" + ruleId;
  }

  /** The page's Markdown; empty where the jar has none. */
  public Optional<String> markdown(RuleMeta rule) throws IOException {
    try (InputStream page = loader.getResourceAsStream(rule.pageResource())) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
