package dev.npanel.dns.panel.record;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.record.ChangeRecords;
import dev.npanel.dns.record.RecordChange;
import dev.npanel.dns.record.RecordContent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@link RecordEdits} into the agent's request, and what the agent says of it back into the words of the client. */
final class EditedRecords {
    private static final Pattern INDEX = Pattern.compile("changes\\[([0-9]{1,5})](.*)");

    private final RecordEdits edits;

    EditedRecords(RecordEdits edits) {
        this.edits = edits;
    }

    ChangeRecords in(DomainName zone) {
        Violations violations = new Violations();
        List<RecordChange> changes = new ArrayList<>();
        edits.delete().forEach(id -> changes.add(new RecordChange.Delete(id)));
        for (int index = 0; index < edits.update().size(); index++) {
            RecordEdits.Edit edit = edits.update().get(index);
            violations.check("update[" + index + "]", () -> update(zone, edit)).ifPresent(changes::add);
        }
        for (int index = 0; index < edits.add().size(); index++) {
            edits.add()
                    .get(index)
                    .in(zone, "add[" + index + "]", violations)
                    .ifPresent(record -> changes.add(new RecordChange.Add(record)));
        }
        violations.throwIfAny();
        return new ChangeRecords(zone, changes);
    }

    /** The problem with the places that the client knows. */
    ProblemException translated(ProblemException refused) {
        Problem problem = refused.problem();
        List<Violation> violations = problem.violations().stream()
                .map(each -> new Violation(field(each.field()), each.rule()))
                .toList();
        return new ProblemException(
                new Problem(
                        problem.kind(),
                        problem.code(),
                        problem.message(),
                        violations,
                        problem.retryAfter(),
                        problem.incident()),
                refused);
    }

    private String field(String field) {
        Matcher matcher = INDEX.matcher(field);
        return matcher.matches() ? edits.where(Integer.parseInt(matcher.group(1))) + matcher.group(2) : field;
    }

    private static RecordChange update(DomainName zone, RecordEdits.Edit edit) {
        String content = RecordContent.of(zone, edit.id().name(), edit.id().type(), edit.content());
        return new RecordChange.Update(edit.id(), edit.ttl() == null ? NewRecord.USUAL_TTL : edit.ttl(), content);
    }
}
