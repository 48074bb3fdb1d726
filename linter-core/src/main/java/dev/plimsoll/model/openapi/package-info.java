/** What an OpenAPI document means. */
@NullMarked
package dev.plimsoll.model.openapi;

import org.jspecify.annotations.NullMarked;
