package io.zhike.secret;

import io.zhike.store.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this module. The keys are found when all beans are there and before a request is taken. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
class SecretConfiguration {

    @Bean
    Secrets secrets(SecretSettings settings) {
        return new Secrets(settings.source());
    }

    @Bean
    SmartInitializingSingleton secretStart(
            Database database, SecretSettings settings, Secrets secrets, ObjectProvider<SealedColumns> modules) {
        return () -> new SecretStart(database, settings)
                .begin(secrets, modules.orderedStream().toList());
    }
}
