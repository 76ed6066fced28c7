package dev.npanel.ssl.challenge;

import dev.npanel.api.value.AbsolutePath;

/** Where the answer to a challenge is, or was. */
public record ChallengeFile(AbsolutePath path) {}
