package io.zhike.record.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Half a million rows, to the cent. */
@Tag("large")
class OnlineRetailImportTest {

    @Test
    void allOfOnlineRetailComesIn() {
        byte[] file = SharedFiles.read("online-retail/online_retail.csv.gz");
        TestWorkspace company = TestServer.newWorkspace();
        Transfers transfers = new Transfers(company.admin());
        String entity = transfers.start("online_retail.csv", file, "零售");
        assertThat(transfers.count(entity)).isEqualTo(541_909);
        assertThat(transfers.sum(entity, "quantity")).isEqualByComparingTo("5176450");
        assertThat(transfers.figure(entity, "count_unique", "invoiceno", "")).isEqualByComparingTo("25900");
        assertThat(transfers.figure(entity, "count_unique", "customerid", "")).isEqualByComparingTo("4372");
        assertThat(transfers.count(entity, "ISBLANK(customerid)")).isEqualTo(135_080);
        assertThat(transfers.figure(entity, "count_unique", "stockcode", "")).isEqualByComparingTo("4070");
        assertThat(transfers.count(entity, "ISBLANK(description)")).isEqualTo(1_454);
        assertThat(transfers.count(entity, "LEFT(invoiceno, 1) = \"C\"")).isEqualTo(9_288);
        addAmount(company.admin(), entity);
        assertThat(transfers.sum(entity, "amount")).isEqualByComparingTo("9747747.934");
        assertThat(byCountry(company.admin(), entity))
                .hasSize(38)
                .containsEntry("united_kingdom", 495_478)
                .containsEntry("germany", 9_495)
                .containsEntry("france", 8_557)
                .containsEntry("eire", 8_196);
    }

    /** A formula on the half million rows: what each line came to. */
    private static void addAmount(Client admin, String entity) {
        String path = "/api/v1/definitions/entity/" + entity;
        ObjectNode body = (ObjectNode) admin.get(path).expect(200).json();
        ((ArrayNode) body.path("fields"))
                .addObject()
                .put("code", "amount")
                .put("type", "formula")
                .put("formula", "quantity * unitprice")
                .putObject("label")
                .put("zh", "金额");
        admin.put(path, body).expect(200);
        admin.post("/api/v1/publish", "{}").expect(200);
    }

    /** The lines of each country, by its code; their money, added up here, is the total's to the last digit. */
    private static Map<String, Integer> byCountry(Client admin, String entity) {
        JsonNode groups = admin.post("/api/v1/query", """
                        {"entity": "%s", "groups": [{"by": "country"}], "totals": true,
                         "measures": [{"fn": "count"}, {"fn": "sum", "of": "amount"}]}""".formatted(entity))
                .expect(200)
                .json()
                .path("groups");
        Map<String, Integer> lines = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode group : groups) {
            JsonNode values = group.path("values");
            if (group.path("total").booleanValue(false)) {
                assertThat(values.path(0).asInt()).isEqualTo(541_909);
                assertThat(values.path(1).asString()).isEqualTo("9747747.934");
            } else {
                lines.put(group.path("key").path(0).asString(), values.path(0).asInt());
                sum = sum.add(new BigDecimal(values.path(1).asString()));
            }
        }
        assertThat(sum).isEqualByComparingTo("9747747.934");
        return lines;
    }
}
