package io.zhike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import io.zhike.store.TestDatabase;
import io.zhike.workspace.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;

/** What a start that cannot succeed says, and that it says it before anything is touched. */
class StartFailureTest {

    @Test
    void namesThePortInUseAndHowToTakeAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> ListeningPlace.check("127.0.0.1", port))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.message().code()).isEqualTo(StartError.PORT_IN_USE);
                        assertThat(problem.message().in(Language.EN))
                                .contains("Port " + port + " of 127.0.0.1", "--port");
                        assertThat(problem.message().in(Language.ZH)).contains("端口 " + port, "--port");
                    });
        }
    }

    @Test
    void takesAPortThatIsFree() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ListeningPlace.check("127.0.0.1", port);
        ListeningPlace.check("127.0.0.1", port);
    }

    @Test
    void saysThatAnAddressIsNotOfThisMachine() {
        for (String host : new String[] {"192.0.2.1", "no-such-host.invalid"}) {
            assertThatThrownBy(() -> ListeningPlace.check(host, 18_080))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.message().code()).isEqualTo(StartError.ADDRESS_UNKNOWN));
        }
    }

    @Test
    void failsOnATakenPortBeforeTheDatabaseIsLookedFor() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String[] arguments = {
                "--server.port=" + taken.getLocalPort(), "--zhike.database.url=postgresql://a:b@127.0.0.1:1/nowhere"
            };
            assertThatThrownBy(() -> SpringApplication.run(ZhikeApplication.class, arguments))
                    .satisfies(failure -> assertThat(StartFailure.text(failure)).contains("is in use"));
        }
    }

    @Test
    void saysWhyTheDatabaseDoesNotServeAndShowsNoTrace() {
        String[] arguments = {"--server.port=0", "--zhike.database.url=postgresql://a:secret@127.0.0.1:1/nowhere"};
        assertThatThrownBy(() -> SpringApplication.run(ZhikeApplication.class, arguments))
                .satisfies(failure -> assertThat(StartFailure.text(failure))
                        .contains("知客没有启动：无法连接数据库", "Zhike did not start: The database", "127.0.0.1:1")
                        .doesNotContain("secret", "bean", "Exception"));
    }

    @Test
    void saysThatATemplateIsNotThere() {
        String[] arguments = {
            "--server.port=0",
            "--zhike.database.url=" + TestDatabase.url(),
            "--zhike.secrets.key=" + TestServer.SECRETS_KEY,
            "--zhike.template=nowhere"
        };
        assertThatThrownBy(() -> SpringApplication.run(ZhikeApplication.class, arguments))
                .satisfies(failure -> assertThat(StartFailure.text(failure)).contains("nowhere"));
    }

    @Test
    void findsTheReasonBelowWhateverItIsWrappedIn() {
        RuntimeException inner = StartError.ADDRESS_UNKNOWN.problem("example");
        RuntimeException wrapped = new IllegalStateException("outer", new IllegalStateException("middle", inner));
        assertThat(StartFailure.text(wrapped)).contains("'example' is no address");
        assertThat(StartFailure.text(new IllegalStateException(new PortInUseException(8123))))
                .contains("Port 8123", "--port 8124");
    }

    @Test
    void leavesWhatNobodyCanMendToSpringBoot() {
        assertThat(StartFailure.text(new IllegalStateException("ours"))).isNull();
        assertThat(new StartFailure().reportException(new IllegalStateException("ours")))
                .isFalse();
    }
}
