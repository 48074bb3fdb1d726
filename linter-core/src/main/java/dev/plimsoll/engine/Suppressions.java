package dev.plimsoll.engine;

import dev.plimsoll.config.Configurations;
import dev.plimsoll.config.PointerIgnore;
import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.IgnoreRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.RuleSelectors;
import dev.plimsoll.rule.UnusedIgnore;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hides what comments ignore, and hands ignores that hid nothing to the rules about them. Comments,
 * keys and files of other tools are honoured; only our comments are ever called unused.
 */
final class Suppressions {

  private static final String LATE = "ignore-file stands before the first instruction or command";
  private static final String TRAILING =
      "the comment stands on a line of its own, before what it is about";

  private final RuleIndex index;
  private final Configurations configurations;
  private final LocalDate today;
  private final IdentityHashMap<RuleSet, RuleSelectors> selectors = new IdentityHashMap<>();

  Suppressions(RuleIndex index, Configurations configurations, LocalDate today) {
    this.index = index;
    this.configurations = configurations;
    this.today = today;
  }

  /** What the rules reported, the hidden ones marked, and what the rules about ignores add. */
  List<Reported> apply(SourceModel model, RuleSet rules, RuleRun run) {
    List<Reported> reported = withoutHidden(run.reported(), rules);
    List<Ignore> ignores = ignores(model, rules);
    // asked for its tree first, so that for other models no class of these is loaded
    if (!reported.isEmpty() && model.yamlTree().isPresent() && model instanceof OpenApiFile file) {
      List<PointerIgnore> others = configurations.otherIgnores(file.name());
      if (!others.isEmpty()) {
        ignores.addAll(PointerIgnores.of(file, others, selectors(rules)));
      }
    }
    if (ignores.isEmpty()) {
      return reported;
    }
    List<Reported> marked = hide(reported, ignores);
    Set<String> conclusive = conclusive(rules, run);
    int before = run.reported().size();
    for (Ignore ignore : ignores) {
      unused(ignore, conclusive, rules, run);
    }
    List<Reported> all = run.reported();
    if (all.size() > before) {
      marked.addAll(hide(remarks(all, rules), ignores));
    }
    return marked;
  }

  /** Drops what configuration says nobody wants to see under some address. */
  private static List<Reported> withoutHidden(List<Reported> reported, RuleSet rules) {
    List<Reported> kept = new ArrayList<>();
    for (Reported each : reported) {
      String rule = each.by().id();
      Confidence confidence = each.finding().confidence().atMost(each.by().confidence());
      boolean sure = !each.by().isChosen() || rules.plan().shows(rule, confidence);
      if (sure && !rules.plan().hides(rule, each.finding().anchor())) {
        kept.add(each);
      }
    }
    return kept;
  }

  /** Goes through both in the order of the text, so that few ignores are in reach at a time. */
  private List<Reported> hide(List<Reported> reported, List<Ignore> ignores) {
    List<Reported> inOrder = new ArrayList<>(reported);
    inOrder.sort(Comparator.comparingInt(each -> each.place().span().start()));
    List<Ignore> waiting = new ArrayList<>(ignores);
    waiting.sort(Comparator.comparingInt(ignore -> ignore.reach().start()));
    List<Ignore> inReach = new ArrayList<>();
    List<Reported> marked = new ArrayList<>();
    int next = 0;
    for (Reported each : inOrder) {
      int start = each.place().span().start();
      while (next < waiting.size() && waiting.get(next).reach().start() <= start) {
        inReach.add(waiting.get(next));
        next++;
      }
      inReach.removeIf(ignore -> ignore.reach().end() < start);
      marked.add(hidden(each, inReach));
    }
    return marked;
  }

  private Reported hidden(Reported reported, List<Ignore> ignores) {
    Reported result = reported;
    for (Ignore ignore : ignores) {
      if (ignore.hides(reported, today)) {
        result = reported.hiddenBy(ignore.asSuppression());
      }
    }
    return result;
  }

  private static Set<String> conclusive(RuleSet rules, RuleRun run) {
    Set<String> ids = new HashSet<>(rules.chosen());
    ids.removeAll(run.inconclusive());
    return ids;
  }

  private static List<Reported> remarks(List<Reported> all, RuleSet rules) {
    Set<String> ids = new HashSet<>();
    for (Active<IgnoreRule> active : rules.ignores().all()) {
      ids.add(active.id());
    }
    List<Reported> remarks = new ArrayList<>();
    for (Reported each : all) {
      if (ids.contains(each.by().id())) {
        remarks.add(each);
      }
    }
    return remarks;
  }

  private void unused(Ignore ignore, Set<String> conclusive, RuleSet rules, RuleRun run) {
    IgnoreComment comment = ignore.comment();
    if (comment.tool() != IgnoreComment.Tool.PLIMSOLL) {
      return;
    }
    List<UnusedIgnore.Idle> idle = new ArrayList<>();
    if (comment.malformed().isEmpty()) {
      for (UnusedIgnore.Idle each : ignore.idle(conclusive, "plimsoll/unused-ignore")) {
        if (rules.plan().knowsPolicies() || !each.selector().text().startsWith(Policy.PREFIX)) {
          idle.add(each);
        }
      }
      if (idle.isEmpty()) {
        return;
      }
    }
    List<Slice> names = new ArrayList<>();
    for (IgnoreComment.Selector selector : comment.selectors()) {
      names.add(selector.slice());
    }
    UnusedIgnore unused =
        new UnusedIgnore(
            ignore.anchor(),
            comment.slice(),
            line(comment.slice()),
            names,
            idle,
            comment.malformed());
    run.each(
        rules.ignores().overriding("unused"),
        new RuleRun.Call<>() {
          @Override
          void on(IgnoreRule rule, RuleContext context) {
            rule.unused(unused, context);
          }
        });
  }

  /** The line that holds a comment, with its line ending. */
  private static Slice line(Slice comment) {
    SourceText host = comment.source().host();
    Span place = comment.source().toHost(comment.span());
    int start = host.content().lastIndexOf('\n', place.start() - 1) + 1;
    int newline = host.content().indexOf('\n', place.end());
    return host.slice(new Span(start, newline < 0 ? host.content().length() : newline + 1));
  }

  private List<Ignore> ignores(SourceModel model, RuleSet rules) {
    List<Ignore> ignores = new ArrayList<>();
    for (Slice comment : model.comments()) {
      Optional<IgnoreComment> parsed = IgnoreComment.parse(comment);
      if (parsed.isPresent()) {
        ignores.add(ignore(parsed.get(), model.site(comment), model, selectors(rules)));
      }
    }
    if (model.yamlTree().isPresent() && IgnoreKeys.mayStandIn(model)) {
      ignores.addAll(IgnoreKeys.of(model, selectors(rules)));
    }
    return ignores;
  }

  private static Ignore ignore(
      IgnoreComment parsed, CommentSite site, SourceModel model, RuleSelectors selectors) {
    boolean isDirective = site.standing() == Standing.DIRECTIVE;
    IgnoreComment comment = isDirective ? parsed.forFile() : parsed;
    boolean isOurs = parsed.tool() == IgnoreComment.Tool.PLIMSOLL;
    boolean isLate = site.standing() == Standing.BODY || site.standing() == Standing.TRAILING;
    if (comment.form() == IgnoreComment.Form.FILE) {
      IgnoreComment checked = isOurs && isLate ? comment.malformed(LATE) : comment;
      Span all = new Span(0, model.source().content().length());
      return new Ignore(checked, all, Anchor.FILE, selectors);
    }
    boolean isTrailing = site.standing() == Standing.TRAILING;
    IgnoreComment checked = isOurs && isTrailing ? comment.malformed(TRAILING) : comment;
    return new Ignore(checked, site.span(), site.anchor(), selectors);
  }

  /** Made at the first ignore: most files have none, and it needs the metadata of all rules. */
  private synchronized RuleSelectors selectors(RuleSet rules) {
    RuleSelectors known = selectors.get(rules);
    if (known != null) {
      return known;
    }
    List<RuleMeta> all = new ArrayList<>(index.metadata());
    for (Policy policy : rules.plan().policies()) {
      all.add(policy.meta());
    }
    RuleSelectors made = new RuleSelectors(all);
    selectors.put(rules, made);
    return made;
  }
}
