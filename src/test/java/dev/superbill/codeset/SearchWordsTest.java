package dev.superbill.codeset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    @Test
    void wordsAreLetterAndDigitsInLowerCaseWithoutAccents() {
        assertThat(SearchWords.words("Ménière's disease, L4-5 (20 mg) – ŒDÈME"))
                .containsExactly("menieres", "disease", "l4", "5", "20", "mg", "edeme");
    }

    @ParameterizedTest
    @CsvSource({
        "cholecystectomy, cholecystectomies",
        "arthroscopy, arthroscopic",
        "arthroscopy, arthroscopies",
        "biopsy, biopsies",
        "fracture, fractured",
        "fracture, fractures",
        "excision, excised",
        "injection, injected",
        "removal, removed",
        "removal, removing",
        "repair, repairing",
        "replacement, replaced",
        "diagnosis, diagnoses",
        "disease, diseases",
        "kidney, kidneys",
        "artery, arteries",
        "abscess, abscesses",
        "diabetes, diabetic",
        "hypertension, hypertensive",
        "obstruction, obstructive",
        "mammogram, mammography",
        "thrombus, thrombi",
        "calculus, calculi",
        "vertebra, vertebrae",
        "virus, viruses",
        "scan, scanning",
        "clip, clipped",
        "bleed, bleeding",
        "testis, testes",
        "pelvis, pelvic"
    })
    void formsOfAWordHaveOneStem(String one, String other) {
        assertThat(SearchWords.stem(stemless(other))).isEqualTo(SearchWords.stem(stemless(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "haemorrhage, hemorrhage",
        "oesophagus, esophagus",
        "anaesthesia, anesthesia",
        "diarrhoea, diarrhea",
        "tumour, tumor",
        "foetal, fetal",
        "orthopaedic, orthopedic",
        "coeliac, celiac"
    })
    void britishAndAmericanSpellingAreOne(String british, String american) {
        assertThat(SearchWords.words(british)).isEqualTo(SearchWords.words(american));
    }

    @ParameterizedTest
    @CsvSource({"test, testis", "ileum, ilium", "left, leg", "hour, or", "mass, mast", "no, nose"})
    void otherWordsStayApart(String one, String other) {
        assertThat(SearchWords.stem(stemless(one))).isNotEqualTo(SearchWords.stem(stemless(other)));
    }

    @Test
    void aWordIsCutAtFortyLetters() {
        assertThat(SearchWords.words("x".repeat(100))).containsExactly("x".repeat(40));
    }

    private static String stemless(String word) {
        return SearchWords.words(word).getFirst();
    }
}
