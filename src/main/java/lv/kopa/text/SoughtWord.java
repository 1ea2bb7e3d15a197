package lv.kopa.text;

import java.util.List;
import java.util.Locale;

/**
 * A word that somebody looks for, in whatever of our languages. Latvian, Russian and Ukrainian words end differently in
 * every sentence, so an ending of theirs is cut off before the word is looked for; what remains is a part of the word, so
 * whatever would have been found with it is found without it too.
 */
public record SoughtWord(String typed) {
    /** Fewer letters would be found in words that have nothing to do with it. */
    private static final int SHORTEST_STEM = 4;

    private static final List<String> LATVIAN =
            endings("iem,ām,ēm,īm", "ais,ās,ēs,īs,as,es,is,us,os,ai", "ā,ē,ī,ū,a,e,i,u,o,s,š");

    /** Of Russian and Ukrainian, which share most; nobody says in which of them they look. */
    private static final List<String> CYRILLIC = endings(
            "иями,іями,ями,ами,ими,ыми,ого,его,ому,ему,ьому,ього,иях,іях,иям,іям,ией,ією",
            "ах,ях,ам,ям,ом,ем,ём,єм,ой,ей,ою,ею,єю,ов,ев,ёв,ів,їв,ий,ый,ій,ая,яя,ое,ее,ые,ие,ую,юю,ых,их,ым,им",
            "ия,ию,ии,ія,ії,ію,а,я,о,е,ё,є,ы,и,і,ї,у,ю,ь,й");

    private static List<String> endings(String... some) {
        return List.of(String.join(",", some).split(","));
    }

    /** What of it stays the same in most of its forms; the whole where it is short, or more than letters. */
    public String stem() {
        if (!typed.codePoints().allMatch(Character::isLetter)) {
            return typed;
        }
        String word = typed.toLowerCase(Locale.ROOT);
        List<String> endings = isCyrillic(word) ? CYRILLIC : LATVIAN;
        return endings.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM)
                .mapToInt(String::length)
                .max()
                .stream()
                .mapToObj(length -> typed.substring(0, typed.length() - length))
                .findFirst()
                .orElse(typed);
    }

    private static boolean isCyrillic(String word) {
        return word.codePoints()
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC);
    }
}
