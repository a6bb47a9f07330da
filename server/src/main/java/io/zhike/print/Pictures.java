package io.zhike.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.zhike.record.FileContents;
import io.zhike.workspace.Workspace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The images of one print. Those of files were read through the gate as values before they are asked for here. */
final class Pictures implements PrintHtml.Images {
    private static final long LARGEST_FILE = 20L << 20;
    private static final long MOST_PIXELS = 100_000_000;
    private static final int MOST_IMAGES = 300;
    private static final double DOTS_PER_MM = 200 / 25.4;
    private static final int LONGEST_SQUARE = 1_000;
    private static final int DOT = 6;

    private final FileContents files;
    private final Workspace workspace;
    private final Map<UUID, String> known = new HashMap<>();

    Pictures(FileContents files, Workspace workspace) {
        this.files = files;
        this.workspace = workspace;
    }

    @Override
    public String of(UUID file, double width) {
        if (known.size() >= MOST_IMAGES && !known.containsKey(file)) {
            return "";
        }
        return known.computeIfAbsent(file, id -> read(id, (int) Math.ceil(width * DOTS_PER_MM)));
    }

    private String read(UUID id, int width) {
        Optional<byte[]> content = files.read(workspace, id, LARGEST_FILE);
        try {
            return content.isEmpty()
                    ? ""
                    : scaled(content.get(), width).map(Pictures::encoded).orElse("");
        } catch (IOException e) {
            // What only calls itself an image is left out, as one that is not there.
            return "";
        }
    }

    /** The image, no wider than about twice {@code width} pixels; empty where it is none that we read, or one too large. */
    private static Optional<BufferedImage> scaled(byte[] content, int width) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int wide = reader.getWidth(0);
                if ((long) wide * reader.getHeight(0) > MOST_PIXELS) {
                    return Optional.empty();
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, wide / Math.max(1, width));
                param.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, param));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException(e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Photographs as JPEG, what has transparent parts as PNG. */
    private static String encoded(BufferedImage image) {
        boolean clear =
                image.getColorModel().hasAlpha() || image.getColorModel().getPixelSize() <= 8;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!clear && ImageIO.write(image, "jpeg", out)) {
                return data("jpeg", out);
            }
            out.reset();
            return ImageIO.write(image, "png", out) ? data("png", out) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String data(String type, ByteArrayOutputStream content) {
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(content.toByteArray());
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
            return encoded(drawn(dots));
        } catch (WriterException e) {
            return "";
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
