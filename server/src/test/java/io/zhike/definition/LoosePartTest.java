package io.zhike.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoosePartTest {

    @ParameterizedTest
    @CsvSource({
        "columns[], '', columns[3], columns[3]",
        "totals.*, '', totals.worth, totals.worth",
        "menu[], .entity, menu[12].entity, menu[12]",
        "**.items[], .field, layout[0].items[2].tabs[1].items[0].field, layout[0].items[2].tabs[1].items[0]",
        "**.items[], .field, items[0].field, items[0]",
        "entities.*, '', entities.customer, entities.customer",
    })
    void findsThePartInWhichAReferenceStands(String part, String reference, String path, String place) {
        assertThat(LoosePart.of("部分", "part", part, reference).place(path)).contains(place);
    }

    @ParameterizedTest
    @CsvSource({
        "columns[], '', columns[3].field",
        "columns[], '', xcolumns[3]",
        "totals.*, '', totals.worth.more",
        "menu[], .entity, menu[12].view",
        "entities.*, '', entities.customer.read.where",
        "by, '', sort[0]",
    })
    void passesOverWhatStandsElsewhere(String part, String reference, String path) {
        assertThat(LoosePart.of("部分", "part", part, reference).place(path)).isEmpty();
    }
}
