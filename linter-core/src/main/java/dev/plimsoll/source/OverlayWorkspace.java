package dev.plimsoll.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Changed and new files over another workspace, which stays as it is. It is filled by one thread,
 * and may then be read by many.
 */
public final class OverlayWorkspace implements Workspace {

  private final Workspace base;
  private final MemoryWorkspace front = new MemoryWorkspace();

  public OverlayWorkspace(Workspace base) {
    this.base = base;
  }

  /** Gives a file other bytes; it keeps its mode. */
  public OverlayWorkspace put(String name, byte[] bytes) {
    return put(name, bytes, mode(name));
  }

  /** Brings a file with a mode; through a link, the file it leads to. */
  public OverlayWorkspace put(String name, byte[] bytes, int mode) {
    front.put(base.canonical(name), bytes, mode);
    return this;
  }

  @Override
  public Kind kind(String name) {
    Kind over = front.kind(base.canonical(name));
    return over == Kind.ABSENT || name.isEmpty() ? base.kind(name) : over;
  }

  @Override
  public List<String> list(String directory) throws IOException {
    String real = base.canonical(directory);
    if (front.kind(real) != Kind.DIRECTORY) {
      return base.list(directory);
    }
    SortedSet<String> names = new TreeSet<>(front.list(real));
    if (base.kind(directory) == Kind.DIRECTORY) {
      names.addAll(base.list(directory));
    }
    return new ArrayList<>(names);
  }

  @Override
  public SourceFile read(String name) throws IOException {
    String real = base.canonical(name);
    if (front.kind(real) != Kind.FILE) {
      return base.read(name);
    }
    return new SourceFile(name, front.read(real).bytes());
  }

  @Override
  public long size(String name) {
    String real = base.canonical(name);
    return front.kind(real) == Kind.FILE ? front.size(real) : base.size(name);
  }

  @Override
  public int mode(String name) {
    String real = base.canonical(name);
    return front.kind(real) == Kind.FILE ? front.mode(real) : base.mode(name);
  }

  @Override
  public String canonical(String name) {
    return base.canonical(name);
  }
}
