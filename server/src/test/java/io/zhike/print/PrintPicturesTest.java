package io.zhike.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.workspace.Answer;
import io.zhike.workspace.Client;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrintPicturesTest {
    private static final Pattern IMAGE = Pattern.compile("src=\"data:image/(png|jpeg);base64,([^\"]+)\"");

    private static PrintWorld world;

    @BeforeAll
    static void fill() {
        world = new PrintWorld();
        world.publish("photo", "{'type': 'picture', 'attrs': {'path': 'photo', 'width': 20}}");
        world.publish(
                "codes",
                "{'type': 'qr', 'attrs': {'path': null, 'width': 25}}, {'type': 'qr', 'attrs': {'path': 'name'}}");
    }

    private static byte[] image(int width, int height, String type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, out);
        return out.toByteArray();
    }

    private static String upload(Client client, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(client.request("/api/v1/files")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static String withPhoto(byte[] content) {
        String file = upload(world.admin(), content[0] == (byte) 0x89 ? "照片.png" : "照片.jpg", content);
        return PrintWorld.create(world.admin(), "customer", Map.of("name", "甲", "photo", List.of(file)));
    }

    private static BufferedImage first(Answer page) throws IOException {
        Matcher found = IMAGE.matcher(page.expect(200).text());
        assertThat(found.find()).isTrue();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(found.group(2))));
    }

    @Test
    void printsTheImageOfAFieldNoLargerThanThePaperNeeds() throws IOException {
        String id = withPhoto(image(3000, 1500, "jpeg"));

        BufferedImage shown = first(PrintWorld.html(world.admin(), id, "photo"));

        assertThat(shown.getWidth()).isBetween(157, 400);
        try (PDDocument document = Loader.loadPDF(PrintWorld.pdf(world.admin(), id, "photo")
                .expect(200)
                .response()
                .body())) {
            var resources = document.getPage(0).getResources();
            var names = resources.getXObjectNames().iterator();
            assertThat(names.hasNext()).isTrue();
            assertThat(resources.getXObject(names.next())).isInstanceOf(PDImageXObject.class);
        }
    }

    @Test
    void leavesOutWhatIsNoImageAndWhatWouldFillTheMemory() throws IOException {
        byte[] bomb = image(10, 10, "png");
        // A width and height of forty thousand in the head; the checksum does not matter to who reads the head alone.
        bomb[18] = (byte) 0x9C;
        bomb[22] = (byte) 0x9C;
        byte[] broken = java.util.Arrays.copyOf(image(300, 300, "jpeg"), 200);

        for (byte[] content : List.of(bomb, broken)) {
            Answer page =
                    PrintWorld.html(world.admin(), withPhoto(content), "photo").expect(200);
            assertThat(page.text()).doesNotContain("<img");
        }
    }

    @Test
    void printsSquareCodesOfTheAddressAndOfFields() throws Exception {
        String id = PrintWorld.create(world.admin(), "customer", Map.of("name", "扫码看客户"));

        Matcher found = IMAGE.matcher(
                PrintWorld.html(world.admin(), id, "codes").expect(200).text());

        assertThat(found.find()).isTrue();
        assertThat(read(found.group(2))).endsWith("/e/customer/" + id).startsWith("http");
        assertThat(found.find()).isTrue();
        assertThat(read(found.group(2))).isEqualTo("扫码看客户");
    }

    private static String read(String base64) throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new com.google.zxing.RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        var bitmap = new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(source));
        // Drawn by us and not photographed: looking for it as in a photograph fails for one code of some hundreds.
        return new com.google.zxing.qrcode.QRCodeReader()
                .decode(bitmap, Map.of(com.google.zxing.DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
