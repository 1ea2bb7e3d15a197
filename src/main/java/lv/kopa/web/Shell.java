package lv.kopa.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.web.asset.Assets;

/**
 * What every page knows of its reader and of itself: the language, who is signed in, what has just been done, the
 * token against forged forms. A controller takes it as an argument and hands it to its page.
 *
 * @param path the path of the page without its query
 * @param query the query without `lang`, to go on with in another language; "" or beginning with "?"
 * @param reader the name of who is signed in
 * @param done what the reader has just done, told once
 */
public record Shell(
        Language language,
        String path,
        String query,
        Optional<String> reader,
        Optional<Done> done,
        Csrf csrf,
        Links links) {

    public String text(String key, Object... arguments) {
        return Texts.in(language).get(key, arguments);
    }

    public String say(Sentence sentence) {
        return sentence.in(language);
    }

    public String text(Translated text) {
        return text.in(language);
    }

    /** What a form offers, by value, in the order of the reader's alphabet. */
    public Map<String, String> inOrder(Map<String, String> names) {
        Map<String, String> sorted = new LinkedHashMap<>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(language.alphabet()))
                .forEach(name -> sorted.put(name.getKey(), name.getValue()));
        return sorted;
    }

    public Dates dates() {
        return Dates.in(language);
    }

    /** Where this page answers a form: the page to go on with in another language, which a form's address is none of. */
    public Shell at(String page) {
        return new Shell(language, page, "", reader, done, csrf, links);
    }

    /** The address of this page in another language. */
    public String inLanguage(Language other) {
        return path + (query.isEmpty() ? "?" : query + "&") + "lang=" + other.tag();
    }

    /** The same in all of its addresses: `<html lang>` of a text that is there only in another language. */
    public String languageOf(Translated text) {
        return text.languageFor(language).orElse(language).tag();
    }

    /** The address of a file of `public/`, such as `app.css`, that browsers may keep for ever. */
    public String asset(String name) {
        return Assets.address(name);
    }
}
