package dev.npanel.dns.powerdns.api;

/** What came back: status, media type and body. */
record Answer(int status, String type, String body) {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    boolean isGood() {
        return status >= OK && status < MULTIPLE_CHOICES;
    }

    /** PowerDNS's own "there is no such thing", as opposed to that of something else that listens there. */
    boolean isMissing() {
        return status == NOT_FOUND && body.startsWith("Not Found");
    }

    /** Whether this cannot be an answer of a PowerDNS that is well. */
    boolean isStrange() {
        return status >= SERVER_ERROR
                || (status >= MULTIPLE_CHOICES && status < BAD_REQUEST)
                || (status == NOT_FOUND && !isMissing())
                || (isGood() && !body.isEmpty() && !type.contains("json"));
    }
}
