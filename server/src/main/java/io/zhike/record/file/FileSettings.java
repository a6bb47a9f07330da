package io.zhike.record.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an administrator may set about files, under {@code zhike.files}.
 *
 * @param maxSize the largest file taken; never more than {@link Files#MAX_SIZE}
 * @param perWorkspace how much the files of one workspace may have together; zero sets no limit
 */
@ConfigurationProperties("zhike.files")
record FileSettings(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("0") DataSize perWorkspace) {

    FileSettings {
        if (maxSize.toBytes() < 1_024 || maxSize.toBytes() > Files.MAX_SIZE) {
            throw new IllegalArgumentException("zhike.files.max-size must be between 1KB and 512MB");
        }
        if (perWorkspace.isNegative()) {
            throw new IllegalArgumentException("zhike.files.per-workspace must not be negative");
        }
    }
}
