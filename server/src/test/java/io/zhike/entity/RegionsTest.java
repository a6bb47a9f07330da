package io.zhike.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.entity.Regions.Level;
import io.zhike.entity.Regions.Region;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    private final Regions regions = Regions.china();

    @Test
    void holdsAllOfChina() {
        assertThat(regions.provinces()).hasSize(34).extracting(Region::name).contains("广东省", "台湾省", "香港特别行政区");
        assertThat(regions.children("440000")).hasSize(21);
        assertThat(regions.children("440300")).extracting(Region::name).contains("南山区");
        assertThat(regions.children("440305")).isEmpty();
        assertThat(regions.children("nothing")).isEmpty();
    }

    @Test
    void knowsWhatIsAboveAndHowItIsCalled() {
        Region nanshan = regions.find("440305").orElseThrow();

        assertThat(regions.path(nanshan)).extracting(Region::name).containsExactly("广东省", "深圳市", "南山区");
        assertThat(regions.pathName(nanshan)).isEqualTo("广东省深圳市南山区");
        assertThat(regions.pathName(regions.find("110105").orElseThrow())).isEqualTo("北京市朝阳区");
        assertThat(nanshan.level()).isEqualTo(Level.DISTRICT);
        assertThat(regions.find("999999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "440305, 440305",
        "44, 440000",
        "4403, 440300",
        "广东省深圳市南山区, 440305",
        "广东/深圳/南山, 440305",
        "广东 深圳, 440300",
        "广东-深圳, 440300",
        "深圳市南山区, 440305",
        "深圳, 440300",
        "广东, 440000",
        "内蒙古, 150000",
        "新疆维吾尔自治区, 650000",
        "北京, 110000",
        "北京市朝阳区, 110105",
        "上海浦东, 310115",
        "吉林, 220000",
        "吉林市, 220200",
        "延边, 222400",
        "湖北省仙桃市, 429004",
        "仙桃, 429004",
        "香港, 810000",
        "台北市, 710100",
        "东莞, 441900"
    })
    void findsARegionByEveryWayToWriteIt(String written, String code) {
        assertThat(regions.search(written)).extracting(Region::code).containsExactly(code);
    }

    @Test
    void tellsAllThatANameMayMean() {
        assertThat(regions.search("朝阳")).hasSizeGreaterThan(2);
        assertThat(regions.search("鼓楼区")).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"亚特兰蒂斯", "", "深圳市海淀区", "省", "123456"})
    void findsNothingWhereThereIsNothing(String written) {
        assertThat(regions.search(written)).isEmpty();
    }

    @Test
    void findsEveryRegionByItsOwnPath() {
        List<Region> lost = all().filter(region -> !region.filler())
                .filter(region -> !regions.search(regions.pathName(region)).equals(List.of(region)))
                .toList();

        assertThat(lost).isEmpty();
    }

    private Stream<Region> all() {
        return regions.provinces().stream()
                .flatMap(province -> Stream.concat(
                        Stream.of(province),
                        regions.children(province.code()).stream()
                                .flatMap(city ->
                                        Stream.concat(Stream.of(city), regions.children(city.code()).stream()))));
    }
}
