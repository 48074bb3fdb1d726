package dev.plimsoll.fix;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * One titled change; all of its edits apply, or none does. A fix is a wish: the engine proves it
 * before a byte is written.
 *
 * @param title an imperative sentence without a full stop; it names no secret
 * @param newFiles files to create beside the edits
 * @param changes whose model it may change, add, remove or move
 * @param mayTrigger rules that may newly report after it: ids, or {@code language/*}
 */
public record Fix(
    String title,
    Safety safety,
    List<Edit> edits,
    List<NewFile> newFiles,
    List<ModelChange> changes,
    List<String> mayTrigger) {

  public Fix {
    edits = List.copyOf(edits);
    newFiles = List.copyOf(newFiles);
    changes = List.copyOf(changes);
    mayTrigger = List.copyOf(mayTrigger);
  }

  public static Fix safe(String title, Edit... edits) {
    return of(title, Safety.SAFE, edits);
  }

  public static Fix unsafe(String title, Edit... edits) {
    return of(title, Safety.UNSAFE, edits);
  }

  public static Fix show(String title, Edit... edits) {
    return of(title, Safety.SHOW, edits);
  }

  private static Fix of(String title, Safety safety, Edit... edits) {
    return new Fix(title, safety, List.of(edits), List.of(), List.of(), List.of());
  }

  /** Declares that the model under an anchor, in the file of the first edit, may change. */
  public Fix changing(Anchor anchor) {
    return edits.get(0) instanceof Replace first
        ? declaring(ModelChange.of(ModelChange.Kind.CHANGE, first.file(), anchor))
        : this; // without a place of its own the fix is dropped anyway
  }

  public Fix declaring(ModelChange change) {
    return new Fix(title, safety, edits, newFiles, and(changes, change), mayTrigger);
  }

  /** The same that declares for {@code owner} what it declares for an address or below it. */
  public Fix declaredAt(Anchor address, Anchor owner) {
    List<ModelChange> moved = new ArrayList<>(changes.size());
    for (ModelChange change : changes) {
      moved.add(change.declaredAt(address, owner));
    }
    return new Fix(title, safety, edits, newFiles, moved, mayTrigger);
  }

  public Fix creating(NewFile file) {
    return new Fix(title, safety, edits, and(newFiles, file), changes, mayTrigger);
  }

  public Fix mayTrigger(String ruleId) {
    return new Fix(title, safety, edits, newFiles, changes, and(mayTrigger, ruleId));
  }

  /** Whether each of its edits has a place in a file. */
  public boolean isPossible() {
    for (Edit edit : edits) {
      if (!(edit instanceof Replace)) {
        return false;
      }
    }
    return true;
  }

  /** The edits of a possible fix, in the rule's order. */
  public List<Replace> replacements() {
    List<Replace> found = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit instanceof Replace replace) {
        found.add(replace);
      }
    }
    return found;
  }

  private static <T> List<T> and(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
