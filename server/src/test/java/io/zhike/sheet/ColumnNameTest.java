package io.zhike.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnNameTest {

    @Test
    void knowsIdsByTheirLastWord() {
        for (String name :
                List.of("ID", "客户 ID", "CustomerID", "customer_id", "order-no", "订单编号", "身份证号码", "areaCode", "邮编")) {
            assertThat(new ColumnName(name).saysId()).as(name).isTrue();
        }
        for (String name : List.of("paid", "idea", "number_of_cds", "Valid", "编号说明", "note", "")) {
            assertThat(new ColumnName(name).saysId()).as(name).isFalse();
        }
    }

    @Test
    void knowsMoneyNamesPhonesAndFlags() {
        assertThat(new ColumnName("UnitPrice").saysMoney()).isTrue();
        assertThat(new ColumnName("合同金额（万）").saysMoney()).isTrue();
        assertThat(new ColumnName("priceless").saysMoney()).isFalse();
        assertThat(new ColumnName("联系电话").saysPhone()).isTrue();
        assertThat(new ColumnName("hotel").saysPhone()).isFalse();
        assertThat(new ColumnName("客户名称").saysName()).isTrue();
        assertThat(new ColumnName("rename").saysName()).isFalse();
        assertThat(new ColumnName("是否会员").saysFlag()).isTrue();
        assertThat(new ColumnName("is_active").saysFlag()).isTrue();
        assertThat(new ColumnName("island").saysFlag()).isFalse();
    }

    @Test
    void readsReferencesOfCells() {
        assertThat(CellReference.column("A1")).isZero();
        assertThat(CellReference.column("AB12")).isEqualTo(27);
        assertThat(CellReference.column("XFD1")).isEqualTo(16_383);
        assertThat(CellReference.column("ABCD1")).isEqualTo(-1);
        assertThat(CellReference.column("12")).isEqualTo(-1);
        assertThat(CellReference.row("AB12")).isEqualTo(12);
        assertThat(CellReference.row("AB")).isZero();
    }
}
