package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.operations.LocalOnlyFilter.Inspection;
import dev.cleave.platform.web.LocalOnly;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class LocalOnlyFilterTests {

    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "192.0.2.1";

    @LocalOnly
    static class Inspecting {
        public void look() {}
    }

    static class Serving {
        public void serve() {}
    }

    private final LocalOnlyFilter filter = new LocalOnlyFilter(Inspection.THIS_MACHINE);

    @Test
    void theActuatorAnswersThisMachineAlone() throws Exception {
        assertThat(statusOf("/actuator/processors/ordering.orders", HERE)).isEqualTo(200);
        assertThat(statusOf("/actuator/processors/ordering.orders", ELSEWHERE)).isEqualTo(403);
        assertThat(statusOf("/actuator", ELSEWHERE)).isEqualTo(403);
        assertThat(statusOf("/actuator/healthy", ELSEWHERE)).isEqualTo(403);
    }

    @Test
    void everybodySeesHealthAndWhatIsNoActuator() throws Exception {
        assertThat(statusOf("/actuator/health/readiness", ELSEWHERE)).isEqualTo(200);
        assertThat(statusOf("/api/ordering/orders", ELSEWHERE)).isEqualTo(200);
    }

    @Test
    void aControllerMarkedLocalOnlyAnswersThisMachineAlone() throws Exception {
        assertThat(passes(new HandlerMethod(new Inspecting(), "look"), ELSEWHERE)).isFalse();
        assertThat(passes(new HandlerMethod(new Inspecting(), "look"), HERE)).isTrue();
        assertThat(passes(new HandlerMethod(new Serving(), "serve"), ELSEWHERE)).isTrue();
    }

    @Test
    void whereWhoeverReachesItIsOnThisMachineEverybodyMayInspectButNotOperate() throws Exception {
        LocalOnlyFilter behindAFront = new LocalOnlyFilter(Inspection.EVERYWHERE);
        MockHttpServletResponse operated = new MockHttpServletResponse();

        behindAFront.doFilter(from("/actuator/deadletters", ELSEWHERE), operated, new MockFilterChain());

        assertThat(operated.getStatus()).isEqualTo(403);
        assertThat(behindAFront.preHandle(
                from("/", ELSEWHERE), new MockHttpServletResponse(), new HandlerMethod(new Inspecting(), "look"))).isTrue();
    }

    private int statusOf(String path, String caller) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(from(path, caller), response, new MockFilterChain());
        return response.getStatus();
    }

    private boolean passes(HandlerMethod handler, String caller) throws Exception {
        return filter.preHandle(from("/", caller), new MockHttpServletResponse(), handler);
    }

    private static MockHttpServletRequest from(String path, String caller) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(caller);
        return request;
    }
}
