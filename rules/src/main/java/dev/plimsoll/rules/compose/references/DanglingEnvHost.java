package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.Peers;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A service that is told to call a host which nothing answers for fails once it does. */
@RuleInfo(
    id = "compose/dangling-env-host",
    title = "Variable names a host that nothing provides",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    options = DanglingEnvHost.Options.class)
public final class DanglingEnvHost extends ComposeRule {

  /** What services call, and do not call themselves. */
  private static final Set<String> CALLED =
      Set.of("DB", "DATABASE", "POSTGRES", "MYSQL", "REDIS", "CACHE", "SMTP", "MAIL");

  /** What the rule can be told. */
  public record Options(
      @Option(help = "names that something outside of the project answers for")
          List<String> knownHosts) {}

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Set<Place> told = new HashSet<>();
    for (ComposeSet set : context.compose().composeSets(file)) {
      if (set.isWhole()) {
        for (ComposeService service : services(set, file)) {
          if (service.has("environment") || service.has("env_file")) {
            check(service, set, file, told, context);
          }
        }
      }
    }
  }

  /** Its own; all in the turn of the first file, which stands in for files of variables. */
  private static List<ComposeService> services(ComposeSet set, ComposeFile file) {
    return Collections.min(set.files()).equals(file.name())
        ? set.services()
        : set.servicesIn(file.name());
  }

  private static void check(
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      Set<Place> told,
      RuleContext context) {
    for (HostUse use : context.compose().network().hosts(set, service)) {
      Optional<String> host = use.host().known();
      if (!use.variable().isEmpty()
          && host.isPresent()
          && host.get().indexOf('.') < 0
          && set.service(host.get()).isEmpty()
          && isMeant(use)
          && isNobody(host.get(), service, set, context)
          && isNobodyOver(host.get(), service, file, context)
          && !context.options(Options.class).knownHosts().contains(host.get())) {
        report(use, host.get(), service, set, file, told, context);
      }
    }
  }

  /** A variable such as {@code WEB_SERVER} or {@code NODE_HOSTNAME} may hold another word. */
  private static boolean isMeant(HostUse use) {
    if (use.form() != HostUse.Form.VARIABLE || use.port().isPresent()) {
      return true;
    }
    String name = use.variable().toUpperCase(Locale.ROOT);
    if (!name.endsWith("_HOSTNAME")) {
      return name.endsWith("_HOST");
    }
    for (String word : name.split("_", -1)) {
      if (CALLED.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNobody(
      String host, ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().network().peers(set, service, host)
            instanceof Answer.Known<Peers> known
        && known.value().answering().isEmpty()
        && known.value().apart().isEmpty();
  }

  /** Whether no other file that may be laid over this one by hand brings it. */
  private static boolean isNobodyOver(
      String host, ComposeService service, ComposeFile file, RuleContext context) {
    if (!(context.compose().composeSetsOver(file) instanceof Answer.Known<List<ComposeSet>> over)) {
      return false;
    }
    for (ComposeSet set : over.value()) {
      Optional<ComposeService> there = set.service(service.name());
      if (set.service(host).isPresent()
          || (there.isPresent() && !isNobody(host, there.get(), set, context))) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      HostUse use,
      String host,
      ComposeService service,
      ComposeSet set,
      ComposeFile file,
      Set<Place> told,
      RuleContext context) {
    Optional<Slice> here = said(use, service, set);
    if (here.isEmpty()) {
      return;
    }
    Optional<Slice> elsewhere = elsewhere(use, host, here.get(), set);
    Slice place = elsewhere.orElse(here.get());
    boolean isTurn =
        elsewhere.isPresent()
            ? set.files().get(0).equals(file.name())
                && context.compose().files().isFirstToTake(file, place.place())
            : place.place().file().equals(file.name());
    if (!isTurn || !told.add(place.place())) {
      return;
    }
    List<String> names = new ArrayList<>(set.section("services").keySet());
    names.remove(service.name());
    Finding finding =
        Finding.at(
            service.anchor("environment"),
            place,
            "nothing in the project answers at %s, the host that %s names%s",
            new Value.Known(host, place),
            use.variable(),
            NearestName.hint(host, names));
    if (elsewhere.isPresent()) {
      context.report(
          finding
              .related(here.get(), "the service that is told so")
              .because(List.of(here.get().place())));
      return;
    }
    Optional<Fix> fix =
        new Undeclared(service.anchor("environment"), place, host, names).renaming(file);
    if (fix.isEmpty()) {
      fix = removal(use.variable(), service, file);
    }
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Where one of the Compose files says it. */
  private static Optional<Slice> said(HostUse use, ComposeService service, ComposeSet set) {
    for (String name : set.read()) {
      Optional<Slice> place = use.placeIn(name, service);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /**
   * Where a file of variables says the host.
   *
   * @param here where the Compose file says it
   */
  private static Optional<Slice> elsewhere(HostUse use, String host, Slice here, ComposeSet set) {
    Slice origin = use.host().slice();
    for (VariableUse variable : set.variablesIn(here.source().host().name())) {
      Optional<Value.Known> given = set.start().environment().find(variable.name().text());
      if (here.place().span().contains(variable.expression().place().span())
          && given.isPresent()
          && given.get().text().contains(host)) {
        origin = given.get().origin();
      }
    }
    if (set.read().contains(origin.place().file())) {
      return Optional.empty();
    }
    int at = origin.text().indexOf(host);
    return at < 0 ? Optional.empty() : Optional.of(origin.part(at, at + host.length()));
  }

  private static Optional<Fix> removal(String variable, ComposeService service, ComposeFile file) {
    Member member = service.members("environment").get(variable);
    Optional<Slice> key = service.keySlice("environment");
    Optional<ComposeFile.Spot> spot = key.isEmpty() ? Optional.empty() : file.spot(key.get());
    if (member == null || spot.isEmpty()) {
      return Optional.empty();
    }
    Edit edit = Listed.removal(member.key(), spot.get(), YamlEdits.of(file.yaml(), file.source()));
    Anchor changed = file.owner(spot.get().entry().key().slice()).child("environment");
    return Optional.of(
        Fix.unsafe("Remove " + variable, edit)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), changed)));
  }
}
