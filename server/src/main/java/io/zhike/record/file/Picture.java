package io.zhike.record.file;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes pictures smaller. What a file's header says of its size is looked at before anything is decoded, and it is decoded in
 * as few pixels as the result needs, so that a small file cannot take much memory.
 */
final class Picture {
    /** More pixels are not decoded. */
    static final long MOST_PIXELS = 64_000_000;

    private static final int LONGEST_SIDE = 30_000;
    private static final int UPRIGHT = 1;

    static {
        // Streams of ours are files already; ImageIO would copy each to another one.
        ImageIO.setUseCache(false);
    }

    private Picture() {}

    /** @param mediaType JPEG, or PNG where something of it is transparent */
    record Made(String mediaType, byte[] content) {}

    /** It is no picture, broken, or too large. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    /**
     * The first picture of a file, upright, with {@code side} pixels on its longer side or fewer where it has fewer, and
     * without what else the file tells, such as where it was taken.
     */
    static Made smaller(Path file, int side) throws Unreadable {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Unreadable("no reader knows it");
            }
            int orientation = orientation(in);
            in.seek(0);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return written(upright(scaled(decoded(reader, side), side), orientation));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers throw all kinds of exceptions at files that are broken, on purpose or not.
            throw new Unreadable(e);
        }
    }

    private static BufferedImage decoded(ImageReader reader, int side) throws IOException, Unreadable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new Unreadable(width + " × " + height + " pixels are too many");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * side));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double factor = Math.min(1, (double) side / longer);
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage small =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D to = small.createGraphics();
        try {
            to.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            to.setComposite(AlphaComposite.Src);
            to.drawImage(image, 0, 0, width, height, null);
        } finally {
            to.dispose();
        }
        return small;
    }

    /** Turns and mirrors it as the camera says it was held. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation <= UPRIGHT || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean sideways = orientation >= 5;
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        BufferedImage turned = new BufferedImage(sideways ? height : width, sideways ? width : height, image.getType());
        Graphics2D to = turned.createGraphics();
        try {
            to.drawImage(image, turn, null);
        } finally {
            to.dispose();
        }
        return turned;
    }

    private static Made written(BufferedImage image) throws IOException {
        boolean clear = image.getColorModel().hasAlpha();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, clear ? "png" : "jpeg", out)) {
            throw new IOException("no writer takes it");
        }
        return new Made(clear ? "image/png" : "image/jpeg", out.toByteArray());
    }

    /** How the camera was held, 1 to 8 as EXIF numbers it; 1 where nothing is said. */
    private static int orientation(ImageInputStream in) throws IOException {
        in.mark();
        try {
            if (in.readUnsignedShort() != JPEG.SOI) {
                return UPRIGHT;
            }
            in.seek(0);
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            return exif.isEmpty() ? UPRIGHT : orientation(exif.getFirst());
        } finally {
            in.reset();
        }
    }

    private static int orientation(JPEGSegment exif) {
        try (InputStream data = exif.data()) {
            data.skipNBytes(1);
            try (ImageInputStream tiff = ImageIO.createImageInputStream(data)) {
                Directory directory = new TIFFReader().read(tiff);
                Entry held = directory.getEntryById(TIFF.TAG_ORIENTATION);
                return held != null && held.getValue() instanceof Number number ? number.intValue() : UPRIGHT;
            }
        } catch (IOException e) {
            // What the camera says of itself is broken; the picture need not be.
            return UPRIGHT;
        }
    }
}
