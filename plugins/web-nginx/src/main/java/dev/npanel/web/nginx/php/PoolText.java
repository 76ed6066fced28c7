package dev.npanel.web.nginx.php;

import dev.npanel.api.value.DomainName;
import dev.npanel.web.php.PhpSettings;

/**
 * The configuration of PHP-FPM as text (php-fpm.conf). There is nothing to escape: all that comes from outside are numbers, names of
 * domains and of accounts.
 */
final class PoolText {
    private static final String POOL = """
            ; made by nPanel
            [%1$s]
            listen = %2$s
            listen.mode = 0660
            listen.backlog = 511
            pm = ondemand
            pm.max_children = %3$d
            pm.process_idle_timeout = 30s
            pm.max_requests = 2000
            request_terminate_timeout = %4$ds
            security.limit_extensions = .php
            clear_env = yes
            env[PATH] = /usr/local/bin:/usr/bin:/bin
            env[HOME] = /home/%5$s
            env[TMPDIR] = /tmp
            php_admin_value[open_basedir] = /home/%5$s:/tmp:/usr/share/php:/var/lib/npanel-php/%5$s
            php_admin_value[session.save_path] = /var/lib/npanel-php/%5$s/sessions
            php_admin_value[session.gc_probability] = 1
            php_admin_value[session.gc_divisor] = 1000
            php_admin_value[upload_tmp_dir] = /tmp
            php_admin_value[sys_temp_dir] = /tmp
            php_admin_value[error_log] = /var/log/npanel-php/%5$s/%1$s.log
            php_admin_flag[log_errors] = on
            php_admin_flag[opcache.enable] = on
            php_admin_flag[opcache.validate_permission] = on
            php_admin_value[memory_limit] = %6$dM
            php_admin_value[upload_max_filesize] = %7$dM
            php_admin_value[post_max_size] = %7$dM
            php_value[max_execution_time] = %8$d
            php_admin_value[max_input_vars] = %9$d
            php_flag[display_errors] = %10$s
            """;

    private PoolText() {}

    /** The master's own file. */
    static String main(PhpInstance instance) {
        return """
                ; made by nPanel
                [global]
                error_log = syslog
                syslog.ident = php%s-%s
                daemonize = no
                ; what runs when the configuration is read again may end
                process_control_timeout = 60s
                include = %s/*.pool
                """.formatted(instance.version(), instance.account(), instance.directory());
    }

    /** A site's file. */
    static String pool(PhpInstance instance, DomainName site, PhpSettings settings) {
        String account = instance.account().text();
        return POOL.formatted(
                site,
                instance.socket(site),
                settings.processes(),
                settings.seconds() + 5,
                account,
                settings.memory(),
                settings.upload(),
                settings.seconds(),
                settings.inputs(),
                settings.errors() ? "on" : "off");
    }
}
