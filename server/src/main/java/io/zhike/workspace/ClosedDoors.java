package io.zhike.workspace;

import io.zhike.http.AddressRange;
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

/**
 * Every endpoint of the API is closed to strangers unless it is {@link Open}, to who comes from a network address that the
 * workspace does not allow, and, unless it is {@link EvenConfined}, to who must do something else first. The {@link Caller} is
 * handed to those that take it.
 */
@Configuration(proxyBeanMethods = false)
class ClosedDoors implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final WorkspaceSecurity security;

    ClosedDoors(WorkspaceSecurity security) {
        this.security = security;
    }

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
        if (ApiPath.covers(request)
                && handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(Open.class)) {
            KnownCallers.Known known = CallerFilter.known(request).orElseThrow(WorkspaceError.SIGN_IN_NEEDED::problem);
            refuseAddress(known, request.getRemoteAddr());
            Confinement confinement = known.confinement();
            if (confinement != null && !method.hasMethodAnnotation(EvenConfined.class)) {
                throw confinement.error().problem();
            }
            if (CallerFilter.mayNotSeeAs(request)) {
                throw WorkspaceError.SEE_AS_REFUSED.problem();
            }
            if (onlyLooks(request) && !reads(request, method)) {
                throw WorkspaceError.PREVIEW_CHANGES_NOTHING.problem();
            }
        }
        return true;
    }

    /** A key's own list narrows that of its workspace and never widens it: any member makes keys. */
    private void refuseAddress(KnownCallers.Known known, String address) {
        boolean allowed =
                security.allows(known.place().workspace(), address) && AddressRange.allow(known.addresses(), address);
        if (!allowed) {
            throw WorkspaceError.ADDRESS_NOT_ALLOWED.problem(address);
        }
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
