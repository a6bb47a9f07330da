package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhike.entity.ValueContext;
import io.zhike.message.Language;
import io.zhike.message.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The small parts of a print, each by itself. */
class PrintPartsTest {
    private static final ValueContext SHANGHAI = new ValueContext(ZoneId.of("Asia/Shanghai"), Language.ZH);

    @Test
    void formatsWriteWhatTheyFitAndLeaveTheRest() {
        BigDecimal number = new BigDecimal("1234567.895");
        Instant late = Instant.parse("2026-11-22T17:05:00Z");

        assertThat(PrintFormat.MONEY.write(number, SHANGHAI)).isEqualTo("1,234,567.90");
        assertThat(PrintFormat.WHOLE.write(number, SHANGHAI)).isEqualTo("1,234,568");
        assertThat(PrintFormat.CAPITALS.write(new BigDecimal("20"), SHANGHAI)).isEqualTo("贰拾元整");
        assertThat(PrintFormat.DATE.write(late, SHANGHAI)).isEqualTo("2026-11-23");
        assertThat(PrintFormat.LONG_DATE.write(LocalDate.of(2026, 3, 5), SHANGHAI))
                .isEqualTo("2026年3月5日");
        assertThat(PrintFormat.LONG_DATE.write(
                        LocalDate.of(2026, 3, 5), new ValueContext(ZoneId.of("UTC"), Language.EN)))
                .isEqualTo("March 5, 2026");
        assertThat(PrintFormat.DATE_TIME.write(late, SHANGHAI)).isEqualTo("2026-11-23 01:05");
        assertThat(PrintFormat.MONEY.write("text", SHANGHAI)).isNull();
        assertThat(PrintFormat.DATE.write(number, SHANGHAI)).isNull();
        assertThat(PrintFormat.DATE_TIME.write(LocalDate.EPOCH, SHANGHAI)).isNull();
        assertThat(PrintFormat.CAPITALS.write(true, SHANGHAI)).isNull();
        assertThat(PrintFormat.USUAL.write(number, SHANGHAI)).isNull();
    }

    @Test
    void textsAreNeverMarkup() {
        assertThat(Markup.escape("<b a='1'>\"&\u0000\u000B\uD800x\uFFFF\r\n"))
                .isEqualTo("&lt;b a=&#39;1&#39;&gt;&quot;&amp;\uFFFDx\uFFFD\n");
        assertThat(Markup.cssString("\"; } </style><x>\n\\中"))
                .doesNotContain("<")
                .doesNotContain("}")
                .doesNotContain("\\中");
        assertThat(Markup.cssString("a1\"")).isEqualTo("\"a1\\000022\"");
    }

    @Test
    void blanksOfAHeaderAreFoundAndTheRestStays() {
        assertThat(Blanks.paths("{name} · {page}/{pages} {date} {parent.owner.name} {Not} {}"))
                .containsExactly("name", "parent.owner.name");
        assertThat(Blanks.parts("第 {page} 页", text -> "[" + text + "]", name -> "(" + name + ")"))
                .isEqualTo(List.of("[第 ]", "(page)", "[ 页]"));
    }

    @Test
    void onlySoManyAreLaidOutAtOnce() throws InterruptedException {
        RenderSlots slots = new RenderSlots(1, Duration.ofMillis(20), Duration.ofSeconds(30));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> slots.run(stopped -> {
                    begun.countDown();
                    return end.await(30, TimeUnit.SECONDS);
                }));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> slots.run(stopped -> "second"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(PrintError.PRINT_BUSY));
        end.countDown();
        first.join();
    }

    @Test
    void whatTakesTooLongIsGivenUpAndKeepsItsPlaceUntilItEnds() throws InterruptedException {
        RenderSlots slots = new RenderSlots(1, Duration.ofSeconds(30), Duration.ofMillis(20));
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);

        assertThatThrownBy(() -> slots.run(stopped -> {
                    while (!stopped.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    told.countDown();
                    return end.await(30, TimeUnit.SECONDS);
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.message().code()).isEqualTo(PrintError.PRINT_TOO_SLOW));
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        end.countDown();
        assertThat(slots.<String>run(stopped -> "next")).isEqualTo("next");
    }

    @Test
    void aRefusalInsideIsTheRefusalOutside() {
        RenderSlots slots = new RenderSlots(1, Duration.ofSeconds(30), Duration.ofSeconds(30));

        assertThatThrownBy(() -> slots.run(stopped -> {
                    throw PrintError.PRINT_TOO_LARGE.problem(1);
                }))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> slots.run(stopped -> {
                    throw new IllegalArgumentException("odd");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("odd");
    }
}
