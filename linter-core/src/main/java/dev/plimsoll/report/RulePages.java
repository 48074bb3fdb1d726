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

  /** Where more is said about a rule on the web: for a policy, where its users do, if they do. */
  public static String url(RuleMeta rule) {
    if (rule.url().isPresent()) {
      return rule.url().get();
    }
    return rule.language().equals("policy") ? HOME + "/policies" : HOME + "/rules/" + rule.id();
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
