package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.record.RecordReader;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How notices are told their receiver: a quote only while the record may be read. */
@Component
final class NoticeAnswers {
    private final Members members;
    private final RecordReader reader;

    NoticeAnswers(Members members, RecordReader reader) {
        this.members = members;
        this.reader = reader;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            UUID id,
            Instant at,
            String topic,
            String title,
            @Nullable String text,
            Around.@Nullable Person by,
            Around.@Nullable Told about,
            @Nullable UUID todo,
            boolean read) {}

    List<Answer> of(Caller caller, List<Notice> notices) {
        Around around = Around.of(
                caller,
                members,
                reader,
                notices.stream().map(Notice::by).filter(Objects::nonNull).toList(),
                notices.stream().map(Notice::about).toList());
        return notices.stream().map(notice -> answer(notice, around)).toList();
    }

    private static Answer answer(Notice notice, Around around) {
        Around.Told about = around.about(notice.about());
        boolean readable = about != null && about.title() != null;
        return new Answer(
                notice.id(),
                notice.at(),
                notice.topic().code(),
                notice.title(),
                notice.quote() != null && readable ? notice.quote() : notice.text(),
                around.person(notice.by()),
                about,
                notice.todo(),
                notice.read());
    }
}
