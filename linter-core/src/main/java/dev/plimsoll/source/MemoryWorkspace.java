package dev.plimsoll.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files that exist only here; folders exist as far as something lies in them. It is filled by one
 * thread, and may then be read by many.
 */
public final class MemoryWorkspace implements Workspace {

  private static final int MOST_LINKS = 40;

  private final SortedMap<String, Entry> entries = new TreeMap<>();

  private sealed interface Entry {
    record File(SourceFile file, int mode) implements Entry {}

    record Broken(String reason) implements Entry {}

    record Link(String target) implements Entry {}

    record Special() implements Entry {}
  }

  public MemoryWorkspace put(String name, String text) {
    return put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public MemoryWorkspace put(String name, byte[] bytes) {
    return put(name, bytes, DEFAULT_MODE);
  }

  public MemoryWorkspace put(String name, byte[] bytes, int mode) {
    return add(name, new Entry.File(new SourceFile(name, bytes.clone()), mode));
  }

  /** A file that is listed, and whose reading fails with a reason. */
  public MemoryWorkspace putUnreadable(String name, String reason) {
    return add(name, new Entry.Broken(reason));
  }

  /** A link to another name of this workspace, which need not exist. */
  public MemoryWorkspace putLink(String name, String target) {
    return add(name, new Entry.Link(target));
  }

  /** Something like a FIFO. */
  public MemoryWorkspace putSpecial(String name) {
    return add(name, new Entry.Special());
  }

  private MemoryWorkspace add(String name, Entry entry) {
    if (name.isEmpty() || name.startsWith("/") || name.endsWith("/")) {
      throw new IllegalArgumentException("no name of a file: \"" + name + "\"");
    }
    entries.put(name, entry);
    return this;
  }

  @Override
  public Kind kind(String name) {
    Optional<String> real = resolve(name);
    if (real.isEmpty()) {
      return Kind.UNREADABLE_LINK;
    }
    Entry entry = entries.get(real.get());
    if (entry == null) {
      boolean isFolder = real.get().isEmpty() || !below(real.get()).isEmpty();
      boolean isBrokenLink = entries.get(name) instanceof Entry.Link;
      return isFolder ? Kind.DIRECTORY : isBrokenLink ? Kind.UNREADABLE_LINK : Kind.ABSENT;
    }
    return entry instanceof Entry.Special ? Kind.SPECIAL : Kind.FILE;
  }

  @Override
  public List<String> list(String directory) throws IOException {
    Optional<String> real = resolve(directory);
    Kind kind = kind(directory);
    if (real.isEmpty() || kind != Kind.DIRECTORY) {
      throw new IOException(Refusals.of(kind));
    }
    int skip = real.get().isEmpty() ? 0 : real.get().length() + 1;
    SortedSet<String> names = new TreeSet<>();
    for (String name : below(real.get()).keySet()) {
      int slash = name.indexOf('/', skip);
      names.add(slash < 0 ? name.substring(skip) : name.substring(skip, slash));
    }
    return new ArrayList<>(names);
  }

  private SortedMap<String, Entry> below(String folder) {
    return folder.isEmpty() ? entries : entries.subMap(folder + "/", folder + "0");
  }

  @Override
  public SourceFile read(String name) throws IOException {
    Entry entry = entry(name);
    if (entry instanceof Entry.Broken broken) {
      throw new IOException(broken.reason());
    }
    if (entry instanceof Entry.File held) {
      return new SourceFile(name, held.file().bytes());
    }
    throw new IOException(Refusals.of(kind(name)));
  }

  @Override
  public long size(String name) {
    return entry(name) instanceof Entry.File held ? held.file().size() : 0;
  }

  @Override
  public int mode(String name) {
    return entry(name) instanceof Entry.File held ? held.mode() : DEFAULT_MODE;
  }

  @Override
  public String canonical(String name) {
    return resolve(name).orElse(name);
  }

  /** What the name leads to; a link to nothing where that is nothing. */
  private Entry entry(String name) {
    Entry entry = entries.get(canonical(name));
    return entry == null ? new Entry.Link(name) : entry;
  }

  /** The name with the links in it followed; none where there are too many. */
  private Optional<String> resolve(String name) {
    String resolved = name;
    int links = 0;
    int end = resolved.indexOf('/');
    while (true) {
      String prefix = end < 0 ? resolved : resolved.substring(0, end);
      if (entries.get(prefix) instanceof Entry.Link link) {
        links++;
        if (links > MOST_LINKS) {
          return Optional.empty();
        }
        resolved = link.target() + resolved.substring(prefix.length());
        end = resolved.indexOf('/');
      } else if (end < 0) {
        return Optional.of(resolved);
      } else {
        end = resolved.indexOf('/', end + 1);
      }
    }
  }
}
