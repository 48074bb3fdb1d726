package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether files say with the new one what they said without it: the same services with the same
 * keys, but for contexts that are added, and dependencies that are dropped.
 */
record SeparationProof(
    ComposeSet set, ComposeSet plain, Separated parts, BuildFile target, RuleContext context) {

  boolean holds(Fix fix) {
    if (!fix.isPossible()) {
      return false;
    }
    Map<String, String> texts = new HashMap<>();
    Set<String> names = new HashSet<>(set.files());
    names.add(target.name());
    for (String name : names) {
      Optional<ComposeFile> file = context.compose().files().file(name);
      Optional<String> changed = file.isEmpty() ? Optional.empty() : after(file.get(), fix);
      if (file.isPresent() && changed.isEmpty()) {
        return false;
      }
      texts.put(name, changed.orElse(""));
    }
    for (NewFile created : fix.newFiles()) {
      texts.put(created.name(), created.text());
    }
    List<String> built = List.of(plain.files().get(0), target.name());
    ComposeSet after = context.compose().files().rewritten(plain, built, texts);
    ComposeSet before =
        target.isNew() ? plain : context.compose().files().rewritten(plain, built, Map.of());
    return after.refusals().isEmpty() && isSame(before, after) && stays(texts);
  }

  private static Optional<String> after(ComposeFile file, Fix fix) {
    List<Edit.Replace> own = new ArrayList<>();
    for (Edit.Replace edit : fix.replacements()) {
      if (edit.file().equals(file.name())) {
        own.add(edit);
      }
    }
    String content = file.source().content();
    Optional<Splice> splice = Splice.of(own, content.length());
    return splice.isEmpty() ? Optional.empty() : Optional.of(splice.get().apply(content));
  }

  private boolean isSame(ComposeSet before, ComposeSet after) {
    for (ComposeService service : before.services()) {
      Optional<ComposeService> other = after.service(service.name());
      if (other.isEmpty() || !isSame(service, other.get())) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(ComposeService before, ComposeService after) {
    Set<String> keys = new HashSet<>(before.body().members().keySet());
    keys.addAll(after.body().members().keySet());
    for (String key : keys) {
      boolean same =
          switch (key) {
            case "build" -> isSame(before.members(key), after.members(key), "additional_contexts");
            case "depends_on" -> isSameButGone(before.members(key), after.members(key));
            default -> isSame(before.find(key), after.find(key));
          };
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(
      Map<String, Member> before, Map<String, Member> after, String growing) {
    for (Map.Entry<String, Member> entry : before.entrySet()) {
      Member other = after.get(entry.getKey());
      boolean grows = entry.getKey().equals(growing);
      if (other == null || (!grows && !other.value().saysLike(entry.getValue().value()))) {
        return false;
      }
    }
    return after.size() - (after.containsKey(growing) ? 1 : 0)
        == before.size() - (before.containsKey(growing) ? 1 : 0);
  }

  private boolean isSameButGone(Map<String, Member> before, Map<String, Member> after) {
    Set<String> wanted = new HashSet<>(before.keySet());
    wanted.removeAll(parts.whole());
    Set<String> found = new HashSet<>(after.keySet());
    found.removeAll(parts.whole());
    return wanted.equals(found);
  }

  private static boolean isSame(Optional<ComposeNode> before, Optional<ComposeNode> after) {
    return before.isPresent() && after.isPresent() && before.get().saysLike(after.get());
  }

  /** Whether the files alone can still be started. */
  private boolean stays(Map<String, String> texts) {
    ComposeSet after = context.compose().files().rewritten(set, set.files(), texts);
    for (ComposeService service : set.services()) {
      if (parts.whole().contains(service.name()) == after.service(service.name()).isPresent()) {
        return false;
      }
    }
    return after.refusals().size() <= set.refusals().size();
  }
}
