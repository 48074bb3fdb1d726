package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Anybody who knows the URL can read what the API keeps. */
@RuleInfo(
    id = "openapi/security-missing-on-read",
    title = "Read operation requires no security",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    aliases = {
      "redocly:security-defined",
      "vacuum:owasp-protection-global-safe",
      "owasp:api2:2023-read-restricted",
      "zally:105"
    },
    cwe = 306,
    options = SecurityMissingOnRead.Options.class)
public final class SecurityMissingOnRead extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "paths that have to be open; a trailing /** covers what lies below")
          List<String> exceptions) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<String> exceptions = context.options(Options.class).exceptions();
    OpenOperations reads = OpenOperations.of(api, OpenOperations.READS, exceptions);
    if (reads.isAsked()
        || OpenOperations.of(api, OpenOperations.WRITES, exceptions).operations().isEmpty()) {
      reads.report(context); // else that nothing asks for security is said of what writes
    }
  }
}
