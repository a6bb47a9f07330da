package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnGuessRealFilesTest {

    @TempDir
    Path folder;

    private static Map<String, ColumnGuess> guesses(Path path, String sheet) {
        try (SheetFile file = SharedData.open(path)) {
            Header header = file.guessHeader(sheet);
            try (RowCursor cursor = file.data(sheet, header)) {
                return ColumnGuess.of(header, cursor).stream()
                        .collect(Collectors.toMap(ColumnGuess::name, Function.identity()));
            }
        }
    }

    private static void assertShapes(Map<String, ColumnGuess> guesses, Shape shape, String... columns) {
        for (String column : columns) {
            assertThat(guesses.get(column).shape()).as(column).isEqualTo(shape);
        }
    }

    @Test
    void bothFilesOfTheSuperstoreHaveTheSameShapes() {
        for (Map<String, ColumnGuess> guesses : List.of(
                guesses(SharedData.file("china-superstore/示例-超市.xls"), "订单"),
                guesses(
                        SharedData.unpacked("china-superstore/derived/orders_gbk_crlf.csv.gz", folder),
                        "orders_gbk_crlf"))) {
            assertShapes(guesses, Shape.TEXT, "行 ID", "订单 ID", "客户 ID", "客户名称", "城市", "产品 ID", "产品名称");
            assertShapes(guesses, Shape.DATE, "订单日期", "发货日期");
            assertShapes(guesses, Shape.SELECT, "邮寄方式", "细分", "省/自治区", "国家", "地区", "类别", "子类别");
            assertShapes(guesses, Shape.MONEY, "销售额", "利润");
            assertShapes(guesses, Shape.NUMBER, "数量", "折扣");
            assertThat(guesses.get("行 ID").unique()).isTrue();
            assertThat(guesses.values()).allMatch(ColumnGuess::required);
            assertThat(guesses.get("地区").options()).containsExactly("华东", "中南", "东北", "华北", "西南", "西北");
            assertThat(((ValueFormat.Number) guesses.get("销售额").format()).decimals())
                    .isEqualTo(3);
        }
    }

    @Test
    void tellsTheColumnsOfOnlineRetail() {
        Map<String, ColumnGuess> guesses =
                guesses(SharedData.unpacked("online-retail/online_retail.csv.gz", folder), "online_retail");

        assertShapes(guesses, Shape.TEXT, "InvoiceNo", "StockCode", "Description", "CustomerID");
        assertShapes(guesses, Shape.NUMBER, "Quantity");
        assertShapes(guesses, Shape.DATETIME, "InvoiceDate");
        assertShapes(guesses, Shape.MONEY, "UnitPrice");
        assertShapes(guesses, Shape.SELECT, "Country");
        assertThat(guesses.get("CustomerID").format()).isEqualTo(new ValueFormat.Text(true));
    }

    @Test
    void tellsTheColumnsOfTheTickets() {
        Map<String, ColumnGuess> guesses = guesses(
                SharedData.unpacked("support-tickets/customer_support_tickets.csv.gz", folder),
                "customer_support_tickets");

        assertShapes(guesses, Shape.EMAIL, "Customer Email");
        assertShapes(guesses, Shape.LONG_TEXT, "Ticket Description");
        assertShapes(guesses, Shape.SELECT, "Ticket Type", "Ticket Status", "Ticket Priority", "Ticket Channel");
        assertShapes(guesses, Shape.DATE, "Date of Purchase");
        assertShapes(guesses, Shape.DATETIME, "First Response Time", "Time to Resolution");
        assertShapes(guesses, Shape.TEXT, "Ticket ID", "Customer Name");
        assertThat(guesses.get("Date of Purchase").format())
                .isEqualTo(new ValueFormat.Date(DateOrder.MONTH_DAY_YEAR, false));
    }

    @Test
    void tellsTheColumnsOfTheSalesPipeline() {
        Map<String, ColumnGuess> deals = guesses(SharedData.file("maven-crm/sales_pipeline.csv"), "sales_pipeline");

        assertShapes(deals, Shape.TEXT, "opportunity_id", "sales_agent", "account");
        assertShapes(deals, Shape.SELECT, "product", "deal_stage");
        assertShapes(deals, Shape.DATE, "engage_date", "close_date");
        assertShapes(deals, Shape.NUMBER, "close_value");
        assertThat(deals.get("opportunity_id").unique()).isTrue();
        assertThat(deals.get("account").blank()).isEqualTo(1_425);
        assertThat(deals.get("engage_date").blank()).isEqualTo(500);
        assertThat(deals.get("deal_stage").options()).containsExactly("Won", "Lost", "Engaging", "Prospecting");
    }

    @Test
    void keepsTheZerosOfCdnowsCustomersAndReadsItsDates() {
        Map<String, ColumnGuess> guesses = guesses(SharedData.file("cdnow/CDNOW_master.txt"), "CDNOW_master");

        assertShapes(guesses, Shape.TEXT, "customer_id");
        assertShapes(guesses, Shape.DATE, "date");
        assertShapes(guesses, Shape.NUMBER, "number_of_cds");
        assertShapes(guesses, Shape.MONEY, "dollar_value");
    }

    @Test
    void tellsTheColumnsOfTheLeads() {
        Map<String, ColumnGuess> guesses = guesses(SharedData.unpacked("lead-scoring/Leads.csv.gz", folder), "Leads");

        assertShapes(guesses, Shape.TEXT, "Prospect ID", "Lead Number");
        assertShapes(guesses, Shape.BOOLEAN, "Do Not Email", "Search", "A free copy of Mastering The Interview");
        assertShapes(guesses, Shape.SELECT, "Lead Origin", "Lead Source", "City");
        assertShapes(guesses, Shape.NUMBER, "TotalVisits", "Page Views Per Visit", "Converted");
    }

    @Test
    void tellsTheColumnsOfTheCustomerPersonality() {
        Map<String, ColumnGuess> guesses =
                guesses(SharedData.file("customer-personality/marketing_campaign.csv"), "marketing_campaign");

        assertShapes(guesses, Shape.DATE, "Dt_Customer");
        assertShapes(guesses, Shape.SELECT, "Education", "Marital_Status");
        assertShapes(guesses, Shape.MONEY, "Income");
        assertThat(guesses.get("Income").blank()).isEqualTo(24);
    }
}
