/** Build time only: turns annotated rules into dispatch tables and a metadata table. */
@NullMarked
package dev.plimsoll.ruleindex;

import org.jspecify.annotations.NullMarked;
