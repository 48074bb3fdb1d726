/** What the paths and operations of OpenAPI documents are like. */
@NullMarked
package dev.plimsoll.rules.openapi.operations;

import org.jspecify.annotations.NullMarked;
