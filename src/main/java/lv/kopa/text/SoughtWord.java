package lv.kopa.text;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word that somebody looks for, in whatever of our languages and letters. Words end differently in every sentence, so an
 * ending is cut off before the word is looked for; what remains is a part of the word, so whatever would have been found
 * with it is found without it too.
 */
public record SoughtWord(String typed) {
    /** Fewer letters would be found in words that have nothing to do with it. */
    private static final int SHORTEST_STEM = 4;

    /** Of Latvian, Norwegian and English; nobody says in which of them they look. */
    private static final List<String> LATIN = endings(
            "ajiem,ajām,ajos,ajās,ajam,ajai,iem,ajā,ām,ēm,īm,am",
            "ais,ās,ēs,īs,as,es,ie,is,us,os,ai,ā,ē,ī,ū,a,e,i,u,o,s,š",
            "enes,ene,ane,ers,en,et,er",
            "ings,ing,ies,ied,ed,y");

    /** Of Russian and Ukrainian, which share most. */
    private static final List<String> CYRILLIC = endings(
            "иями,іями,ями,ами,ими,ыми,ого,его,ому,ему,ьому,ього,иях,іях,иям,іям,ией,ією",
            "ах,ях,ам,ям,ом,ем,ём,єм,ой,ей,ою,ею,єю,ов,ев,ёв,ів,їв,ий,ый,ій,ая,яя,ое,ее,ые,ие,ую,юю,ых,их,ым,им",
            "ия,ию,ии,ія,ії,ію,а,я,о,е,ё,є,ы,и,і,ї,у,ю,ь,й",
            "ка,ки,ку,ке,кой,кою,кам,ками,ках,ков,ків,ці,ок,ек,ёк", // поездка and поездок have no longer part in common
            "тя,тю,тям,тями,тях,ня,ню,ням,нями,нях"); // заняття, занять

    /** As most names are written elsewhere: Хамар is Hamar, Елгава a part of Jelgava. */
    private static final Transliterator TO_LATIN = letters("Cyrillic-Latin; Latin-ASCII");

    /** Гамар is Hamar too. */
    private static final Transliterator FROM_UKRAINIAN = letters("uk-uk_Latn/BGN; Cyrillic-Latin; Latin-ASCII");

    private static final Transliterator TO_CYRILLIC = letters("Latin-ASCII; Latin-Cyrillic");

    private static Transliterator letters(String steps) {
        return Transliterator.getInstance(steps + "; [:^L:] Remove");
    }

    private static List<String> endings(String... some) {
        return List.of(String.join(",", some).split(","));
    }

    /** What of it stays the same in most of its forms; the whole where it is short, or more than letters. */
    public String stem() {
        return isOfLetters() ? cut(SHORTEST_STEM) : typed;
    }

    /**
     * What to look for, any of it anywhere in a text: the stem, and the same in other letters. What begins with a space is
     * short, and good only where a word begins.
     */
    public Set<String> spellings() {
        String stem = stem();
        Set<String> spellings = new LinkedHashSet<>(Set.of(stem));
        if (isOfLetters() && isIn(UnicodeScript.CYRILLIC)) {
            if (stem.length() == SHORTEST_STEM) {
                String shorter = cut(SHORTEST_STEM - 1); // в Риге, about Рига
                spellings.add(" " + shorter);
                spellings.add(" " + TO_LATIN.transliterate(shorter));
            }
            spellings.add(TO_LATIN.transliterate(stem));
            spellings.add(FROM_UKRAINIAN.transliterate(stem));
        } else if (isOfLetters() && isIn(UnicodeScript.LATIN) && stem.length() >= SHORTEST_STEM) {
            spellings.add(TO_CYRILLIC.transliterate(stem));
            if (stem.toLowerCase(Locale.ROOT).endsWith("ing") && stem.length() == SHORTEST_STEM + 3) {
                spellings.add(stem.substring(0, SHORTEST_STEM) + "e"); // writing, to write
            }
        }
        spellings.removeIf(String::isBlank); // ь is nothing in Latin letters
        return spellings;
    }

    /** The same for its forms, in whatever letters, so that one is known by another; "" where it has no letters. */
    public String root() {
        return TO_LATIN.transliterate(stem()).toLowerCase(Locale.ROOT);
    }

    private String cut(int shortest) {
        String word = typed.toLowerCase(Locale.ROOT);
        List<String> endings = isIn(UnicodeScript.CYRILLIC) ? CYRILLIC : LATIN;
        return endings.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= least(shortest, ending))
                .mapToInt(String::length)
                .max()
                .stream()
                .mapToObj(length -> typed.substring(0, typed.length() - length))
                .findFirst()
                .orElse(typed);
    }

    /** An evening has nothing to do with an event. */
    private static int least(int shortest, String ending) {
        return ending.startsWith("ing") ? shortest + 1 : shortest;
    }

    private boolean isOfLetters() {
        return typed.codePoints().allMatch(Character::isLetter);
    }

    private boolean isIn(UnicodeScript script) {
        return typed.codePoints().allMatch(letter -> UnicodeScript.of(letter) == script);
    }
}
