package lv.kopa.event.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class PictureTest {
    private static final String EVENT = "evening";
    private static final String PAGE = "/organiser/events/evening/picture";
    private static final Site SITE = site();
    private static final Teams TEAMS = Teams.settle(SITE);

    private final Browser ilze = TEAMS.signedIn(Teams.ILZE);

    private static Site site() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.public-url", "https://kopa.example");
        return Site.start("picture", settings);
    }

    PictureTest() {
        if (SITE.bean(Events.class).find(EVENT).isEmpty()) {
            Document form = ilze.page("/organiser/events/new");
            ilze.submit(
                    form, "/organiser/events", Map.of("slug", EVENT, "title.lv", "Vakars", "title.en", "An evening"));
        }
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void anEventIsSeenInAPictureFitForTelephonesThatTellsNothingOfTheCamera() throws IOException {
        HttpResponse<String> kept = ilze.upload(ilze.page(PAGE), PAGE, "picture", photograph(2400, 1800));
        assertThat(Browser.onwards(kept)).isEqualTo(PAGE);
        ilze.submit(ilze.page(PAGE), PAGE + "/words", Map.of("shows.lv", "Seši cilvēki pie galda"));

        Document page = ilze.page("/events/evening?lang=lv");
        Element image = page.expectFirst(".cover img");
        assertThat(image.attr("alt")).isEqualTo("Seši cilvēki pie galda");
        HttpResponse<byte[]> narrow = bytes(image.attr("src"));
        assertThat(narrow.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(narrow.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(narrow.body().length).isLessThan(60_000);
        assertThat(new String(narrow.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Kameranummer");
        BufferedImage wide = ImageIO.read(new ByteArrayInputStream(
                bytes(image.attr("src").replace("?narrow", "")).body()));
        assertThat(wide.getWidth()).isEqualTo(1200);
        assertThat(wide.getHeight()).isEqualTo(630);
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://kopa.example" + image.attr("src").replace("?narrow", ""));
    }

    @Test
    void anotherPictureHasAnotherAddressAndWhatIsGoneIsNotShown() throws IOException {
        ilze.upload(ilze.page(PAGE), PAGE, "picture", photograph(800, 600));
        String first = shown();
        ilze.upload(ilze.page(PAGE), PAGE, "picture", photograph(900, 600));
        assertThat(shown()).isNotEqualTo(first);
        assertThat(bytes(first).statusCode()).isEqualTo(404);

        ilze.submit(ilze.page(PAGE), PAGE + "/removal", Map.of());
        assertThat(ilze.page("/events/evening").select(".cover img")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "bomb", "html", "none"})
    void whatIsNoPictureOrUnfitIsRefusedNextToItsField(String kind) throws IOException {
        byte[] upload =
                switch (kind) {
                    case "small" -> photograph(300, 200);
                    case "bomb" -> hugePng();
                    case "html" -> "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
                    default -> new byte[0];
                };
        HttpResponse<String> refused = ilze.upload(ilze.page(PAGE), PAGE, "picture", upload);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#picture-error").text()).isNotEmpty();
    }

    @Test
    void nobodyElsesOrganiserTouchesIt() throws IOException {
        Browser kari = TEAMS.signedIn(Teams.KARI);
        assertThat(kari.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(kari.upload(ilze.page(PAGE), PAGE, "picture", photograph(800, 600))
                        .statusCode())
                .isIn(403, 404);
    }

    private String shown() {
        return ilze.page("/events/evening").expectFirst(".cover img").attr("src");
    }

    private static HttpResponse<byte[]> bytes(String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(SITE.address(path))).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A JPEG with what a camera writes into it. */
    private static byte[] photograph(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        byte[] note = "Exif\0\0Kameranummer 4711".getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = jpeg.toByteArray();
        return ByteBuffer.allocate(plain.length + note.length + 4)
                .put(plain, 0, 2)
                .put(new byte[] {(byte) 0xFF, (byte) 0xE1})
                .putShort((short) (note.length + 2))
                .put(note)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** The beginning of a PNG of 60 000 by 60 000 points. */
    private static byte[] hugePng() {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }
}
