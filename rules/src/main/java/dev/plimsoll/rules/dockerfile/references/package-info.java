/** Dockerfile rules about names: of stages, of images, of variables. */
@NullMarked
package dev.plimsoll.rules.dockerfile.references;

import org.jspecify.annotations.NullMarked;
