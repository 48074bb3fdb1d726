package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.model.image.UnreadVariable;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A setting in a variable that the image does not read is not in force, and nothing says so. */
@RuleInfo(
    id = "compose/unsupported-image-variable",
    title = "Variable is not read by this image",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UnsupportedImageVariable extends ComposeRule {

  /** Folders from which no image runs or reads anything that could read the variable. */
  private static final List<String> DATA =
      List.of("/var/lib/", "/var/log/", "/data", "/tmp", "/run/", "/var/run/", "/backup");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Map<String, Member> environment = service.members("environment");
    if (environment.isEmpty() || !service.has("image") || service.has("entrypoint")) {
      return;
    }
    Optional<ImageReference> image = image(service, set, context);
    if (image.isEmpty() || mayReadMore(set, service)) {
      return;
    }
    for (Map.Entry<String, Member> entry : environment.entrySet()) {
      Optional<UnreadVariable> unread = UnreadVariable.of(image.get(), entry.getKey());
      if (unread.isPresent()
          && !environment.containsKey(unread.get().instead())
          && !mentions(service, entry.getKey(), unread.get())
          && isItsOwn(entry.getValue().key(), file)) {
        report(entry.getKey(), entry.getValue(), image.get(), unread.get(), service, file, context);
      }
    }
  }

  private static Optional<ImageReference> image(
      ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known
            && known.value() instanceof ServiceImage.Pulled pulled
        ? Optional.of(pulled.reference())
        : Optional.empty();
  }

  /** Whether a script or a template of the project may read any variable. */
  private static boolean mayReadMore(ComposeSet set, ComposeService service) {
    for (ServiceMount mount : set.mounts(service)) {
      boolean isData = false;
      for (String folder : DATA) {
        isData |= mount.target().text().startsWith(folder);
      }
      if (!isData) {
        return true;
      }
    }
    return false;
  }

  /** Whether the service's command or health check reads it, or gives the option already. */
  private static boolean mentions(ComposeService service, String variable, UnreadVariable unread) {
    String option = unread.program().isEmpty() ? variable : name(unread.instead());
    for (String text : texts(service)) {
      String plain = text.replace('-', '_').toLowerCase(Locale.ROOT);
      if (text.contains(variable) || plain.contains(option)) {
        return true;
      }
    }
    return false;
  }

  /** Of an option, as it stands in a line that has underscores for hyphens. */
  private static String name(String option) {
    return option.length() == 2
        ? option
        : option.replace("=", "").substring(2).replace('-', '_').toLowerCase(Locale.ROOT);
  }

  private static List<String> texts(ComposeService service) {
    List<String> texts = new ArrayList<>();
    for (Optional<ComposeNode> node :
        List.of(service.find("command"), service.find("healthcheck", "test"))) {
      if (node.isPresent() && node.get() instanceof Items items) {
        for (ComposeNode item : items.items()) {
          texts.add(item instanceof Scalar scalar ? scalar.written() : "");
        }
      } else if (node.isPresent() && node.get() instanceof Scalar scalar) {
        texts.add(scalar.written());
      }
    }
    return texts;
  }

  /** Whether no anchor gives it to other services, too. */
  private static boolean isItsOwn(Slice key, ComposeFile file) {
    return key.place().file().equals(file.name())
        && file.yaml().uses().sharedThrough(key.place().span()).isEmpty();
  }

  private static void report(
      String variable,
      Member member,
      ImageReference image,
      UnreadVariable unread,
      ComposeService service,
      ComposeFile file,
      RuleContext context) {
    String cure = "";
    if (!unread.instead().isEmpty()) {
      cure = unread.program().isEmpty() ? ", but " : ": give " + unread.program() + " the option ";
      cure += unread.instead().replace("=", "");
    }
    Finding finding =
        Finding.at(
            service.anchor("environment"),
            name(member.key(), variable),
            "image %s does not read %s%s",
            image.familiarName(),
            variable,
            cure);
    Optional<Fix> fix = new UnreadVariableFix(variable, member, unread, service, file).find();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** The name within a line of a list. */
  private static Slice name(Slice key, String variable) {
    int at = key.text().indexOf(variable);
    return at < 0 ? key : key.part(at, at + variable.length());
  }
}
