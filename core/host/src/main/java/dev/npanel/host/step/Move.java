package dev.npanel.host.step;

import dev.npanel.api.value.AbsolutePath;

/** Renames a file or directory within one file system; nothing may be at the target. */
public record Move(AbsolutePath from, AbsolutePath to) implements Step {}
