package dev.superbill.adapter.quarkus;

import dev.superbill.adapter.cli.EvaluationFile;
import dev.superbill.adapter.cli.EvaluationPage;
import dev.superbill.adapter.cli.FigureSheet;
import dev.superbill.adapter.lambda.BatchReply;
import dev.superbill.adapter.lambda.GatewayReply;
import dev.superbill.adapter.wire.ClaimAnswer;
import dev.superbill.adapter.wire.ClaimRequest;
import dev.superbill.adapter.wire.CodeAnswer;
import dev.superbill.adapter.wire.Problem;
import dev.superbill.adapter.wire.ReleasesAnswer;
import dev.superbill.adapter.wire.SearchAnswer;
import dev.superbill.adapter.wire.SuggestionAnswer;
import dev.superbill.adapter.wire.SuggestionRequest;
import dev.superbill.analytics.Calibration;
import dev.superbill.evaluation.CurvePoint;
import dev.superbill.evaluation.Figures;
import dev.superbill.evaluation.Interval;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Names the records that are read from JSON and written to it, for the native binary.
@RegisterForReflection(
        targets = {
            BatchReply.class,
            BatchReply.Failure.class,
            ClaimAnswer.class,
            ClaimAnswer.Diagnosis.class,
            ClaimAnswer.Line.class,
            ClaimRequest.class,
            ClaimRequest.Diagnosis.class,
            ClaimRequest.Line.class,
            CodeAnswer.class,
            CodeAnswer.AddOnTo.class,
            CodeAnswer.AppendixSClass.class,
            CodeAnswer.Fees.class,
            CodeAnswer.Mue.class,
            CodeAnswer.Reference.class,
            Calibration.Bin.class,
            CurvePoint.class,
            EvaluationFile.class,
            EvaluationFile.Changes.class,
            EvaluationFile.Codes.class,
            EvaluationFile.Miss.class,
            EvaluationFile.Notes.class,
            EvaluationFile.Outcome.class,
            EvaluationFile.Slips.class,
            EvaluationPage.Chart.class,
            EvaluationPage.Dot.class,
            EvaluationPage.Tick.class,
            FigureSheet.class,
            FigureSheet.Row.class,
            Figures.Latency.class,
            GatewayReply.class,
            Interval.class,
            Problem.class,
            Problem.At.class,
            Problem.Edition.class,
            ReleasesAnswer.class,
            ReleasesAnswer.Loaded.class,
            SearchAnswer.class,
            SearchAnswer.Item.class,
            SearchAnswer.Warning.class,
            SuggestionAnswer.class,
            SuggestionAnswer.Alternative.class,
            SuggestionAnswer.AppendixS.class,
            SuggestionAnswer.Classification.class,
            SuggestionAnswer.Diagnosis.class,
            SuggestionAnswer.Documentation.class,
            SuggestionAnswer.Element.class,
            SuggestionAnswer.Evidence.class,
            SuggestionAnswer.Finding.class,
            SuggestionAnswer.Line.class,
            SuggestionAnswer.MedicalDecisionMaking.class,
            SuggestionAnswer.Modifier.class,
            SuggestionAnswer.Part.class,
            SuggestionAnswer.Reason.class,
            SuggestionAnswer.Rejected.class,
            SuggestionAnswer.Release.class,
            SuggestionAnswer.Routing.class,
            SuggestionAnswer.ScoredLabel.class,
            SuggestionAnswer.Time.class,
            SuggestionAnswer.Timing.class,
            SuggestionAnswer.Visit.class,
            SuggestionRequest.class,
            SuggestionRequest.Encounter.class,
            SuggestionRequest.GlobalPeriod.class,
            SuggestionRequest.Note.class,
            SuggestionRequest.Options.class,
            SuggestionRequest.Patient.class,
            SuggestionRequest.SameDayLine.class
        })
final class Reflected {
    private Reflected() {}
}
