package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.Text;
import java.io.IOException;

/** What a client learns when its text is no JSON; never Jackson's own words, which quote the text. */
final class Refusals {
    private Refusals() {}

    static ProblemException of(IOException refused) {
        return Text.refuse(
                refused instanceof StreamConstraintsException
                        ? "must not be nested deeper or have longer names, numbers or text than any request needs"
                        : "must be one well-formed JSON value in UTF-8" + place(refused));
    }

    private static String place(IOException refused) {
        JsonLocation location = refused instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
