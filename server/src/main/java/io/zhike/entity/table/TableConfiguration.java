package io.zhike.entity.table;

import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables into the publish. */
@Configuration(proxyBeanMethods = false)
class TableConfiguration {

    /** The definitions are asked for late: they are made of the parts of the publish, of which this is one. */
    @Bean
    EntityTables entityTables(Database database, Clock clock, ObjectProvider<Definitions> definitions) {
        return new EntityTables(database, clock, workspace -> newest(definitions.getObject(), workspace));
    }

    /** As the database has it: this node's memory may be two seconds behind the publish that is being completed. */
    private static DefinitionSet newest(Definitions definitions, Workspace workspace) {
        long revision =
                definitions.revisions(workspace, Long.MAX_VALUE, 1).getFirst().number();
        return definitions.at(workspace, revision);
    }
}
