package dev.plimsoll.rules.dockerfile.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.AccountCreation;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.Map;
import java.util.Optional;

/** Names are looked up in /etc/passwd; where there is none, the build or the start fails. */
@RuleInfo(
    id = "dockerfile/user-name-without-passwd",
    title = "Named user in a stage without /etc/passwd",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "tally:named-identity-in-passwdless-stage")
public final class UserNameWithoutPasswd extends DockerfileRule {

  /** The numbers that these names have nearly everywhere. */
  private static final Map<String, String> USUAL = Map.of("nobody", "65534", "nonroot", "65532");

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      if (hasNoAccounts(stage.base())) {
        judge(file, stage, context);
      }
    }
  }

  private static boolean hasNoAccounts(Base base) {
    Optional<BaseImage> image = base.image();
    return base.root() instanceof Base.Scratch
        || (image.isPresent() && image.get().family() == BaseImage.Family.SCRATCH);
  }

  private static void judge(DockerfileModel file, Stage stage, RuleContext context) {
    for (Step step : stage.lineage()) {
      if (mayBringAccounts(step)) {
        return;
      }
    }
    for (Step step : stage.steps()) {
      if (step instanceof Copy copy) {
        if (copy.flag("chown").isPresent() && copy.flag("chown").get().value().isPresent()) {
          check(file, step, copy.flag("chown").get().value().get(), context);
        }
      } else if (step instanceof Plain && step.tree() instanceof Instruction.User user) {
        check(file, step, user.user(), context);
      }
    }
  }

  /** Whether it may put a file to /etc/passwd: what it copies there, unpacks or runs. */
  private static boolean mayBringAccounts(Step step) {
    if (step instanceof Run) {
      return true;
    }
    if (!(step instanceof Copy copy)) {
      return false;
    }
    if (!(copy.target() instanceof Value.Known target)) {
      return true;
    }
    if (target.text().equals("/etc") || target.text().equals("/etc/passwd")) {
      return true;
    }
    return target.text().equals("/") && mayBeTree(copy);
  }

  /** Whether what is copied to the root may be a folder or an archive with one in it. */
  private static boolean mayBeTree(Copy copy) {
    for (Word source : copy.tree().sources()) {
      String text = source.text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      boolean isFile = copy.readsContext() && name.indexOf('.') > 0 && !name.contains(".t");
      boolean isProgram = text.matches("(/[\\w-]+)*/(bin|sbin)/[\\w-]+");
      if (!isFile && !isProgram) {
        return true;
      }
    }
    return false;
  }

  private static void check(DockerfileModel file, Step step, Word word, RuleContext context) {
    if (!(step.before().valueOf(word) instanceof Value.Known value)) {
      return;
    }
    String text = value.text();
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    String group = colon < 0 ? "" : text.substring(colon + 1);
    if (isNumber(user) && (colon < 0 || isNumber(group))) {
      return;
    }
    if (user.isEmpty() || user.equals("root")) {
      return;
    }
    Finding finding =
        Finding.at(
            step.anchor(),
            word.slice(),
            "%s is looked up in /etc/passwd, which this stage lacks: use a number",
            word.slice());
    String number = isNumber(user) ? user : number(file, user);
    if (!number.isEmpty() && text.equals(word.text())) {
      String replacement = colon < 0 ? number : number + ":" + (isNumber(group) ? group : number);
      finding =
          finding.withFix(
              Fix.unsafe("Use " + replacement, Edit.replace(word.slice(), replacement))
                  .changing(step.anchor()));
    }
    context.report(finding);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** That of the account in the file, else the usual one; empty where neither is known. */
  private static String number(DockerfileModel file, String user) {
    for (Step step : file.steps()) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          Optional<AccountCreation> creation = AccountCreation.of(command);
          if (creation.isPresent() && creation.get().name().text().equals(user)) {
            String uid = creation.get().uid().isEmpty() ? "" : creation.get().uid().get().text();
            return isNumber(uid) ? uid : "";
          }
        }
      }
    }
    return USUAL.getOrDefault(user, "");
  }
}
