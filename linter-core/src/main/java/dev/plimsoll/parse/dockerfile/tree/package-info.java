/** The nodes of a Dockerfile; their leaves tile the file. */
@NullMarked
package dev.plimsoll.parse.dockerfile.tree;

import org.jspecify.annotations.NullMarked;
