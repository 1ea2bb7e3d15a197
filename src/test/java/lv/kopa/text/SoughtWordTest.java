package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a word is looked for. */
class SoughtWordTest {
    @ParameterizedTest
    @CsvSource({
        "семинары, семинар",
        "Семинаре, Семинар",
        "семинаров, семинар",
        "семинар, семинар",
        "семінарів, семінар",
        "семінарах, семінар",
        "занятий, занят",
        "занятия, занят",
        "semināri, seminār",
        "SEMINĀRIEM, SEMINĀR",
        "seminaros, seminar",
        "apmācībās, apmācīb",
        "Kapitāls, Kapitāl"
    })
    void theEndingOfAnInflectedWordIsLeftOut(String typed, String stem) {
        assertThat(new SoughtWord(typed).stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({"Rīgas, Rīga", "клуб, клуб", "мова, мова", "AIF/2022/KAPAC2/108, AIF/2022/KAPAC2/108", "2/108, 2/108"})
    void fourLettersAreLeftAndWhatIsMoreThanLettersStaysWhole(String typed, String stem) {
        assertThat(new SoughtWord(typed).stem()).isEqualTo(stem);
    }
}
