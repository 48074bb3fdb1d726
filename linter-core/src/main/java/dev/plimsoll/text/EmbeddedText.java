package dev.plimsoll.text;

import java.util.Arrays;
import java.util.Optional;

/**
 * A view over a part of a host text: its decoded characters and a map to the host's offsets. Made
 * of pieces; within a {@linkplain Builder#copy copied} piece the map is one to one, elsewhere a
 * host range stands for other characters, or for none (a line continuation).
 */
public final class EmbeddedText implements Text {

  /** How the host writes characters of the view: escaping, quoting, indentation. */
  public interface Escaper {

    /** What the host must hold so that the view reads {@code replacement}; empty if it cannot. */
    Optional<String> escape(String replacement);
  }

  private final Text parent;
  private final String content;
  private final Escaper[] escapers; // one for each piece; one alone where all have the same
  // Piece i covers view offsets viewStart[i]..viewStart[i+1] and parent offsets
  // parentStart[i]..parentEnd[i].
  private final int[] viewStart;
  private final int[] parentStart;
  private final int[] parentEnd;
  private final boolean[] copied;

  private EmbeddedText(Builder builder) {
    this.parent = builder.parent;
    this.content = builder.content.toString();
    this.escapers =
        builder.escapers.length == 0
            ? new Escaper[] {builder.escaper}
            : Arrays.copyOf(builder.escapers, builder.pieces);
    this.viewStart = Arrays.copyOf(builder.viewStart, builder.pieces + 1);
    this.viewStart[builder.pieces] = content.length();
    this.parentStart = Arrays.copyOf(builder.parentStart, builder.pieces);
    this.parentEnd = Arrays.copyOf(builder.parentEnd, builder.pieces);
    this.copied = Arrays.copyOf(builder.copied, builder.pieces);
  }

  @Override
  public String content() {
    return content;
  }

  @Override
  public SourceText host() {
    return parent.host();
  }

  public Slice slice(Span span) {
    return new Slice(this, span);
  }

  @Override
  public Span toHost(Span span) {
    return parent.toHost(toParent(span));
  }

  private Span toParent(Span span) {
    return toParent(span, pieceStartingAt(span.start()));
  }

  private Span toParent(Span span, int first) {
    int start = parentOffset(span.start(), first);
    if (span.isEmpty()) {
      return Span.at(start);
    }
    int last = pieceEndingAt(span.end());
    int end = copied[last] ? parentStart[last] + (span.end() - viewStart[last]) : parentEnd[last];
    return new Span(start, Math.max(start, end));
  }

  private int parentOffset(int offset, int piece) {
    return copied[piece] ? parentStart[piece] + (offset - viewStart[piece]) : parentStart[piece];
  }

  /** The piece that holds the character at an offset; the last piece for the end of the view. */
  private int pieceStartingAt(int offset) {
    int piece = Arrays.binarySearch(viewStart, offset);
    if (piece < 0) {
      return -piece - 2;
    }
    // Empty pieces share their start with the piece after them: the character is in the last.
    while (piece + 1 < viewStart.length - 1 && viewStart[piece + 1] == offset) {
      piece++;
    }
    return Math.min(piece, parentStart.length - 1);
  }

  /** The piece that holds the character before an offset. */
  private int pieceEndingAt(int offset) {
    return pieceStartingAt(offset - 1);
  }

  @Override
  public Optional<HostEdit> hostEdit(Span span, String replacement) {
    int first = span.isEmpty() ? pieceToInsertAt(span.start()) : pieceStartingAt(span.start());
    int last = span.isEmpty() ? first : pieceEndingAt(span.end());
    for (int piece = first; piece <= last; piece++) {
      boolean whole = viewStart[piece] >= span.start() && viewStart[piece + 1] <= span.end();
      if (!copied[piece] && !(whole && !span.isEmpty())) {
        return Optional.empty();
      }
    }
    if (first != last) {
      return Optional.empty(); // it would swallow a continuation, and the comments in it
    }
    Optional<String> escaped = escapers[escapers.length == 1 ? 0 : first].escape(replacement);
    return escaped.isEmpty()
        ? Optional.empty()
        : parent.hostEdit(toParent(span, first), escaped.get());
  }

  /** A copied piece that begins at an offset, or else one that ends there. */
  private int pieceToInsertAt(int offset) {
    int piece = pieceStartingAt(offset);
    int before = piece - 1;
    while (before > 0 && viewStart[before] == offset) {
      before--;
    }
    boolean endsThere = !copied[piece] && viewStart[piece] == offset && before >= 0;
    return endsThere && copied[before] ? before : piece;
  }

  /** Collects the pieces of a view in the order of the host. */
  public static final class Builder {

    private final Text parent;
    private final Escaper escaper;
    private final StringBuilder content = new StringBuilder();
    private int[] viewStart = new int[8];
    private int[] parentStart = new int[8];
    private int[] parentEnd = new int[8];
    private boolean[] copied = new boolean[8];
    private Escaper[] escapers = {};
    private int pieces;

    public Builder(Text parent, Escaper escaper) {
      this.parent = parent;
      this.escaper = escaper;
    }

    /** Takes a host range as it stands. */
    public Builder copy(Span span) {
      int start = content.length();
      content.append(parent.content(), span.start(), span.end());
      return piece(start, span, true);
    }

    /** Lets {@code text}, possibly empty, stand for a host range. */
    public Builder stand(Span span, String text) {
      int start = content.length();
      content.append(text);
      return piece(start, span, false);
    }

    /** Takes over all of another view of the same parent, which goes on writing as it does. */
    public Builder append(EmbeddedText view) {
      if (escapers.length == 0) {
        escapers = new Escaper[viewStart.length];
        Arrays.fill(escapers, escaper);
      }
      int start = content.length();
      content.append(view.content);
      for (int i = 0; i < view.parentStart.length; i++) {
        Span span = new Span(view.parentStart[i], view.parentEnd[i]);
        piece(start + view.viewStart[i], span, view.copied[i]);
        escapers[pieces - 1] = view.escapers[view.escapers.length == 1 ? 0 : i];
      }
      return this;
    }

    private Builder piece(int start, Span span, boolean copy) {
      if (pieces + 1 == viewStart.length) {
        if (escapers.length > 0) {
          escapers = Arrays.copyOf(escapers, 2 * pieces + 2);
          Arrays.fill(escapers, pieces, escapers.length, escaper);
        }
        viewStart = Arrays.copyOf(viewStart, 2 * pieces + 2);
        parentStart = Arrays.copyOf(parentStart, 2 * pieces + 2);
        parentEnd = Arrays.copyOf(parentEnd, 2 * pieces + 2);
        copied = Arrays.copyOf(copied, 2 * pieces + 2);
      }
      viewStart[pieces] = start;
      parentStart[pieces] = span.start();
      parentEnd[pieces] = span.end();
      copied[pieces] = copy;
      pieces++;
      return this;
    }

    /** The view; one without a piece is refused, since it would have no place in its host. */
    public EmbeddedText build() {
      if (pieces == 0) {
        throw new IllegalStateException("a view needs at least one piece of its host");
      }
      return new EmbeddedText(this);
    }
  }
}
