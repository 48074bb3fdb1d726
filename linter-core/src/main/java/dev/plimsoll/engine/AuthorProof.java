package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange.Kind;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.PlacedFacet;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Proves from the places of edits that whatever a model says otherwise than before was made so by
 * fixes that declare it: each statement that came, went or changed stands in text that an edit
 * wrote or removed, and all fixes with that edit declare it. All others are still there, in their
 * order, and in what they were in, though a key above may be renamed. Where that cannot be shown,
 * nothing is said.
 */
final class AuthorProof {

  private static final int NONE = -2; // -1 is what the root stands in

  private final Declared declared;
  private final Map<Anchor, Integer> differences = new HashMap<>();
  private final Map<Declared, Author> authors = new HashMap<>();
  private final List<Set<Author>> byEdit = new ArrayList<>();
  private final Splice splice;
  private final List<Anchor> addresses = new ArrayList<>(); // before, of each statement after

  /** All fixes that declare the same, and how many more statements they make under an anchor. */
  private static final class Author {
    private final Map<Anchor, Integer> differences = new HashMap<>();
  }

  /** What the text before, or after, says. */
  private static final class Side {
    private final EditedText text;
    private final List<PlacedFacet> facets;
    private final int sign;
    private final BitSet seen = new BitSet(); // the edits that share a character with a word

    private Side(EditedText text, List<PlacedFacet> facets, int sign) {
      this.text = text;
      this.facets = facets;
      this.sign = sign;
    }

    private int origin(int index) {
      return index < facets.size() ? text.origin(facets.get(index).span()) : Integer.MAX_VALUE;
    }

    /** A statement, of which it is noted which edits write or remove its key or word. */
    private PlacedFacet see(int index) {
      PlacedFacet placed = facets.get(index);
      boolean isLeaf = index + 1 == facets.size() || facets.get(index + 1).above() != index;
      for (int edit : text.within(isLeaf ? placed.span() : placed.key())) {
        seen.set(edit);
      }
      return placed;
    }

    private List<Integer> edits(Span span) {
      List<Integer> within = text.within(span);
      return within.isEmpty() ? text.touching(span) : within;
    }

    /** The edits on which it rests that a statement is read as it is. */
    private List<Integer> edits(int index) {
      PlacedFacet placed = facets.get(index);
      return placed.isBlock() || (!placed.span().isEmpty() && text.origin(placed.span()) >= 0)
          ? text.touching(reach(index))
          : edits(placed.span());
    }

    /** From the end of the word before a statement to the start of the next. */
    private Span reach(int index) {
      Span span = facets.get(index).span();
      int start = 0;
      if (index > 0) {
        PlacedFacet last = facets.get(index - 1);
        boolean isAbove = facets.get(index).above() == index - 1;
        start = isAbove ? last.keyEnd() : last.span().end();
      }
      int next = index + 1;
      while (next < facets.size() && facets.get(next).span().start() < span.end()) {
        next++;
      }
      int end = next < facets.size() ? facets.get(next).span().start() : Integer.MAX_VALUE;
      return new Span(Math.min(start, span.start()), Math.max(end, span.end()));
    }
  }

  AuthorProof(String file, Splice splice, List<Fix> fixes) {
    this.splice = splice;
    this.declared = Declared.of(file, fixes);
    Map<Replace, Set<Author>> known = new HashMap<>();
    for (Fix fix : fixes) {
      Author author = authors.computeIfAbsent(Declared.of(file, List.of(fix)), d -> new Author());
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
    Side old = new Side(EditedText.before(splice.edits()), before, -1);
    Side now = new Side(EditedText.after(splice.edits()), after, 1);
    int[] kept = new int[before.size()]; // what each statement before is after
    int was = 0;
    int is = 0;
    while (was < before.size() || is < after.size()) {
      int from = old.origin(was);
      int to = now.origin(is);
      boolean isSame = from >= 0 && from == to;
      boolean goes = from < 0 || (to >= 0 && from <= to);
      boolean comes = to < 0 || (from >= 0 && to <= from);
      if (goes) {
        kept[was] = isSame ? is : NONE;
      }
      boolean isNoted =
          isSame
              ? stays(old, was, now, is, kept)
              : (!goes || goes(old, was)) && (!comes || comes(now, is));
      if (!isNoted) {
        return false;
      }
      was += goes ? 1 : 0;
      is += comes ? 1 : 0;
    }
    return areSeen(old, now) && isDeclared();
  }

  private boolean goes(Side old, int was) {
    return note(old, old.edits(was), old.see(was).facet().anchor());
  }

  private boolean comes(Side now, int is) {
    PlacedFacet placed = now.see(is);
    addresses.add(addressBefore(now, placed));
    return note(now, now.edits(is), addresses.get(is));
  }

  /** Takes a statement that stands before and after in what stands there before and after. */
  private boolean stays(Side old, int was, Side now, int is, int[] kept) {
    PlacedFacet one = old.see(was);
    PlacedFacet other = now.see(is);
    if ((one.above() < 0 ? one.above() : kept[one.above()]) != other.above()) {
      return false;
    }
    Anchor anchor = one.facet().anchor();
    Anchor address = addressBefore(now, other);
    boolean saysTheSame = one.facet().content().equals(other.facet().content());
    addresses.add(saysTheSame ? anchor : address);
    if (saysTheSame) {
      return anchor.equals(address)
          || (note(old, old.edits(one.key()), anchor)
              && note(now, now.edits(other.key()), address));
    }
    return note(old, changing(old, was, one), anchor)
        && note(now, changing(now, is, other), address);
  }

  private static List<Integer> changing(Side side, int index, PlacedFacet placed) {
    return placed.isBlock() ? side.edits(index) : side.edits(placed.span());
  }

  /** The address of a statement after, had no key above it been renamed. */
  private Anchor addressBefore(Side now, PlacedFacet placed) {
    Anchor anchor = placed.facet().anchor();
    if (placed.above() < 0) {
      return anchor;
    }
    String above = now.facets.get(placed.above()).facet().anchor().address();
    Anchor aboveBefore = addresses.get(placed.above());
    return above.equals(aboveBefore.address())
        ? anchor
        : new Anchor(aboveBefore.address() + anchor.address().substring(above.length()));
  }

  /**
   * Puts a statement that came or went down to its authors; fails where there are none, or several
   * that have edits of their own: each might be for nothing without the other.
   */
  private boolean note(Side side, List<Integer> edits, Anchor anchor) {
    Set<Author> all = edits.isEmpty() ? Set.of() : byEdit.get(edits.get(0));
    for (int edit : edits) {
      if (!byEdit.get(edit).equals(all)) {
        return false;
      }
    }
    for (Author author : all) {
      author.differences.merge(anchor, side.sign, Integer::sum);
    }
    differences.merge(anchor, side.sign, Integer::sum);
    return !all.isEmpty();
  }

  /** Whether all that was written is said, and all that was removed was: no edit works afar. */
  private boolean areSeen(Side old, Side now) {
    for (int i = 0; i < byEdit.size(); i++) {
      boolean writes = !splice.edits().get(i).text().isBlank();
      if (!(writes ? now : old).seen.get(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDeclared() {
    for (Map.Entry<Declared, Author> author : authors.entrySet()) {
      if (!allows(author.getKey(), author.getValue().differences)) {
        return false;
      }
    }
    return allows(declared, differences);
  }

  private static boolean allows(Declared declared, Map<Anchor, Integer> differences) {
    for (Map.Entry<Anchor, Integer> change : differences.entrySet()) {
      Set<Kind> kinds = declared.at(change.getKey());
      if (kinds.isEmpty() || Declared.refuse(kinds, change.getValue()).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
