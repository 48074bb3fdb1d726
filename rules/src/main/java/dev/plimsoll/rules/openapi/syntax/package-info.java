/** How OpenAPI documents are written. */
@NullMarked
package dev.plimsoll.rules.openapi.syntax;

import org.jspecify.annotations.NullMarked;
