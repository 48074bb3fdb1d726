package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SecretTokens;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The value of a build argument stays in the history of the image. */
@RuleInfo(
    id = "compose/secret-in-build-arg",
    title = "Build argument carries a secret",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.SHOW,
    cwe = 522,
    options = SecretInBuildArg.Options.class)
public final class SecretInBuildArg extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "more names of arguments that carry a secret") List<String> secretNames) {
    public Options {
      secretNames = List.copyOf(secretNames);
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("build")) {
      return;
    }
    for (Map.Entry<String, Member> entry : service.members("build", "args").entrySet()) {
      String name = entry.getKey();
      Member member = entry.getValue();
      if (member.value() instanceof Scalar value && isSecret(name, value, context)) {
        Finding finding =
            Finding.at(
                service.anchor("build").child("args").child(name.replace('/', '|')),
                member.key(),
                "build argument %s leaves a secret in the image's history: use a build secret",
                name);
        Optional<Fix> fix = fix(name, member, service, set, file);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }

  private static boolean isSecret(String name, Scalar value, RuleContext context) {
    if (!Credentials.isName(name, context.options(Options.class).secretNames())) {
      return value.value() instanceof Value.Known && !SecretTokens.in(value.text()).isEmpty();
    }
    boolean literal = value.value() instanceof Value.Known;
    return value.type() == ComposeNode.Type.NULL
        || (literal ? Credentials.isSecret(name, value.text()) : mayBeSecret(name, value));
  }

  /** Whether what a variable gives can be one: not where its default shows what it is. */
  private static boolean mayBeSecret(String name, Scalar value) {
    Optional<String> first = value.known();
    return first.isEmpty() || first.get().isEmpty() || Credentials.isSecret(name, first.get());
  }

  /** How Compose would give it to the build; the Dockerfile has to mount it as well. */
  private static Optional<Fix> fix(
      String name, Member member, ComposeService service, ComposeSet set, ComposeFile file) {
    String secret = name.toLowerCase(Locale.ROOT);
    Member build = service.body().members().get("build");
    Optional<ComposeFile.Spot> argument = file.spot(member.key());
    Optional<ComposeFile.Spot> owner = build == null ? Optional.empty() : file.spot(build.key());
    if (argument.isEmpty()
        || owner.isEmpty()
        || !SecretFix.isVariable(name)
        || service.find("build", "secrets").isPresent()
        || !set.section("secrets").isEmpty()
        || file.documents().size() != 1
        || !(owner.get().entry().value() instanceof YamlNode.Mapping body)
        || !(file.documents().get(0).root().orElseThrow() instanceof YamlNode.Mapping root)) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml source = NewYaml.mapping(NewYaml.pair("environment", NewYaml.text(name)));
    Edit remove = edits.removeEntry(argument.get().mapping(), argument.get().entry());
    Edit give = edits.addKey(body, "secrets", NewYaml.list(NewYaml.text(secret)));
    Edit declare = edits.addKey(root, "secrets", NewYaml.mapping(NewYaml.pair(secret, source)));
    return Optional.of(
        Fix.show("Give the build the secret " + secret, remove, give, declare)
            .changing(service.anchor("build"))
            .declaring(
                ModelChange.of(ModelChange.Kind.ADD, file.name(), Anchor.FILE.child("secrets"))));
  }
}
