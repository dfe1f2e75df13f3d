package dev.superbill.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.code.CodeSystem;
import dev.superbill.codeset.CodeSearch;
import dev.superbill.codeset.CodeSets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Searches the table that the artifact carries with what coders type.
class EmbeddedSearchTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 15);
    private static final CodeSets CODE_SETS = EmbeddedKnowledge.load().codeSets();
    private static final CodeSearch SEARCH = new CodeSearch(CODE_SETS);

    private static List<String> firstTen(String query) {
        return SEARCH
                .search(new CodeSearch.Wanted(query, EnumSet.allOf(CodeSystem.class), DATE, 0, 10))
                .hits()
                .stream()
                .map(hit -> hit.entry().code().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gall bladder removal scope                      | 47562
                    lap chole                                       | 47562
                    laparoscopic cholecystectomy with cholangiogram | 47563
                    open gallbladder removal                        | 47600
                    egd                                             | 43235
                    egd with biopsy                                 | 43239
                    upper scope biopsy                              | 43239
                    colonoscopy                                     | 45378
                    colonoscopy polyp snare                         | 45385
                    colonoscopy biopsy                              | 45380
                    screening colonoscopy high risk                 | G0105
                    ercp                                            | 43260
                    lap appy                                        | 44970
                    open appendectomy                               | 44950
                    inguinal hernia repair                          | 49505
                    umbilical hernia                                | K42.9
                    tkr                                             | 27447
                    total knee replacement                          | 27447
                    knee replacement                                | 27447
                    total hip arthroplasty                          | 27130
                    carpal tunnel release                           | 64721
                    carpal tunnel syndrome                          | G56.00
                    rotator cuff repair arthroscopic                | 29827
                    knee arthroscopy meniscectomy                   | 29881
                    acl reconstruction                              | 29888
                    cabg                                            | 33533 33510
                    cardiac cath left heart                         | 93458 93452
                    pacemaker insertion                             | 33208 33207 33206
                    echo complete transthoracic                     | 93306
                    ekg 12 lead                                     | 93000
                    cxr 2 views                                     | 71046
                    chest x-ray                                     | 71045 71046
                    ct head without contrast                        | 70450
                    mri brain with and without contrast             | 70553
                    mri lumbar spine without contrast               | 72148
                    screening mammogram                             | 77067
                    ct abdomen and pelvis with contrast             | 74177
                    renal ultrasound                                | 76770 76775
                    dexa                                            | 77080
                    office visit established level 3                | 99213
                    new patient office visit                        | 99203 99202 99204 99205
                    emergency visit                                 | 99283 99284 99285
                    critical care                                   | 99291
                    c section                                       | 59510 59514 59515
                    vaginal delivery                                | 59400 59409 59410
                    hysterectomy laparoscopic                       | 58570 58571 58572 58573
                    d&c                                             | 58120 59820
                    skin biopsy punch                               | 11104
                    excision malignant lesion face                  | 11640 11641 11642
                    mohs                                            | 17311
                    cataract surgery                                | 66984
                    intravitreal injection                          | 67028
                    tonsillectomy and adenoidectomy                 | 42820 42821
                    fess                                            | 31254 31255 31256 31267 31231
                    septoplasty                                     | 30520
                    turp                                            | 52601
                    cystoscopy                                      | 52000
                    kidney stone                                    | N20.0
                    eswl                                            | 50590
                    vasectomy                                       | 55250
                    lumbar puncture                                 | 62270 62272
                    epidural steroid injection lumbar               | 62323 62322 64483
                    laminectomy lumbar                              | 63047 63005 63030
                    acdf                                            | 22551
                    emg                                             | 95885 95886 95860
                    eeg                                             | 95816 95819
                    chf                                             | I50.9
                    type 2 diabetes without complications           | E11.9
                    dm2 with neuropathy                             | E11.40 E11.42
                    htn                                             | I10
                    copd exacerbation                               | J44.1
                    community acquired pneumonia                    | J18.9
                    uti                                             | N39.0
                    heart attack                                    | I21.9 I21.4 I21.3
                    nstemi                                          | I21.4
                    afib                                            | I48.91 I48.20
                    dvt left leg                                    | I82.402 I82.4Z2
                    stroke                                          | I63.9
                    gerd                                            | K21.9
                    low back pain                                   | M54.50
                    knee osteoarthritis right                       | M17.11
                    hip fracture left                               | S72.002A S72.92XA S72.92xA S72.142A
                    distal radius fracture right                    | S52.501A S52.591A
                    acute appendicitis                              | K35.80
                    gallstones with cholecystitis                   | K80.10 K80.00
                    breast cancer left female                       | C50.912
                    asthma                                          | J45.909
                    depression                                      | F32.A F32.9
                    covid                                           | U07.1
                    shingles                                        | B02.9
                    iron deficiency anemia                          | D50.9
                    hypothyroidism                                  | E03.9
                    ckd stage 3                                     | N18.30 N18.31
                    aflibercept                                     | J0178
                    ketorolac injection                             | J1885
                    cefazolin                                       | J0690
                    cpap                                            | E0601
                    walker                                          | E0143 E0130 E0135
                    wheelchair                                      | K0001 K0003 E1130
                    colonoscpy                                      | 45378
                    cholecystecomy                                  | 47562 47600
                    apendicitis                                     | K35.80 K37
                    pnuemonia                                       | J18.9
                    diabtes mellitus                                | E11.9
                    echocardiogrm                                   | 93306
                    removal gallbladder laparoscop                  | 47562
                    skin abscess i&d                                | 10060 10061
                    ear tube general anesthesia                     | 69436
                    tympanostomy                                    | 69436 69433
                    heart failure                                   | I50.9
                    high blood pressure                             | I10
                    oesophagogastroduodenoscopy                     | 43235
                    Laparoskopic cholecystectomy                    | 47562
                    repair hernia inguinal                          | 49505
                    lumbar spine mri no contrast                    | 72148
                    """)
    void aCodeThatACoderExpectsIsAmongTheFirstTen(String query, String codes) {
        assertThat(firstTen(query)).containsAnyOf(codes.split(" ", -1));
    }

    static IntStream rows() {
        return IntStream.iterate(0, row -> row < CODE_SETS.table().size(), row -> row + 97);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aDescriptionFindsItsCode(int row) {
        var entry = CODE_SETS.table().entry(row);
        var found =
                SEARCH.search(
                                new CodeSearch.Wanted(
                                        entry.description(),
                                        EnumSet.of(entry.code().system()),
                                        DATE,
                                        0,
                                        10))
                        .hits();

        assertThat(found.stream().anyMatch(hit -> hit.entry().code().equals(entry.code())))
                .isEqualTo(entry.activeOn(DATE));
    }
}
