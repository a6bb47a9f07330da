package io.zhike.workspace;

import io.zhike.http.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every endpoint of the API is closed to strangers unless it is {@link Open}; the {@link Caller} is handed to those that take it. */
@Configuration(proxyBeanMethods = false)
class ClosedDoors implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean closed = ApiPath.covers(request)
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(Open.class);
        if (closed && CallerFilter.of(request).isEmpty()) {
            throw WorkspaceError.SIGN_IN_NEEDED.problem();
        }
        if (closed && CallerFilter.mayNotSeeAs(request)) {
            throw WorkspaceError.SEE_AS_REFUSED.problem();
        }
        if (closed && onlyLooks(request) && !reads(request, (HandlerMethod) handler)) {
            throw WorkspaceError.PREVIEW_CHANGES_NOTHING.problem();
        }
        return true;
    }

    private static boolean onlyLooks(HttpServletRequest request) {
        return CallerFilter.of(request)
                .filter(caller -> caller.origin() instanceof Origin.Looking)
                .isPresent();
    }

    private static boolean reads(HttpServletRequest request, HandlerMethod method) {
        return SAFE.contains(request.getMethod()) || method.hasMethodAnnotation(Reads.class);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
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
        return CallerFilter.of(servlet).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
    }
}
