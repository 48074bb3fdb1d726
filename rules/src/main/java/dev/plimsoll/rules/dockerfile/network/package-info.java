/** Dockerfile rules about how hosts are talked to. */
@NullMarked
package dev.plimsoll.rules.dockerfile.network;

import org.jspecify.annotations.NullMarked;
