package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever listens on the way reads requests with their credentials, and can change answers. */
@RuleInfo(
    id = "openapi/server-plain-http",
    title = "Server is reached without TLS",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "vacuum:owasp-security-hosts-https-oas3",
      "owasp:api8:2023-no-server-http",
      "owasp:api8:2023-no-scheme-http"
    },
    cwe = 319,
    options = ServerPlainHttp.Options.class)
public final class ServerPlainHttp extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "hosts that may be reached without TLS; *.name covers those below a domain")
          List<String> allowedHosts) {

    boolean allows(String host) {
      for (String allowed : allowedHosts) {
        boolean isBelow = allowed.startsWith("*.") && host.endsWith(allowed.substring(1));
        if (isBelow || allowed.equalsIgnoreCase(host)) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    checkSchemes(operation, api, context);
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SERVER, ObjectKind.DOCUMENT);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() == ObjectKind.SERVER) {
      checkServer(object, api, context);
    } else if (object.kind() == ObjectKind.DOCUMENT) {
      checkSchemes(object, api, context);
    }
  }

  private static void checkServer(
      OpenApiObject server, OpenApiDescription api, RuleContext context) {
    Optional<Scalar> url = server.scalar("url");
    Optional<PlainHttp> plain = url.isEmpty() ? Optional.empty() : PlainHttp.of(url.get().text());
    if (url.isEmpty()
        || plain.isEmpty()
        || context.options(Options.class).allows(plain.get().host())) {
      return;
    }
    Slice place = plain.get().place(url.get().slice());
    String rest = url.get().text().substring(plain.get().scheme().length());
    Optional<Sequence> twins = twins(server, plain.get().secure() + rest);
    Finding finding =
        Finding.at(
            server.anchor().child("url"),
            place,
            "%s is reached without TLS: %s",
            plain.get().host(),
            twins.isEmpty() ? "write " + plain.get().secure() : "leave it out");
    if (twins.isPresent()) {
      finding = finding.withFix(removal(twins.get(), server, api));
    } else if (!plain.get().hasPort() && !place.equals(url.get().slice())) {
      Edit edit = Edit.replace(place, plain.get().secure());
      finding =
          finding.withFix(
              Fix.unsafe("Write " + plain.get().secure(), edit)
                  .changing(server.anchor().child("url")));
    }
    context.report(finding);
  }

  private static Fix removal(Sequence servers, OpenApiObject server, OpenApiDescription api) {
    OpenApiFile file = api.file(server);
    Edit edit = YamlEdits.of(file.yaml(), file.source()).removeItem(servers, server.node());
    return Fix.unsafe("Leave it out", edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), server.anchor()));
  }

  /** The list around a server, if it has the same with TLS. */
  private static Optional<Sequence> twins(OpenApiObject server, String url) {
    Optional<YamlNode> list = server.parent().orElseThrow().find("servers");
    if (list.isPresent() && list.get() instanceof Sequence servers) {
      for (YamlNode item : servers.items()) {
        if (item instanceof Mapping other
            && other.find("url").orElse(other) instanceof Scalar scalar
            && scalar.text().equals(url)) {
          return Optional.of(servers);
        }
      }
    }
    return Optional.empty();
  }

  /** In 2.0 a document and its operations list the schemes of the one host. */
  private static void checkSchemes(
      OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> list = object.find("schemes");
    if (list.isEmpty()
        || !(list.get() instanceof Sequence schemes)
        || api.version().orElseThrow() != OpenApiVersion.V2_0) {
      return;
    }
    Optional<PlainHttp> host = host(api);
    if (host.isEmpty() || context.options(Options.class).allows(host.get().host())) {
      return;
    }
    for (YamlNode item : schemes.items()) {
      if (item instanceof Scalar scheme
          && (scheme.text().equals("http") || scheme.text().equals("ws"))) {
        report(scheme, schemes, object, host.get(), api, context);
      }
    }
  }

  /** Where the document names none, it is the one that serves it. */
  private static Optional<PlainHttp> host(OpenApiDescription api) {
    OpenApiObject document = api.objects().get(0);
    return document.find("host").isPresent()
        ? PlainHttp.of("http://" + document.text("host"))
        : Optional.of(new PlainHttp("http", "the host", false));
  }

  private static void report(
      Scalar scheme,
      Sequence schemes,
      OpenApiObject object,
      PlainHttp host,
      OpenApiDescription api,
      RuleContext context) {
    String secure = scheme.text().equals("http") ? "https" : "wss";
    boolean isTwin = has(schemes, secure);
    String cure = isTwin ? "leave it out" : "write " + secure;
    Anchor anchor = object.anchor().child("schemes");
    OpenApiFile file = api.file(object);
    Fix fix =
        isTwin
            ? Fix.unsafe(
                    "Leave out " + scheme.text(),
                    YamlEdits.of(file.yaml(), file.source()).removeItem(schemes, scheme))
                .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor))
            : Fix.unsafe("Write " + secure, Edit.replaceWord(scheme.slice(), secure))
                .changing(anchor);
    Finding finding =
        Finding.at(
            anchor,
            scheme.slice(),
            "the scheme %s reaches %s without TLS: %s",
            scheme.text(),
            host.host(),
            cure);
    context.report(host.hasPort() && !isTwin ? finding : finding.withFix(fix));
  }

  private static boolean has(Sequence schemes, String name) {
    for (YamlNode item : schemes.items()) {
      if (item instanceof Scalar scheme && scheme.text().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
