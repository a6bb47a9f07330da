package io.zhike.record.file;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What files are examined by. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ScanSettings.class, FileSettings.class})
class FileConfiguration {

    @Bean
    FileScanner fileScanner(ScanSettings settings) {
        return settings.isOn()
                ? new ClamdScanner(ClamdAddress.of(settings.clamd()), settings.timeout())
                : _ -> new FileScanner.Verdict.Clean();
    }
}
