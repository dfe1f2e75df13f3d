package dev.superbill.rule.ncci;

import dev.superbill.code.Code;
import dev.superbill.rule.ServiceKind;
import java.util.Optional;

/// The part of the body that a surgical code is of, as far as its number tells: CPT orders surgery
/// by organ system and site. Skin, vessels, nodes and nerves are of any part and have none.
///
/// Source: AMA CPT, order of the surgery section, edition 2026.
enum AnatomicRegion {
    BREAST(19000, 19499),
    FACE(21010, 21499),
    NECK_AND_CHEST_WALL(21501, 21899),
    SPINE(22010, 22899, 62263, 63746),
    SHOULDER(23000, 23929, 29805, 29828),
    ELBOW(23930, 24999, 29830, 29838),
    WRIST(25000, 25999, 29840, 29848),
    HAND(26010, 26989, 29900, 29902),
    HIP(26990, 27299, 29860, 29863, 29914, 29916),
    KNEE(27301, 27599, 29850, 29856, 29866, 29889),
    ANKLE(27600, 27899, 29891, 29899),
    FOOT(28001, 28899, 29904, 29907),
    NOSE_AND_SINUSES(30000, 31299),
    LARYNX(31300, 31599),
    TRACHEA_AND_BRONCHI(31600, 31899),
    CHEST(32035, 32999, 39000, 39599),
    HEART(33016, 33999),
    MOUTH_AND_THROAT(40490, 42999),
    OESOPHAGUS(43020, 43499),
    ABDOMEN(38100, 38129, 43500, 44979, 47000, 49999),
    RECTUM_AND_ANUS(45000, 46999),
    KIDNEY_AND_URETER(50010, 50999),
    BLADDER_AND_URETHRA(51020, 53899),
    PENIS(54000, 54450),
    SCROTUM(54500, 55680),
    PROSTATE(55700, 55899),
    VULVA_AND_VAGINA(56405, 57426),
    UTERUS_AND_ADNEXA(57452, 58999),
    PREGNANCY(59000, 59899),
    THYROID(60000, 60512),
    HEAD(61000, 62258),
    EYEBALL(65091, 67299),
    EYE_ADNEXA(67311, 68899),
    EAR(69000, 69979);

    private final int[] bounds;

    /// @param bounds first and last numbers, by turns
    AnatomicRegion(int... bounds) {
        this.bounds = bounds.clone();
    }

    /// The region of a surgical code.
    static Optional<AnatomicRegion> of(Code code) {
        if (ServiceKind.of(code) != ServiceKind.SURGERY) {
            return Optional.empty();
        }
        int number = Integer.parseInt(code.value());
        for (var region : values()) {
            if (region.holds(number)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    private boolean holds(int number) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] <= number && number <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
