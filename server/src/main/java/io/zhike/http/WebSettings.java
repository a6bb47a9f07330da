package io.zhike.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The parameters that controllers may take from this module, and the pages of the single-page application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, RateSettings.class})
class WebSettings implements WebMvcConfigurer {
    private static final String PAGES = "classpath:/static/";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Parameter(Idempotency.class) {
            @Override
            Object of(HttpServletRequest request) {
                return IdempotencyFilter.of(request);
            }
        });
        resolvers.add(new Parameter(IfMatch.class) {
            @Override
            Object of(HttpServletRequest request) {
                return IfMatch.parse(request.getHeader("If-Match"));
            }
        });
    }

    /** Boot's usual text types, and problems. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> compression() {
        Compression compression = new Compression();
        compression.setEnabled(true);
        compression.setAdditionalMimeTypes(new String[] {Problem.MEDIA_TYPE, "image/svg+xml"});
        // A page is made of many small scripts; those below 2 KB, which are most of them, are worth it together.
        compression.setMinResponseSize(DataSize.ofBytes(512));
        return factory -> factory.setCompression(compression);
    }

    /** Else Tomcat would tell of requests that it cannot read by a page of its own. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareAnswers() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareAnswers()));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    /** Assets have a hash in their name and never change; everything else is asked for again each time. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(PAGES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(PAGES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    /** Any address that is no file is a page of the application, which finds its way by itself. */
    static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource found = super.getResource(path, location);
            return found == null && isPage(path) ? super.getResource("index.html", location) : found;
        }

        static boolean isPage(String path) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            return !path.startsWith("api/")
                    && !path.equals("api")
                    && !path.startsWith("assets/")
                    && !last.contains(".");
        }
    }

    private abstract static class Parameter implements HandlerMethodArgumentResolver {
        private final Class<?> type;

        Parameter(Class<?> type) {
            this.type = type;
        }

        abstract Object of(HttpServletRequest request);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
            if (servlet == null) {
                throw new IllegalStateException("not a servlet request");
            }
            return of(servlet);
        }
    }
}
