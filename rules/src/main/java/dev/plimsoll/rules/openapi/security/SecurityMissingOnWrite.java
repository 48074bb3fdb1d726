package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;

/** Anybody who knows the URL can change what the API keeps. */
@RuleInfo(
    id = "openapi/security-missing-on-write",
    title = "Write operation requires no security",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    aliases = {
      "redocly:security-defined",
      "vacuum:owasp-protection-global-unsafe",
      "vacuum:owasp-protection-global-unsafe-strict",
      "owasp:api2:2023-write-restricted",
      "zally:105"
    },
    cwe = 306,
    options = SecurityMissingOnWrite.Options.class)
public final class SecurityMissingOnWrite extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "paths that have to be open; a trailing /** covers what lies below")
          List<String> exceptions) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<String> exceptions = context.options(Options.class).exceptions();
    OpenOperations writes = OpenOperations.of(api, OpenOperations.WRITES, exceptions);
    writes.report(context);
  }
}
