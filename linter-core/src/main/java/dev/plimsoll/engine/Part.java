package dev.plimsoll.engine;

/**
 * A part of the rules of one language, so that threads share the work on a large file.
 *
 * @param index from 0
 * @param count of all parts
 */
record Part(int index, int count) {

  static final Part ALL = new Part(0, 1);

  boolean isAll() {
    return count == 1;
  }

  /** Whether it does what is done once a file. */
  boolean isFirst() {
    return index == 0;
  }

  /** Whether it begins with what needs no model, while another one makes that. */
  boolean hasText() {
    return index == Math.min(1, count - 1);
  }

  /** Whether a rule belongs to it. */
  boolean has(Active<?> rule) {
    return rule.slot() % count == index;
  }
}
