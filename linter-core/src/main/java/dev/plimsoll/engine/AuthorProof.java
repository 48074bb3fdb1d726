package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange.Kind;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.PlacedFacet;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves from the places of edits that whatever a model says otherwise than before was made so by
 * fixes that declare it: each statement that came or went stands in text that an edit wrote or
 * removed, or below a key that one did, and all fixes with that edit declare it. All others are
 * still there, in their order. Where that cannot be shown, nothing is said.
 */
final class AuthorProof {

  private final EditedText old;
  private final EditedText now;
  private final Map<Declared, Author> authors = new HashMap<>();
  private final List<Set<Author>> byEdit = new ArrayList<>();
  private final List<Anchor> addresses = new ArrayList<>(); // before, of each statement after

  /** What became of a statement. */
  private enum Change {
    NONE,
    /** Its address alone is another. */
    MOVED,
    SAID;

    static Change between(PlacedFacet one, PlacedFacet other, int origin) {
      if (one.facet().equals(other.facet())) {
        return NONE;
      }
      boolean saysTheSame = one.facet().content().equals(other.facet().content());
      return saysTheSame && origin >= 0 ? MOVED : SAID;
    }
  }

  /** All fixes that declare the same, and how many more statements they make under an anchor. */
  private static final class Author {
    private final Map<Anchor, Integer> differences = new HashMap<>();
  }

  AuthorProof(String file, Splice splice, List<Fix> fixes) {
    this.old = EditedText.before(splice.edits());
    this.now = EditedText.after(splice.edits());
    Map<Replace, Set<Author>> known = new HashMap<>();
    for (Fix fix : fixes) {
      Declared declared = Declared.of(file, List.of(fix));
      Author author = authors.computeIfAbsent(declared, d -> new Author());
      for (Replace edit : fix.replacements()) {
        known.computeIfAbsent(plain(edit), e -> new HashSet<>()).add(author);
      }
    }
    for (Replace edit : splice.edits()) {
      byEdit.add(known.getOrDefault(plain(edit), Set.of()));
    }
  }

  /** What makes identical edits one. */
  private static Replace plain(Replace edit) {
    return new Replace(edit.file(), edit.span(), edit.text());
  }

  /** Whether it is proved; each may be asked once. */
  boolean holds(List<PlacedFacet> before, List<PlacedFacet> after) {
    int was = 0;
    int is = 0;
    while (was < before.size() || is < after.size()) {
      int from = origin(old, before, was);
      int to = origin(now, after, is);
      boolean goes = from < 0 || (to >= 0 && from <= to);
      boolean comes = to < 0 || (from >= 0 && to <= from);
      Change change =
          goes && comes ? Change.between(before.get(was), after.get(is), from) : Change.SAID;
      if (comes) {
        addresses.add(
            change == Change.SAID ? addressBefore(after, is) : before.get(was).facet().anchor());
      }
      if (goes && change != Change.NONE && !note(change, old, before, was)) {
        return false;
      }
      if (comes && change != Change.NONE && !note(change, now, after, is)) {
        return false;
      }
      was += goes ? 1 : 0;
      is += comes ? 1 : 0;
    }
    return isDeclared();
  }

  private static int origin(EditedText text, List<PlacedFacet> facets, int index) {
    return index < facets.size() ? text.origin(facets.get(index).span()) : Integer.MAX_VALUE;
  }

  /** The address of what came, had no key above it been renamed. */
  private Anchor addressBefore(List<PlacedFacet> after, int index) {
    PlacedFacet placed = after.get(index);
    Anchor anchor = placed.facet().anchor();
    if (placed.above() < 0) {
      return anchor;
    }
    String above = after.get(placed.above()).facet().anchor().address();
    Anchor aboveBefore = addresses.get(placed.above());
    return above.equals(aboveBefore.address())
        ? anchor
        : new Anchor(aboveBefore.address() + anchor.address().substring(above.length()));
  }

  /** Puts a statement that came or went down to its authors; fails where there are none. */
  private boolean note(Change change, EditedText text, List<PlacedFacet> facets, int index) {
    PlacedFacet placed = facets.get(index);
    Anchor anchor = placed.facet().anchor();
    List<Integer> edits = List.of();
    int above = index;
    if (change == Change.SAID) {
      edits = text.within(placed.span());
      edits = edits.isEmpty() ? text.touching(placed.span()) : edits;
      anchor = text == now && !edits.isEmpty() ? addresses.get(index) : anchor;
      above = placed.above();
    }
    while (edits.isEmpty() && above >= 0) { // a key that it stands below
      edits = text.within(facets.get(above).key());
      above = facets.get(above).above();
    }
    for (int edit : edits) {
      for (Author author : byEdit.get(edit)) {
        author.differences.merge(anchor, text == now ? 1 : -1, Integer::sum);
      }
    }
    return !edits.isEmpty();
  }

  private boolean isDeclared() {
    for (Map.Entry<Declared, Author> author : authors.entrySet()) {
      Declared declared = author.getKey();
      for (Map.Entry<Anchor, Integer> change : author.getValue().differences.entrySet()) {
        Set<Kind> kinds = declared.at(change.getKey());
        if (kinds.isEmpty() || Declared.refuse(kinds, change.getValue()).isPresent()) {
          return false;
        }
      }
    }
    return true;
  }
}
