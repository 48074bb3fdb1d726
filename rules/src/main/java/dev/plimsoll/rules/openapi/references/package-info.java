/** What OpenAPI documents refer to. */
@NullMarked
package dev.plimsoll.rules.openapi.references;

import org.jspecify.annotations.NullMarked;
