package dev.npanel.dns.carry;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.plugin.PluginName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the carrier of a backend can be asked. Of two backends only one serves the contract; their carriers run side by side, each
 * with actions of its own names, {@code dns.bind.take}: so a zone can come to a name server whose backend is not chosen. The carrier of
 * the plugin {@code npanel.dns.bind} is the plugin {@code npanel.dns.bind.carrier}. Administrators only.
 *
 * @param server the last part of the plugin's name, {@code bind}
 */
public record Carrier(String server) {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);
    private static final Pattern PLUGIN = Pattern.compile("npanel\\.dns\\.([a-z][a-z0-9-]{0,30})");

    /** The carrier of a backend, if it is named as one is. */
    public static Optional<Carrier> of(PluginName backend) {
        Matcher matcher = PLUGIN.matcher(backend.text());
        return matcher.matches() ? Optional.of(new Carrier(matcher.group(1))) : Optional.empty();
    }

    /** The plugin that it is. */
    public PluginName plugin() {
        return new PluginName("npanel.dns." + server + ".carrier");
    }

    /** Which zones the server has. */
    public ActionType<ListCarried, CarriedPage> zones() {
        return read("zones", ListCarried.class, CarriedPage.class);
    }

    /** Takes zones from another server; {@code CONFLICT dns.carry.not-carried} when one has what the contract cannot express. */
    public ActionType<TakeZones, CarriedPage> take() {
        return change("take", TakeZones.class, CarriedPage.class);
    }

    /** Ends zones; nothing to do for those that are not there. */
    public ActionType<DropZones, CarriedPage> drop() {
        return change("drop", DropZones.class, CarriedPage.class);
    }

    /** Asks this server and another one for every name of zones. */
    public ActionType<CompareZones, ComparedZones> compare() {
        return read("compare", CompareZones.class, ComparedZones.class);
    }

    /** Where the server is. */
    public ActionType<ReadPlace, PlaceInfo> place() {
        return read("place", ReadPlace.class, PlaceInfo.class);
    }

    /** Brings the server to another place; what answers on port 53 already has to leave first. */
    public ActionType<SetPlace, PlaceInfo> move() {
        return change("move", SetPlace.class, PlaceInfo.class);
    }

    private <I extends Record & Scoped, O extends Record> ActionType<I, O> read(
            String name, Class<I> input, Class<O> output) {
        return ActionType.read(VERSION, "dns." + server + "." + name, Access.ADMINISTRATOR, input, output);
    }

    private <I extends Record & Scoped, O extends Record> ActionType<I, O> change(
            String name, Class<I> input, Class<O> output) {
        return ActionType.change(VERSION, "dns." + server + "." + name, Access.ADMINISTRATOR, input, output);
    }
}
