package io.zhike.definition;

import io.zhike.store.Database;
import io.zhike.store.Jobs;
import io.zhike.store.Signals;
import io.zhike.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {

    @Bean
    DefinitionKinds definitionKinds(List<DefinitionKind> kinds) {
        return new DefinitionKinds(kinds);
    }

    @Bean
    PublishedSets publishedSets(Database database, Signals signals, Clock clock) {
        PublishedSets sets = new PublishedSets(database, clock);
        sets.follow(signals);
        return sets;
    }

    @Bean
    Drafts drafts(Database database, DefinitionKinds kinds, Builders builders, Clock clock) {
        return new Drafts(database, kinds, builders, clock);
    }

    @Bean
    Publisher publisher(
            Database database,
            DefinitionKinds kinds,
            ObjectProvider<PublishPart> parts,
            PublishedSets sets,
            Jobs jobs,
            Clock clock) {
        return new Publisher(database, kinds, parts.orderedStream().toList(), sets, jobs, clock);
    }

    @Bean
    FinishPublish finishPublish(
            Database database, Workspaces workspaces, ObjectProvider<PublishPart> parts, Clock clock) {
        return new FinishPublish(database, workspaces, parts.orderedStream().toList(), clock);
    }
}
