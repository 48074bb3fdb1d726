package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.YamlNode;

/** Tells where an error hides a part of a tree. */
public interface Cuts {

  /** A tree without errors. */
  Cuts NONE =
      new Cuts() {
        @Override
        public boolean isCut(YamlNode node) {
          return false;
        }
      };

  /** Whether nothing can be said to be absent from a node. */
  boolean isCut(YamlNode node);
}
