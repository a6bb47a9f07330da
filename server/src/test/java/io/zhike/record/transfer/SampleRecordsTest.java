package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import org.junit.jupiter.api.Test;

/** The starter template with its sample data. */
class SampleRecordsTest {
    private final TestWorkspace company = TestServer.newWorkspace();
    private final Transfers transfers = new Transfers(company.admin());

    @Test
    void theStarterComesWithItsSampleAndLosesItAgain() {
        company.admin()
                .post("/api/v1/apps", "{\"template\": \"starter\", \"sample\": true}")
                .expect(201);
        assertThat(transfers.count("customer")).isEqualTo(30);
        assertThat(transfers.count("follow_up")).isEqualTo(80);
        assertThat(transfers.count("follow_up", "ISBLANK(customer)")).isZero();
        assertThat(transfers.count("customer", "owner = ME()")).isEqualTo(30);
        assertThat(transfers.figure("customer", "sum", "follow_ups", "")).isEqualByComparingTo("80");
        assertThat(company.admin()
                        .get("/api/v1/views")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsString("code"))
                .contains("customer_all", "customer_mine", "customer_due", "follow_up_all");
        assertThat(transfers.count(
                        "customer",
                        "next_contact <= DATEADD(TODAY(), 7 - WEEKDAY(TODAY(), 2), \"day\") AND stage <> \"won\""))
                .isPositive();

        company.admin().delete("/api/v1/apps/starter/sample").expect(204);
        assertThat(transfers.count("customer")).isZero();
        assertThat(transfers.count("follow_up")).isZero();
    }
}
