package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposePath;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rules.compose.build.BuildOnly;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports the services of a set that lack something which each should have in production: in one
 * finding where all of them do, as whoever wrote the file has not thought of it.
 */
public final class Lacking {

  /** What is lacked. */
  public interface Part {

    /** Whether a service is one that should have it. */
    boolean concerns(ComposeService service);

    /** Whether a service has none. */
    boolean isMissing(ComposeService service);

    /** The keys of a service that can give it. */
    List<String> keys();

    /** What is said of one service, whose name stands for {@code %s}. */
    String ofOne();

    /** What is said of all, whose number stands for {@code %s}. */
    String ofAll();

    /** What adds it. */
    Optional<Addition> addition();
  }

  /**
   * A key that adds what is missing.
   *
   * @param title of the fix
   * @param longer the keys of its longer form, which must be taken where all but the last are there
   */
  public record Addition(
      String title, Safety safety, String key, NewYaml value, List<String> longer) {

    /** Of a key that has no longer form. */
    public Addition(String title, Safety safety, String key, NewYaml value) {
      this(title, safety, key, value, List.of());
    }
  }

  /** Where a key goes: the name of the last, the mapping, and the address. */
  private record Target(String key, YamlNode.Mapping mapping, Anchor anchor) {}

  private static final int ALL = 3; // from here on one finding says it for all

  private final ComposeSet set;
  private final ComposeFile file;
  private final RuleContext context;

  /** For one file in one set. */
  public Lacking(ComposeSet set, ComposeFile file, RuleContext context) {
    this.set = set;
    this.file = file;
    this.context = context;
  }

  /** Whether it can be said of the set that something is missing in it. */
  public boolean isJudged() {
    return set.isAllRead()
        && file.problems().isEmpty()
        && context.compose().isForProduction(set, file);
  }

  /** Reports who lacks a part. */
  public void report(Part part) {
    List<ComposeService> lacking = new ArrayList<>();
    int judged = 0;
    for (ComposeService service : set.servicesIn(file.name())) {
      if (isIn(service) && isConcerned(service, part)) {
        judged++;
        if (part.isMissing(service)) {
          lacking.add(service);
        }
      }
    }
    if (lacking.isEmpty() || !isJudged()) {
      return;
    }
    List<ComposeService> here = here(lacking, part);
    if (judged >= ALL && here.size() == judged && isAlone(part)) {
      context.report(ofAll(part, here));
      return;
    }
    for (ComposeService service : here) {
      Finding finding = Finding.at(service.anchor(), service.key(), part.ofOne(), service.key());
      Optional<Fix> fix = fix(part, List.of(service));
      context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
    }
  }

  private boolean isConcerned(ComposeService service, Part part) {
    return part.concerns(service) && !BuildOnly.runsNothing(service, set, context);
  }

  /** Whether no other file defines a service that is concerned. */
  private boolean isAlone(Part part) {
    for (ComposeService service : set.services()) {
      if (!isIn(service) && isConcerned(service, part)) {
        return false;
      }
    }
    return true;
  }

  private boolean isIn(ComposeService service) {
    return service.key().place().file().equals(file.name());
  }

  /** Those of the file to which no file is laid over by hand that has it. */
  private List<ComposeService> here(List<ComposeService> lacking, Part part) {
    List<ComposeService> here = new ArrayList<>();
    if (!(context.compose().composeSetsGiving(file, lacking, part.keys())
        instanceof Answer.Known<List<ComposeSet>> over)) {
      return here;
    }
    for (ComposeService service : lacking) {
      boolean isGiven = false;
      for (ComposeSet other : over.value()) {
        Optional<ComposeService> same = other.service(service.name());
        isGiven |= same.isPresent() && !part.isMissing(same.get());
      }
      if (!isGiven) {
        here.add(service);
      }
    }
    return here;
  }

  private Finding ofAll(Part part, List<ComposeService> all) {
    Finding finding =
        Finding.at(
            ComposeFile.anchor(new ComposePath(List.of("services"))),
            file.servicesKey().orElse(all.get(0).key()),
            part.ofAll(),
            all.size());
    Optional<Fix> fix = fix(part, all);
    return fix.isPresent() ? finding.withFix(fix.get()) : finding;
  }

  private Optional<Fix> fix(Part part, List<ComposeService> services) {
    Optional<Addition> addition = part.addition();
    if (addition.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    YamlEdits yaml = YamlEdits.of(file.yaml(), file.source());
    for (ComposeService service : services) {
      Optional<Target> target = target(service, addition.get());
      if (target.isEmpty()) {
        return Optional.empty();
      }
      edits.add(yaml.addKey(target.get().mapping(), target.get().key(), addition.get().value()));
      changes.add(ModelChange.of(ModelChange.Kind.ADD, file.name(), target.get().anchor()));
    }
    Edit[] all = edits.toArray(new Edit[0]);
    String title = addition.get().title();
    Fix fix =
        addition.get().safety() == Safety.SHOW ? Fix.show(title, all) : Fix.unsafe(title, all);
    for (ModelChange change : changes) {
      fix = fix.declaring(change);
    }
    return Optional.of(fix);
  }

  private Optional<Target> target(ComposeService service, Addition addition) {
    if (service.has(addition.key())) {
      return Optional.empty();
    }
    Slice owner = service.key();
    Anchor anchor = service.anchor();
    String key = addition.key();
    List<String> longer = addition.longer();
    int last = longer.size() - 1;
    if (last > 0 && service.find(longer.subList(0, last).toArray(new String[0])).isPresent()) {
      String[] above = longer.subList(0, last - 1).toArray(new String[0]);
      ComposeNode.Member limits = service.members(above).get(longer.get(last - 1));
      owner = limits == null ? owner : limits.key();
      key = longer.get(last);
      for (String each : longer.subList(0, last)) {
        anchor = anchor.child(each);
      }
    }
    Optional<ComposeFile.Spot> spot = file.spot(owner);
    return spot.isPresent()
            && spot.get().entry().value() instanceof YamlNode.Mapping mapping
            && mapping.find(key).isEmpty()
        ? Optional.of(new Target(key, mapping, anchor.child(key)))
        : Optional.empty();
  }
}
