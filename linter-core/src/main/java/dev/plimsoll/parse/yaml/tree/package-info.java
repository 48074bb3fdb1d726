/** The YAML tree: nodes as they are written, each with its place. */
@NullMarked
package dev.plimsoll.parse.yaml.tree;

import org.jspecify.annotations.NullMarked;
