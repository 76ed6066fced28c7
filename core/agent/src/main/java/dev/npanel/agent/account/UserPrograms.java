package dev.npanel.agent.account;

import dev.npanel.agent.program.ProgramResult;
import dev.npanel.agent.program.Programs;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** useradd(8) and userdel(8), the only programs that change the password files. */
final class UserPrograms {
    private static final System.Logger LOG = System.getLogger(UserPrograms.class.getName());
    private static final AbsolutePath USERADD = new AbsolutePath("/usr/sbin/useradd");
    private static final AbsolutePath USERDEL = new AbsolutePath("/usr/sbin/userdel");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ALREADY_THERE = 9;
    private static final int NO_SUCH_USER = 6;
    private static final int RETRY = 5;

    private final Programs programs;

    UserPrograms(Programs programs) {
        this.programs = programs;
    }

    /** Makes the user and a group of the same name, without a password, a login shell and a home directory. */
    void add(AccountName name, UnixUser user) {
        String number = String.valueOf(user.uid());
        ProgramResult result = run(
                USERADD,
                "--no-create-home",
                "--home-dir",
                user.home(),
                "--user-group",
                "--uid",
                number,
                "--shell",
                "/usr/sbin/nologin",
                "--comment",
                PasswordFile.MARK,
                "--",
                name.text());
        if (result.status() == ALREADY_THERE) {
            throw taken();
        }
        require(result, USERADD);
    }

    /** Ends the user's processes, then takes the user and its group away; the files stay. */
    void remove(AccountName name, int uid) {
        endProcesses(name, uid);
        ProgramResult result = run(USERDEL, "--", name.text());
        if (result.status() != NO_SUCH_USER) {
            require(result, USERDEL);
        }
    }

    /** What a name that somebody has is answered with. */
    static ProblemException taken() {
        return Problem.of(ProblemKind.CONFLICT, "unix.account.taken", "This name is taken on the host.")
                .asException();
    }

    /** A user whose processes run cannot be removed, and what runs on would belong to nobody. */
    private static void endProcesses(AccountName name, int uid) {
        String number = String.valueOf(uid);
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .user()
                        .filter(user -> user.equals(name.text()) || user.equals(number))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private ProgramResult run(AbsolutePath program, String... arguments) {
        try {
            return programs.run(program, List.of(arguments), TIMEOUT);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private static void require(ProgramResult result, AbsolutePath program) {
        if (!result.succeeded()) {
            LOG.log(Level.WARNING, program + " ended with " + result);
            throw Problem.unavailable("unix.account.refused", "The host's users cannot be changed now.", RETRY)
                    .asException();
        }
    }
}
