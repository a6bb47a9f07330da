package io.zhike;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: one process, all modules, its own PostgreSQL unless it is given another. */
@SpringBootApplication
public class ZhikeApplication {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    public static void main(String[] args) {
        SpringApplication.run(ZhikeApplication.class, args);
    }
}
