package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a large block mapping in two halves, for two threads to take: they part before a key of the
 * root, or before one of a mapping in it. Where the halves are not without fault, or turn out to be
 * no halves of one mapping, the text is read as a whole; so what comes out is always the same.
 */
public final class YamlHalves {

  /** Stands for the key of the root that the second half begins in the midst of. */
  private static final String HEAD = "x:\n";

  private final Text text;
  private final ReadableText readable;
  private final YamlSplit split;
  private boolean isClaimed;
  private boolean isDone;
  private Optional<Mapping> second = Optional.empty();

  private YamlHalves(Text text, YamlSplit split) {
    this.text = text;
    this.readable = ReadableText.of(text.content());
    this.split = split;
  }

  /** The halves of a text, unless it shows no place to part it. */
  public static Optional<YamlHalves> of(Text text) {
    Optional<YamlSplit> split =
        text.content().length() > YamlReader.MAX_LENGTH
            ? Optional.empty()
            : YamlSplit.of(text.content());
    return split.isEmpty() ? Optional.empty() : Optional.of(new YamlHalves(text, split.get()));
  }

  /** Reads the second half, unless another thread does or has done so. */
  public void readSecond() {
    synchronized (this) {
      if (isClaimed) {
        return;
      }
      isClaimed = true;
    }
    Optional<Mapping> read = Optional.empty();
    try {
      String head = split.isInside() ? HEAD : "";
      int end = text.content().length();
      read = YamlReader.readPart(text, readable, head, split.offset(), end);
    } finally {
      synchronized (this) {
        second = read;
        isDone = true;
        notifyAll();
      }
    }
  }

  /** Reads the first half, and the second one or waits for it; the same as {@link YamlReader}. */
  public Parsed<YamlFile> read() {
    Optional<YamlFile> joined = readJoined();
    return joined.isPresent() ? new Parsed<>(joined.get(), List.of()) : YamlReader.readFile(text);
  }

  /** The file of both halves; nothing where it has to be read as a whole. */
  Optional<YamlFile> readJoined() {
    Optional<Mapping> first = YamlReader.readPart(text, readable, "", 0, split.offset());
    readSecond();
    Optional<Mapping> other = awaitSecond();
    if (first.isEmpty() || other.isEmpty() || !mayGoOn(first.get())) {
      return Optional.empty();
    }
    List<Problem> problems = new ArrayList<>();
    Optional<Mapping> whole = joined(first.get(), other.get(), problems);
    if (whole.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    List<YamlDocument> documents = List.of(new YamlDocument(Optional.of(whole.get())));
    List<Slice> comments = CommentFinder.find(text, documents, List.of());
    return Optional.of(new YamlFile(documents, comments, List.of(), List.of()));
  }

  /** Whether the first half is at the root, and no document ends before the second one. */
  private boolean mayGoOn(Mapping first) {
    int line = KeyLines.next(text.content(), first.slice().span().end(), -1);
    return column(first) == 0 && line >= split.offset() && readable.forbidden().isEmpty();
  }

  private synchronized Optional<Mapping> awaitSecond() {
    boolean interrupted = false;
    while (!isDone) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the other thread is about to end
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return second;
  }

  /** Both halves as one mapping; nothing where they are none. */
  private Optional<Mapping> joined(Mapping first, Mapping second, List<Problem> problems) {
    if (split.isInside()) {
      return joinedInside(first, second, problems);
    }
    return second.slice().span().start() == split.offset()
        ? Optional.of(concatenated(first, second, problems))
        : Optional.empty();
  }

  private static Mapping concatenated(Mapping first, Mapping second, List<Problem> problems) {
    List<Entry> entries = new ArrayList<>(first.entries());
    entries.addAll(second.entries());
    Mapping joined = new Mapping(first.slice().to(second.slice()), entries, first.properties());
    TreeBuilder.addDuplicates(joined, problems);
    return joined;
  }

  /** Joins the mapping in which they part, and what stands around it. */
  private Optional<Mapping> joinedInside(Mapping first, Mapping second, List<Problem> problems) {
    int last = first.entries().size() - 1;
    YamlNode above = first.entries().get(last).value();
    YamlNode below = second.entries().get(0).value();
    if (!(above instanceof Mapping upper)
        || !(below instanceof Mapping lower)
        || lower.slice().span().start() != split.offset() + split.column()
        || text.content().charAt(upper.slice().span().start()) == '{'
        || !upper.properties().isEmpty()
        || column(upper) != split.column()) {
      return Optional.empty();
    }
    Mapping middle = concatenated(upper, lower, problems);
    List<Entry> entries = new ArrayList<>(first.entries().subList(0, last));
    entries.add(new Entry(first.entries().get(last).key(), middle));
    entries.addAll(second.entries().subList(1, second.entries().size()));
    Slice end = second.entries().size() == 1 ? middle.slice() : second.slice();
    Mapping whole = new Mapping(first.slice().to(end), entries, first.properties());
    TreeBuilder.addDuplicates(whole, problems);
    return Optional.of(whole);
  }

  private int column(Mapping mapping) {
    int start = mapping.slice().span().start();
    return start - (text.content().lastIndexOf('\n', start - 1) + 1);
  }
}
