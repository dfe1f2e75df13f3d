package dev.superbill.visit;

import dev.superbill.codeset.FlatFile;
import java.util.Arrays;
import java.util.List;

/// The fitted part of reading a visit: a softmax over the families of a visit, linear in
/// [FamilyCues], and how often coders give each level where the note was read as some level.
///
/// Every number of it comes from `models/training/fit_visits.py`; none is set by hand.
public final class VisitModel {
    /// The families that the softmax tells apart, in the order of its weights. Critical care is not
    /// among them: only its stated time makes it.
    static final List<VisitFamily> FAMILIES =
            Arrays.stream(VisitFamily.values())
                    .filter(family -> family != VisitFamily.CRITICAL_CARE)
                    .toList();

    private static final double FAR_MORE = 1.5;
    private static final int LEVELS = MdmLevel.values().length;

    private final double[] heard;
    private final double[] unheard;
    private final double[] levels;

    private VisitModel(FlatFile file) {
        heard = file.doubles("visit.heard");
        unheard = file.doubles("visit.unheard");
        levels = file.doubles("visit.levels");
        if (heard.length != FAMILIES.size() * (1 + FamilyCues.all().size())
                || unheard.length != FAMILIES.size() * (1 + FamilyCues.ofTheNote())
                || levels.length != VisitFamily.values().length * LEVELS * LEVELS) {
            throw new IllegalArgumentException("the visit model was fitted on other cues");
        }
    }

    /// Opens the model of a flat file.
    ///
    /// @throws IllegalArgumentException if the file holds none, or one that was fitted on other
    ///   cues
    public static VisitModel open(FlatFile file) {
        return new VisitModel(file);
    }

    /// The probability of each family of [#FAMILIES].
    double[] probabilities(FamilyCues.Read cues, Hearing hearing) {
        var scores = new double[FAMILIES.size()];
        for (int family = 0; family < scores.length; family++) {
            scores[family] = weight(family, 0, hearing);
        }
        for (int cue = 0; cue < width(hearing); cue++) {
            double value = cues.value(cue);
            if (value != 0) {
                for (int family = 0; family < scores.length; family++) {
                    scores[family] += weight(family, cue + 1, hearing) * value;
                }
            }
        }
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int family = 0; family < scores.length; family++) {
            scores[family] = Math.exp(scores[family] - most);
            sum += scores[family];
        }
        for (int family = 0; family < scores.length; family++) {
            scores[family] /= sum;
        }
        return scores;
    }

    /// How much a cue speaks for one family rather than another.
    double preference(int cue, VisitFamily family, VisitFamily other, Hearing hearing) {
        return weight(FAMILIES.indexOf(family), cue + 1, hearing)
                - weight(FAMILIES.indexOf(other), cue + 1, hearing);
    }

    /// The probability that coders give a level where the note was read as another.
    double level(VisitFamily family, MdmLevel read, MdmLevel given) {
        return levels[(family.ordinal() * LEVELS + read.ordinal()) * LEVELS + given.ordinal()];
    }

    /// The level of a visit: the one that two elements meet, unless the elements disagree and
    /// coders of the family far more often give another that one of them meets.
    MdmLevel settle(VisitFamily family, Mdm mdm) {
        var read = mdm.level();
        var settled = read;
        for (var element : List.of(mdm.problems(), mdm.data(), mdm.risk())) {
            double likelihood = level(family, read, element.level());
            if (likelihood > FAR_MORE * level(family, read, read)
                    && likelihood > level(family, read, settled)) {
                settled = element.level();
            }
        }
        return settled;
    }

    private double weight(int family, int column, Hearing hearing) {
        return (hearing == Hearing.HEARD ? heard : unheard)[family * (1 + width(hearing)) + column];
    }

    private static int width(Hearing hearing) {
        return hearing == Hearing.HEARD ? FamilyCues.all().size() : FamilyCues.ofTheNote();
    }

    /// Whether a classifier was heard.
    enum Hearing {
        HEARD,
        UNHEARD
    }
}
