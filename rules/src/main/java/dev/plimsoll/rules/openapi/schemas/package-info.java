/** What the schemas of OpenAPI documents say. */
@NullMarked
package dev.plimsoll.rules.openapi.schemas;

import org.jspecify.annotations.NullMarked;
