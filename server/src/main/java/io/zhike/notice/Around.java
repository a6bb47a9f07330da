package io.zhike.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.record.RecordReader;
import io.zhike.record.RecordTitles;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the people and records around things are called, for one caller: one statement for people and one for each entity. */
record Around(Map<UUID, Person> people, RecordTitles titles) {

    record Person(UUID id, String name) {}

    /** @param title null where the caller may not read the record */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(String entity, UUID record, @Nullable String title) {}

    static Around of(
            Caller caller,
            Members members,
            RecordReader reader,
            Collection<UUID> people,
            List<Optional<About>> abouts) {
        Map<UUID, Person> known = members.find(caller.workspace(), people).stream()
                .collect(Collectors.toMap(Member::id, member -> new Person(member.id(), member.name())));
        return new Around(
                known,
                RecordTitles.of(
                        reader,
                        caller,
                        abouts.stream()
                                .flatMap(Optional::stream)
                                .collect(Collectors.groupingBy(
                                        About::entity, Collectors.mapping(About::record, Collectors.toSet())))));
    }

    @Nullable
    Person person(@Nullable UUID id) {
        return id == null ? null : people.get(id);
    }

    @Nullable
    Told about(Optional<About> about) {
        return about.map(one -> new Told(one.entity(), one.record(), titles.find(one.entity(), one.record())))
                .orElse(null);
    }
}
