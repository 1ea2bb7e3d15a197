package lv.kopa.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import gg.jte.models.runtime.JteModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import lv.kopa.web.Html;

/**
 * Pages as paper. Letters come from fonts of our own, so that paper looks the same wherever it is made: Noto Sans for
 * Latin, Greek and Cyrillic, DejaVu Sans for what else there is in names. Nothing a page points to is ever fetched, and
 * screen readers find the page's structure in it (PDF/UA), which also keeps the renderer from the machine's fonts.
 */
public final class Pdf {
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final String FOR_WHAT_NO_FONT_HAS = "\u25A1";

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private Pdf() {}

    /** The paper of a page, which is well-formed XML. */
    public static byte[] of(JteModel page) {
        String html = NOT_IN_XML.matcher(new String(Html.render(page), UTF_8)).replaceAll("");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(html, null)
                    .useExternalResourceAccessControl(
                            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useFont(font("NotoSans-Regular"), "Noto Sans", 400, FontStyle.NORMAL, true)
                    .useFont(font("NotoSans-SemiBold"), "Noto Sans", 600, FontStyle.NORMAL, true)
                    .useFont(font("DejaVuSans"), "DejaVu Sans", 400, FontStyle.NORMAL, true)
                    .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                    .useUnicodeBidiReorderer(new ICUBidiReorderer())
                    .usePdfUaAccessibility(true)
                    .useReplacementText(FOR_WHAT_NO_FONT_HAS)
                    .withProducer("Kopa")
                    .toStream(bytes)
                    .run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + name + ".ttf"));
    }
}
