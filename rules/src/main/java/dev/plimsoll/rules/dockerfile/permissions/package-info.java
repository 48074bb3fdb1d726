/** Dockerfile rules about who owns files, who may write them, and who the container runs as. */
@NullMarked
package dev.plimsoll.rules.dockerfile.permissions;

import org.jspecify.annotations.NullMarked;
