package io.zhike.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.zhike.record.RecordPictures;
import io.zhike.workspace.Workspace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** The images of one print. Those of files were read through the gate as values before they are asked for here. */
final class Pictures implements PrintHtml.Images {
    private static final int MOST_IMAGES = 300;
    private static final double DOTS_PER_MM = 200 / 25.4;
    private static final int LONGEST_SQUARE = 1_000;
    private static final int DOT = 6;

    private final RecordPictures pictures;
    private final Workspace workspace;
    private final Map<UUID, String> known = new HashMap<>();

    Pictures(RecordPictures pictures, Workspace workspace) {
        this.pictures = pictures;
        this.workspace = workspace;
    }

    @Override
    public String of(UUID file, double width) {
        if (known.size() >= MOST_IMAGES && !known.containsKey(file)) {
            return "";
        }
        int pixels = (int) Math.ceil(width * DOTS_PER_MM);
        return known.computeIfAbsent(
                file, id -> pictures.data(workspace, id, pixels).orElse(""));
    }

    @Override
    public String square(String text) {
        if (text.length() > LONGEST_SQUARE) {
            return "";
        }
        try {
            BitMatrix dots = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 1));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(drawn(dots), "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (WriterException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(BitMatrix dots) {
        int size = dots.getWidth() * DOT;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, dots.get(x / DOT, y / DOT) ? 0x000000 : 0xFFFFFF);
            }
        }
        return image;
    }
}
