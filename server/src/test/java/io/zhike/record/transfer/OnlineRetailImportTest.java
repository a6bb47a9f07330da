package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Half a million rows, to the cent. */
@Tag("large")
class OnlineRetailImportTest {

    @Test
    void allOfOnlineRetailComesIn() {
        byte[] file = SharedFiles.read("online-retail/online_retail.csv.gz");
        Transfers transfers = new Transfers(TestServer.newWorkspace().admin());
        String entity = transfers.start("online_retail.csv", file, "零售");
        assertThat(transfers.count(entity)).isEqualTo(541_909);
        assertThat(transfers.sum(entity, "quantity")).isEqualByComparingTo("5176450");
        assertThat(transfers.figure(entity, "count_unique", "invoiceno", "")).isEqualByComparingTo("25900");
        assertThat(transfers.figure(entity, "count_unique", "customerid", "")).isEqualByComparingTo("4372");
        assertThat(transfers.count(entity, "ISBLANK(customerid)")).isEqualTo(135_080);
        assertThat(transfers.count(entity, "country = \"United Kingdom\"")).isEqualTo(495_478);
    }
}
