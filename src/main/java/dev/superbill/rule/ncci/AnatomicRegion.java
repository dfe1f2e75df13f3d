package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.rule.ServiceKind;
import java.util.List;
import java.util.Optional;

/// The part of the body that a surgical code is of, as far as its number tells: CPT orders surgery
/// by organ system and site. Skin, vessels, nodes and nerves are of any part and have none.
///
/// Source: AMA CPT, order of the surgery section, edition 2026.
enum AnatomicRegion {
    BREAST,
    FACE,
    NECK_AND_CHEST_WALL,
    SPINE,
    SHOULDER,
    ELBOW,
    WRIST,
    HAND,
    HIP,
    KNEE,
    ANKLE,
    FOOT,
    NOSE_AND_SINUSES,
    LARYNX,
    TRACHEA_AND_BRONCHI,
    CHEST,
    HEART,
    MOUTH_AND_THROAT,
    OESOPHAGUS,
    ABDOMEN,
    RECTUM_AND_ANUS,
    KIDNEY_AND_URETER,
    BLADDER_AND_URETHRA,
    PENIS,
    SCROTUM,
    PROSTATE,
    VULVA_AND_VAGINA,
    UTERUS_AND_ADNEXA,
    PREGNANCY,
    THYROID,
    HEAD,
    EYEBALL,
    EYE_ADNEXA,
    EAR;

    /// Codes from a first number to a last one.
    private record Band(int first, int last, AnatomicRegion region) {}

    private static final List<Band> BANDS =
            List.of(
                    new Band(19000, 19499, BREAST),
                    new Band(21010, 21499, FACE),
                    new Band(21501, 21899, NECK_AND_CHEST_WALL),
                    new Band(22010, 22899, SPINE),
                    new Band(23000, 23929, SHOULDER),
                    new Band(23930, 24999, ELBOW),
                    new Band(25000, 25999, WRIST),
                    new Band(26010, 26989, HAND),
                    new Band(26990, 27299, HIP),
                    new Band(27301, 27599, KNEE),
                    new Band(27600, 27899, ANKLE),
                    new Band(28001, 28899, FOOT),
                    new Band(29805, 29828, SHOULDER),
                    new Band(29830, 29838, ELBOW),
                    new Band(29840, 29848, WRIST),
                    new Band(29850, 29856, KNEE),
                    new Band(29860, 29863, HIP),
                    new Band(29866, 29889, KNEE),
                    new Band(29891, 29899, ANKLE),
                    new Band(29900, 29902, HAND),
                    new Band(29904, 29907, FOOT),
                    new Band(29914, 29916, HIP),
                    new Band(30000, 31299, NOSE_AND_SINUSES),
                    new Band(31300, 31599, LARYNX),
                    new Band(31600, 31899, TRACHEA_AND_BRONCHI),
                    new Band(32035, 32999, CHEST),
                    new Band(33016, 33999, HEART),
                    new Band(38100, 38129, ABDOMEN),
                    new Band(39000, 39599, CHEST),
                    new Band(40490, 42999, MOUTH_AND_THROAT),
                    new Band(43020, 43499, OESOPHAGUS),
                    new Band(43500, 44979, ABDOMEN),
                    new Band(45000, 46999, RECTUM_AND_ANUS),
                    new Band(47000, 49999, ABDOMEN),
                    new Band(50010, 50999, KIDNEY_AND_URETER),
                    new Band(51020, 53899, BLADDER_AND_URETHRA),
                    new Band(54000, 54450, PENIS),
                    new Band(54500, 55680, SCROTUM),
                    new Band(55700, 55899, PROSTATE),
                    new Band(56405, 57426, VULVA_AND_VAGINA),
                    new Band(57452, 58999, UTERUS_AND_ADNEXA),
                    new Band(59000, 59899, PREGNANCY),
                    new Band(60000, 60512, THYROID),
                    new Band(61000, 62258, HEAD),
                    new Band(62263, 63746, SPINE),
                    new Band(65091, 67299, EYEBALL),
                    new Band(67311, 68899, EYE_ADNEXA),
                    new Band(69000, 69979, EAR));

    /// The region of a surgical code.
    static Optional<AnatomicRegion> of(Code code) {
        if (ServiceKind.of(code) != ServiceKind.SURGERY) {
            return Optional.empty();
        }
        int number = Integer.parseInt(code.value());
        return BANDS.stream()
                .filter(band -> band.first() <= number && number <= band.last())
                .map(Band::region)
                .findFirst();
    }
}
