package dev.npanel.web.nginx.site;

import dev.npanel.api.problem.Problem;
import dev.npanel.web.nginx.config.ConfigReader;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.vhost.ExtraDirective;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The further directives a site may have, and their arguments: none that names a file, a variable, a program or another server, that
 * has a block, or that undoes what nPanel's own say. What nginx has against one besides is said by nginx.
 */
public final class ExtraDirectives {
    private static final String TIME = "\\d{1,6}(ms|s|m|h|d)?";
    private static final String SIZE = "\\d{1,6}[kKmM]?";
    private static final String SWITCH = "on|off";
    private static final List<String> SWITCHES = List.of(
            "absolute_redirect",
            "autoindex",
            "autoindex_exact_size",
            "autoindex_localtime",
            "etag",
            "fastcgi_buffering",
            "fastcgi_request_buffering",
            "gzip",
            "gzip_vary",
            "log_not_found",
            "port_in_redirect",
            "proxy_buffering",
            "proxy_intercept_errors",
            "proxy_request_buffering",
            "server_name_in_redirect",
            "tcp_nodelay",
            "tcp_nopush");

    private static final List<String> TIMES = List.of(
            "client_body_timeout",
            "client_header_timeout",
            "fastcgi_connect_timeout",
            "fastcgi_send_timeout",
            "keepalive_timeout",
            "proxy_connect_timeout",
            "proxy_read_timeout",
            "proxy_send_timeout",
            "send_timeout");

    private static final List<String> SIZES = List.of(
            "client_body_buffer_size",
            "client_max_body_size",
            "fastcgi_buffer_size",
            "fastcgi_busy_buffers_size",
            "gzip_min_length",
            "limit_rate",
            "limit_rate_after",
            "proxy_buffer_size",
            "proxy_busy_buffers_size");

    private static final Map<String, Pattern> ALLOWED = allowed();

    private ExtraDirectives() {}

    /** Refuses those that may not be, by their place in the list. */
    public static void require(List<ExtraDirective> directives) {
        for (int i = 0; i < directives.size(); i++) {
            String refusal = refusal(directives.get(i));
            if (!refusal.isEmpty()) {
                throw Problem.invalid("directives[" + i + "]", refusal).asException();
            }
        }
    }

    /** As nginx reads it. */
    static Directive parse(ExtraDirective directive) {
        return ConfigReader.read(directive + ";").get(0);
    }

    private static String refusal(ExtraDirective given) {
        List<Directive> read;
        try {
            read = ConfigReader.read(given + ";");
        } catch (IllegalArgumentException broken) {
            return "is no directive: " + broken.getMessage();
        }
        if (read.size() != 1 || read.get(0).block() != null) {
            return "must be one directive without a block";
        }
        Directive directive = read.get(0);
        Pattern arguments = ALLOWED.get(directive.name());
        if (arguments == null) {
            return "must be one of " + String.join(", ", ALLOWED.keySet());
        }
        return arguments.matcher(String.join("\t", directive.arguments())).matches()
                ? ""
                : "has arguments that " + directive.name() + " cannot have here";
    }

    /** By name: the arguments, with tabs between them. */
    private static Map<String, Pattern> allowed() {
        Map<String, String> rules = new TreeMap<>();
        SWITCHES.forEach(name -> rules.put(name, SWITCH));
        TIMES.forEach(name -> rules.put(name, TIME));
        SIZES.forEach(name -> rules.put(name, SIZE));
        List.of("fastcgi_buffers", "gzip_buffers", "large_client_header_buffers", "proxy_buffers")
                .forEach(name -> rules.put(name, "\\d{1,3}\t" + SIZE));
        rules.put("add_header", "[A-Za-z][A-Za-z0-9-]{0,63}\t[^\t$\\p{Cntrl}]{1,800}(\talways)?");
        rules.put("charset", "[A-Za-z0-9-]{1,32}");
        rules.put("expires", "off|epoch|max|(modified\t)?-?" + TIME);
        rules.put("gzip_comp_level", "[1-9]");
        rules.put("gzip_proxied", "off|any");
        rules.put("gzip_types", "\\*|[a-z0-9.+-]+/[a-z0-9.+-]+(\t[a-z0-9.+-]+/[a-z0-9.+-]+){0,49}");
        rules.put("if_modified_since", "off|exact|before");
        Map<String, Pattern> patterns = new TreeMap<>();
        rules.forEach((name, rule) -> patterns.put(name, Pattern.compile(rule)));
        return patterns;
    }
}
