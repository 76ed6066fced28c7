package dev.npanel.host.step;

import dev.npanel.api.value.AbsolutePath;

/** Makes a directory, or gives one that is there this ownership; its parent must be there. */
public record PutDirectory(AbsolutePath path, Ownership ownership) implements Step {}
