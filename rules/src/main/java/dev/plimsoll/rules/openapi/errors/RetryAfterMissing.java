package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client that is slowed down and not told for how long guesses, and most guess too little. */
@RuleInfo(
    id = "openapi/retry-after-missing",
    title = "429 response has no Retry-After header",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {
      "vacuum:owasp-rate-limit-retry-after",
      "owasp:api4:2023-rate-limit-retry-after",
      "zally:153"
    },
    options = RetryAfterMissing.Options.class)
public final class RetryAfterMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "the statuses whose responses need the header", byDefault = "429")
          List<String> statuses) {
    public Options {
      statuses = List.copyOf(statuses);
    }
  }

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<String> statuses = context.options(Options.class).statuses();
    for (ErrorResponse response : Missing.of(api, context).errors()) {
      Optional<String> status = first(response, statuses);
      if (status.isPresent() && lacks(response.definition())) {
        report(status.get(), response, statuses, api, context);
      }
    }
  }

  private static Optional<String> first(ErrorResponse response, List<String> statuses) {
    for (ErrorResponse.Use use : response.uses()) {
      if (statuses.contains(use.status())) {
        return Optional.of(use.status());
      }
    }
    return Optional.empty();
  }

  /** Whether no header tells when to come back; false where one may be merged. */
  private static boolean lacks(OpenApiObject response) {
    Optional<YamlNode> headers = response.find("headers");
    if (response.find("<<").isPresent() || headers.isEmpty()) {
      return response.find("<<").isEmpty();
    }
    if (!(headers.get() instanceof Mapping mapping)) {
      return false;
    }
    for (Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar name) || tells(name.text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean tells(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    return lower.equals("retry-after")
        || lower.equals("ratelimit")
        || lower.equals("<<")
        || lower.equals("$ref")
        || (RateLimits.isLimit(header) && lower.endsWith("reset"));
  }

  private static void report(
      String status,
      ErrorResponse response,
      List<String> statuses,
      OpenApiDescription api,
      RuleContext context) {
    OpenApiObject definition = response.definition();
    boolean isOwn = definition.name().equals(status);
    Finding finding =
        Finding.at(
            definition.anchor(),
            definition.key(),
            isOwn ? "%s has no Retry-After header" : "%s has no Retry-After header, and %s uses it",
            definition.name(),
            status);
    boolean isForOthers = false;
    for (ErrorResponse.Use use : response.uses()) {
      isForOthers |= !statuses.contains(use.status());
    }
    context.report(isForOthers ? finding : finding.withFix(fix(definition, api)));
  }

  private static Fix fix(OpenApiObject response, OpenApiDescription api) {
    OpenApiFile file = api.file(response);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml.Pair header = new NewErrors(api.version().orElseThrow()).retryAfter();
    Anchor headers = response.anchor().child("headers");
    boolean isFirst = response.find("headers").isEmpty();
    Anchor added = isFirst ? headers : headers.child(header.key());
    return Fix.unsafe(
            "Add the header Retry-After",
            response.find("headers").orElse(response.node()) instanceof Mapping mapping && !isFirst
                ? edits.addKey(mapping, header.key(), header.value())
                : edits.addKey(response.node(), "headers", NewYaml.mapping(header)))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), added));
  }
}
