package dev.npanel.host.step;

import dev.npanel.api.value.AbsolutePath;

/** Takes a file or directory away, into the trash that is emptied later. Nothing to do when there is none. */
public record Delete(AbsolutePath path) implements Step {}
