package dev.npanel.host.step;

import dev.npanel.api.value.AbsolutePath;

/** Makes or replaces a regular file, whole: readers see the old content or the new, also after a power cut. */
public record PutFile(AbsolutePath path, Content content, Ownership ownership) implements Step {}
