package io.zhike.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Client;
import io.zhike.workspace.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodesApiTest {
    private final Client admin = TestServer.newWorkspace().admin();

    @Test
    void aCodeIsThePinyinOfALabel() {
        assertThat(code("客户名称", "")).isEqualTo("ke_hu_ming_cheng");
    }

    @Test
    void aTakenCodeGetsANumber() {
        assertThat(code("电话", "&taken=dian_hua,dian_hua_2")).isEqualTo("dian_hua_3");
    }

    @Test
    void reservedCodesAreAvoided() {
        assertThat(code("owner", "")).isNotEqualTo("owner");
        assertThat(code("change", "&entity=true")).isNotEqualTo("change");
    }

    @Test
    void aLabelIsNeeded() {
        assertThat(admin.get("/api/v1/codes").status()).isEqualTo(400);
    }

    private String code(String label, String more) {
        return admin.get("/api/v1/codes?label=" + URLEncoder.encode(label, StandardCharsets.UTF_8) + more)
                .expect(200)
                .json()
                .path("code")
                .asString();
    }
}
