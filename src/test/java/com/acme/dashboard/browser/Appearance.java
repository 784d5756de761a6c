package com.acme.dashboard.browser;

import java.awt.Color;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * What a page looks like, small enough to be kept for years: half as wide and high as on the screen, as JPEG. Two of them are
 * compared field by field, of 8 by 8 pixels each, which forgives what eyes do not see.
 */
final class Appearance {

    private static final int FIELD = 8;

    /** How far the pixels of a field may be off in the mean, of 255. */
    private static final double TOLERANCE = 4;

    private static final float QUALITY = 0.7F;

    private final byte[] jpeg;

    private Appearance(byte[] jpeg) {
        this.jpeg = jpeg;
    }

    /** Of a screenshot as Selenium takes it. */
    static Appearance of(byte[] png) throws IOException {
        var whole = ImageIO.read(new ByteArrayInputStream(png));
        var half = new BufferedImage(whole.getWidth() / 2, whole.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        var graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(whole, 0, 0, half.getWidth(), half.getHeight(), null);
        graphics.dispose();
        return encode(half);
    }

    static Appearance read(Path file) throws IOException {
        return new Appearance(Files.readAllBytes(file));
    }

    void write(Path file) throws IOException {
        Files.write(file, jpeg);
    }

    /** The fields that differ from the other picture's, by their upper left corners; all of them where the sizes do. */
    List<Point> differences(Appearance other) throws IOException {
        var mine = image();
        var theirs = other.image();
        var sameSize = mine.getWidth() == theirs.getWidth() && mine.getHeight() == theirs.getHeight();
        var differences = new ArrayList<Point>();
        for (var y = 0; y + FIELD <= mine.getHeight(); y += FIELD) {
            for (var x = 0; x + FIELD <= mine.getWidth(); x += FIELD) {
                if (!sameSize || distance(mine, theirs, x, y) > TOLERANCE) {
                    differences.add(new Point(x, y));
                }
            }
        }
        return differences;
    }

    /** This picture with those fields framed. */
    Appearance framed(List<Point> fields) throws IOException {
        var picture = image();
        var graphics = picture.createGraphics();
        graphics.setColor(Color.MAGENTA);
        fields.forEach(field -> graphics.drawRect(field.x, field.y, FIELD - 1, FIELD - 1));
        graphics.dispose();
        return encode(picture);
    }

    private static double distance(BufferedImage mine, BufferedImage theirs, int left, int top) {
        var sum = 0;
        for (var y = top; y < top + FIELD; y++) {
            for (var x = left; x < left + FIELD; x++) {
                var one = new Color(mine.getRGB(x, y));
                var two = new Color(theirs.getRGB(x, y));
                sum += Math.abs(one.getRed() - two.getRed())
                        + Math.abs(one.getGreen() - two.getGreen())
                        + Math.abs(one.getBlue() - two.getBlue());
            }
        }
        return sum / 3.0 / (FIELD * FIELD);
    }

    private BufferedImage image() throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
    }

    private static Appearance encode(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return new Appearance(bytes.toByteArray());
    }
}
