package dev.plimsoll.rules.shell.development;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** A server for development is slow, serves its sources, and restarts when a file changes. */
@RuleInfo(
    id = "shell/dev-server-in-production",
    title = "Production runs a development server",
    severity = Severity.ERROR,
    category = Category.RELIABILITY)
public final class DevServerInProduction extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION
        || !(context.compose().starts(set, service)
            instanceof Answer.Known<List<Command>> starts)) {
      return;
    }
    for (Command command : starts.value()) {
      Optional<DevelopmentServer.Start> start = DevelopmentServer.of(command);
      if (start.isPresent()) {
        report(start.get(), starts, service, set, context);
        return;
      }
    }
  }

  private static void report(
      DevelopmentServer.Start start,
      Answer.Known<List<Command>> starts,
      ComposeService service,
      ComposeSet set,
      RuleContext context) {
    String file = start.word().place().file();
    Finding finding =
        set.read().contains(file)
            ? Finding.at(
                service.anchor(
                    isIn("entrypoint", start.word(), service) ? "entrypoint" : "command"),
                start.word(),
                "%s is for development, and this set is started in production",
                start.name())
            : Finding.at(
                    service.anchor(),
                    service.keySlice("build").orElse(service.key()),
                    "the image runs %s, which is for development, and this set is started in"
                        + " production",
                    start.name())
                .related(start.word(), "it is started here");
    for (Slice evidence : set.evidence()) {
      finding = finding.related(evidence, "this starts it");
    }
    context.report(finding.because(starts.because()));
  }

  private static boolean isIn(String key, Slice word, ComposeService service) {
    Optional<ComposeNode> node = service.find(key);
    return node.isPresent()
        && node.get().slice().place().file().equals(word.place().file())
        && node.get().slice().place().span().contains(word.place().span());
  }
}
