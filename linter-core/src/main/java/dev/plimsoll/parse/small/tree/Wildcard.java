package dev.plimsoll.parse.small.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A compiled file name pattern. All its states advance together, so that a match costs at most the
 * length of the pattern times the length of the text, however many stars there are.
 */
public final class Wildcard {

  // A step that is no negative number is a literal code point.
  private static final int ONE = -1;
  private static final int RUN = -2;
  private static final int ALL = -3;
  private static final int FOLDERS = -4;
  private static final int WITHIN_FOLDERS = -5;
  private static final int CLASS = -6;
  private static final int FORK = -7;
  private static final int JUMP = -8;

  private final int[] steps;
  private final int[] arguments;
  private final List<CharacterClass> classes;
  private final String head;
  private final String tail;
  private final int headSteps;

  private Wildcard(Builder builder) {
    this.steps = Arrays.copyOf(builder.steps, builder.size);
    this.arguments = Arrays.copyOf(builder.arguments, builder.size);
    this.classes = List.copyOf(builder.classes);
    int first = 0;
    while (first < steps.length && steps[first] >= 0) {
      first++;
    }
    int last = steps.length;
    while (last > first && steps[last - 1] >= 0 && !builder.forked) {
      last--;
    }
    this.headSteps = first;
    this.head = new String(steps, 0, first);
    this.tail = new String(steps, last, steps.length - last);
  }

  /** Whether the text from {@code start} to its end is one that the pattern describes. */
  public boolean matches(String text, int start) {
    if (!text.startsWith(head, start)) {
      return false;
    }
    int rest = start + head.length();
    if (headSteps == steps.length) {
      return rest == text.length();
    }
    return text.length() - rest >= tail.length() && text.endsWith(tail) && run(text, rest);
  }

  private boolean run(String text, int start) {
    boolean[] now = new boolean[steps.length + 1];
    boolean[] next = new boolean[steps.length + 1];
    now[headSteps] = true;
    int at = start;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (!advance(character, now, next)) {
        return false;
      }
      boolean[] spent = now;
      now = next;
      next = spent;
      Arrays.fill(next, false);
    }
    for (int step = headSteps; step < steps.length; step++) {
      if (now[step]) {
        skip(step, now);
      }
    }
    return now[steps.length];
  }

  /** One character on, from all states; ways that need no character only lead forward. */
  private boolean advance(int character, boolean[] now, boolean[] next) {
    boolean alive = false;
    for (int step = headSteps; step < steps.length; step++) {
      if (now[step]) {
        skip(step, now);
        alive |= take(step, character, next);
      }
    }
    return alive;
  }

  private void skip(int step, boolean[] now) {
    switch (steps[step]) {
      case RUN, ALL -> now[step + 1] = true;
      case FOLDERS -> {
        now[step + 1] = true;
        now[step + 2] = true;
      }
      case FORK -> {
        now[step + 1] = true;
        now[arguments[step]] = true;
      }
      case JUMP -> now[arguments[step]] = true;
      default -> {} // the others need a character
    }
  }

  private boolean take(int step, int character, boolean[] next) {
    int kind = steps[step];
    boolean stays = kind == ALL || kind == WITHIN_FOLDERS || (kind == RUN && character != '/');
    boolean goesOn =
        kind == character
            || (kind == ONE && character != '/')
            || (kind == WITHIN_FOLDERS && character == '/')
            || (kind == CLASS && classes.get(arguments[step]).contains(character));
    next[step] |= stays;
    next[step + 1] |= goesOn;
    return stays || goesOn;
  }

  /** Puts a pattern together, from left to right. */
  public static final class Builder {

    private int[] steps = new int[16];
    private int[] arguments = new int[16];
    private int size;
    private boolean forked;
    private final List<CharacterClass> classes = new ArrayList<>();
    private final Deque<Integer> forks = new ArrayDeque<>();
    private final Deque<List<Integer>> jumps = new ArrayDeque<>();

    /** This very code point. */
    public void literal(int character) {
      add(character, 0);
    }

    public void literal(String characters) {
      for (int i = 0;
          i < characters.length();
          i += Character.charCount(characters.codePointAt(i))) {
        literal(characters.codePointAt(i));
      }
    }

    /** One character, but no slash. */
    public void anyOne() {
      add(ONE, 0);
    }

    /** Any characters, none too, but no slash. */
    public void anyRun() {
      add(RUN, 0);
    }

    /** Any characters, none too, slashes among them. */
    public void anything() {
      add(ALL, 0);
    }

    /** Nothing, or anything that ends with a slash. */
    public void anyFolders() {
      add(FOLDERS, 0);
      add(WITHIN_FOLDERS, 0);
    }

    /** One character of a class. */
    public void oneOf(CharacterClass characters) {
      add(CLASS, classes.size());
      classes.add(characters);
    }

    /** Alternatives follow, with {@link #or} between them and {@link #close} behind. */
    public void open() {
      forked = true;
      jumps.push(new ArrayList<>());
      forks.push(size);
      add(FORK, 0);
    }

    /** The next alternative. */
    public void or() {
      jumps.element().add(size);
      add(JUMP, 0);
      arguments[forks.pop()] = size;
      forks.push(size);
      add(FORK, 0);
    }

    /** The end of the alternatives. */
    public void close() {
      int fork = forks.pop();
      arguments[fork] = fork + 1;
      for (int jump : jumps.pop()) {
        arguments[jump] = size;
      }
    }

    public Wildcard build() {
      return new Wildcard(this);
    }

    private void add(int step, int argument) {
      if (size == steps.length) {
        steps = Arrays.copyOf(steps, 2 * size);
        arguments = Arrays.copyOf(arguments, 2 * size);
      }
      steps[size] = step;
      arguments[size] = argument;
      size++;
    }
  }
}
