/** Who may call an API that an OpenAPI document describes, and how they prove it. */
@NullMarked
package dev.plimsoll.rules.openapi.security;

import org.jspecify.annotations.NullMarked;
