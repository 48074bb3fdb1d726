/** Dockerfile rules about how a container starts, stops and is watched. */
@NullMarked
package dev.plimsoll.rules.dockerfile.health;

import org.jspecify.annotations.NullMarked;
