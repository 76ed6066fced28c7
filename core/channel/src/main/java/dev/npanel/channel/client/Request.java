package dev.npanel.channel.client;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Body;

/**
 * What to ask the agent.
 *
 * @param files sent along; stay the caller's to close
 */
public record Request(
        String action, ContractVersion contract, Caller caller, boolean dryRun, Body input, Attachments files) {}
