package dev.plimsoll.model.dockerfile;

import java.util.Optional;

/**
 * A map from names that never changes: adding one makes a new map that shares most of the old. A
 * treap (Seidel and Aragon, Randomized Search Trees, 1996), so that looking up and adding take
 * logarithmic time whatever the names and their order.
 */
final class SharedMap<V> {

  private final Tree<V> tree;
  private final int added;

  private SharedMap(Tree<V> tree, int added) {
    this.tree = tree;
    this.added = added;
  }

  static <V> SharedMap<V> empty() {
    return new SharedMap<>(new Leaf<>(), 0);
  }

  Optional<V> find(String name) {
    Tree<V> at = tree;
    while (at instanceof Node<V> node) {
      int order = name.compareTo(node.name);
      if (order == 0) {
        return Optional.of(node.value);
      }
      at = order < 0 ? node.left : node.right;
    }
    return Optional.empty();
  }

  /** This map and one more, which takes the place of an older one of its name. */
  SharedMap<V> with(String name, V value) {
    return new SharedMap<>(tree.with(name, value, priority(added)), added + 1);
  }

  /** What looks random and is the same in every run: MurmurHash3's finalizer. */
  private static int priority(int count) {
    int hash = (count ^ (count >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }

  private abstract static sealed class Tree<V> {
    abstract Node<V> with(String name, V value, int priority);
  }

  private static final class Leaf<V> extends Tree<V> {
    @Override
    Node<V> with(String name, V value, int priority) {
      return new Node<>(name, value, priority, this, this);
    }
  }

  /** Names to the left are smaller, priorities below are not higher. */
  private static final class Node<V> extends Tree<V> {
    private final String name;
    private final V value;
    private final int priority;
    private final Tree<V> left;
    private final Tree<V> right;

    Node(String name, V value, int priority, Tree<V> left, Tree<V> right) {
      this.name = name;
      this.value = value;
      this.priority = priority;
      this.left = left;
      this.right = right;
    }

    @Override
    Node<V> with(String added, V content, int rank) {
      int order = added.compareTo(name);
      if (order == 0) {
        return new Node<>(name, content, priority, left, right);
      }
      Node<V> child = (order < 0 ? left : right).with(added, content, rank);
      if (order < 0) {
        return child.priority > priority
            ? child.between(child.left, between(child.right, right))
            : between(child, right);
      }
      return child.priority > priority
          ? child.between(between(left, child.left), child.right)
          : between(left, child);
    }

    private Node<V> between(Tree<V> smaller, Tree<V> greater) {
      return new Node<>(name, value, priority, smaller, greater);
    }
  }
}
