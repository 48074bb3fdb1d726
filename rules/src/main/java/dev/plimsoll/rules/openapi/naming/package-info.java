/** How the parts of an API are called and described. */
@NullMarked
package dev.plimsoll.rules.openapi.naming;

import org.jspecify.annotations.NullMarked;
