/** What a client is told when a request fails. */
@NullMarked
package dev.plimsoll.rules.openapi.errors;

import org.jspecify.annotations.NullMarked;
