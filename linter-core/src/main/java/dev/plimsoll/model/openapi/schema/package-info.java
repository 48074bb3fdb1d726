/** Whether the examples and defaults of a description fit their schemas. */
@NullMarked
package dev.plimsoll.model.openapi.schema;

import org.jspecify.annotations.NullMarked;
