package io.zhike.record.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures become smaller and upright; what is made to do harm does none. */
class PictureTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture"), content);
    }

    /** Red at its upper left corner, blue elsewhere. */
    static byte[] picture(String format, int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D to = image.createGraphics();
        to.setColor(Color.BLUE);
        to.fillRect(0, 0, width, height);
        to.setColor(Color.RED);
        to.fillRect(0, 0, width / 2, height / 2);
        to.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage read(Picture.Made made) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(made.content()));
    }

    private static boolean isRed(BufferedImage image, double x, double y) {
        Color color = new Color(image.getRGB((int) (image.getWidth() * x), (int) (image.getHeight() * y)));
        return color.getRed() > color.getBlue();
    }

    /** The picture with a note of how the camera was held, as cameras write it. */
    private static byte[] held(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put(new byte[] {(byte) 0xFF, (byte) 0xE1}).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        byte[] all = new byte[jpeg.length + 36];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(exif.array(), 0, all, 2, 36);
        System.arraycopy(jpeg, 2, all, 38, jpeg.length - 2);
        return all;
    }

    /** Says of itself that it is huge, in few bytes. */
    private static byte[] pngOf(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(8 + 25 + 12);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] data = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(data);
        header.putInt(13).put(data).putInt((int) sum.getValue());
        header.putInt(0).put("IEND".getBytes(StandardCharsets.US_ASCII)).putInt(0xAE426082);
        return header.array();
    }

    @ParameterizedTest
    @CsvSource({
        "jpeg, 1200, 800, 256, 171",
        "png, 1200, 800, 256, 171",
        "gif, 300, 3000, 26, 256",
        "bmp, 600, 600, 256, 256",
        "png, 40, 20, 40, 20",
        "png, 4000, 1, 256, 1"
    })
    void becomesSmallerAndNeverLarger(String format, int width, int height, int less, int lower) throws Exception {
        Path file = file(picture(format, width, height, BufferedImage.TYPE_INT_RGB));
        BufferedImage made = read(Picture.smaller(file, 256));
        assertThat(made.getWidth()).isEqualTo(less);
        assertThat(made.getHeight()).isEqualTo(lower);
    }

    @Test
    void staysTransparentWhereItIs() throws Exception {
        BufferedImage image = new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        Picture.Made made = Picture.smaller(file(out.toByteArray()), 256);
        assertThat(made.mediaType()).isEqualTo("image/png");
        assertThat(read(made).getRGB(10, 10) >>> 24).isZero();
        Path solid = file(picture("png", 500, 500, BufferedImage.TYPE_INT_RGB));
        assertThat(Picture.smaller(solid, 256).mediaType()).isEqualTo("image/jpeg");
    }

    /** Where the corner that was red in the file has to be once it is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.25, 0.25, false",
        "2, 0.75, 0.25, false",
        "3, 0.75, 0.75, false",
        "4, 0.25, 0.75, false",
        "5, 0.25, 0.25, true",
        "6, 0.75, 0.25, true",
        "7, 0.75, 0.75, true",
        "8, 0.25, 0.75, true",
        "9, 0.25, 0.25, false"
    })
    void standsUprightHoweverTheCameraWasHeld(int orientation, double x, double y, boolean sideways) throws Exception {
        byte[] jpeg = held(picture("jpeg", 400, 200, BufferedImage.TYPE_INT_RGB), orientation);
        Picture.Made made = Picture.smaller(file(jpeg), 256);
        BufferedImage image = read(made);
        assertThat(image.getWidth()).isEqualTo(sideways ? 128 : 256);
        for (double atX : new double[] {0.25, 0.75}) {
            for (double atY : new double[] {0.25, 0.75}) {
                assertThat(isRed(image, atX, atY)).isEqualTo(atX == x && atY == y);
            }
        }
        assertThat(new String(made.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @ParameterizedTest
    @CsvSource({"30001, 1", "8001, 8000", "65535, 65535", "2147483647, 2147483647"})
    void refusesMorePixelsThanItWouldDecodeByTheHeaderAlone(int width, int height) throws Exception {
        Path file = file(pngOf(width, height));
        assertThatThrownBy(() -> Picture.smaller(file, 256)).isInstanceOf(Picture.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void whateverIsBrokenIsUnreadableAndNothingElse(String format) throws Exception {
        byte[] whole = picture(format, 300, 200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = 0; i < 8; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Path file = file(broken);
            try {
                assertThat(read(Picture.smaller(file, 256))).isNotNull();
            } catch (Picture.Unreadable e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void webpIsReadAsWell() throws Exception {
        byte[] webp = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        assertThat(read(Picture.smaller(file(webp), 256)).getWidth()).isEqualTo(1);
    }

    @Test
    void whatIsNoPictureIsRefused() throws Exception {
        Path file = file("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Picture.smaller(file, 256)).isInstanceOf(Picture.Unreadable.class);
    }
}
