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
import dev.superbill.adapter.wire.TrailKeeper;
import dev.superbill.adapter.wire.trail.AnswerContent;
import dev.superbill.adapter.wire.trail.CaseAnswer;
import dev.superbill.adapter.wire.trail.CasePage;
import dev.superbill.adapter.wire.trail.CodeName;
import dev.superbill.adapter.wire.trail.DecisionAnswer;
import dev.superbill.adapter.wire.trail.DecisionContent;
import dev.superbill.adapter.wire.trail.DecisionPage;
import dev.superbill.adapter.wire.trail.DecisionRequest;
import dev.superbill.adapter.wire.trail.DenialAnswer;
import dev.superbill.adapter.wire.trail.DenialContent;
import dev.superbill.adapter.wire.trail.DenialPage;
import dev.superbill.adapter.wire.trail.DenialRequest;
import dev.superbill.adapter.wire.trail.HoldContent;
import dev.superbill.adapter.wire.trail.HoldRequest;
import dev.superbill.adapter.wire.trail.ReplayAnswer;
import dev.superbill.adapter.wire.trail.ReplayRequest;
import dev.superbill.adapter.wire.trail.TrailEntry;
import dev.superbill.adapter.wire.trail.TrailHead;
import dev.superbill.adapter.wire.trail.TrailPage;
import dev.superbill.analytics.Calibration;
import dev.superbill.evaluation.CurvePoint;
import dev.superbill.evaluation.Figures;
import dev.superbill.evaluation.Interval;
import io.quarkus.runtime.annotations.RegisterForReflection;

/// Names the records that are read from JSON and written to it, for the native binary.
@RegisterForReflection(
        targets = {
            AnswerContent.class,
            BatchReply.Failure.class,
            BatchReply.class,
            Calibration.Bin.class,
            CaseAnswer.Line.class,
            CaseAnswer.class,
            CasePage.class,
            ClaimAnswer.Diagnosis.class,
            ClaimAnswer.Line.class,
            ClaimAnswer.class,
            ClaimRequest.Diagnosis.class,
            ClaimRequest.Line.class,
            ClaimRequest.class,
            CodeAnswer.AddOnTo.class,
            CodeAnswer.AppendixSClass.class,
            CodeAnswer.Fees.class,
            CodeAnswer.Mue.class,
            CodeAnswer.Reference.class,
            CodeAnswer.class,
            CodeName.class,
            CurvePoint.class,
            DecisionAnswer.class,
            DecisionContent.Billed.class,
            DecisionContent.Range.class,
            DecisionContent.class,
            DecisionPage.class,
            DecisionRequest.Range.class,
            DecisionRequest.To.class,
            DecisionRequest.class,
            DenialAnswer.class,
            DenialContent.class,
            DenialPage.class,
            DenialRequest.class,
            EvaluationFile.Changes.class,
            EvaluationFile.Codes.class,
            EvaluationFile.Miss.class,
            EvaluationFile.Notes.class,
            EvaluationFile.Outcome.class,
            EvaluationFile.Slips.class,
            EvaluationFile.class,
            EvaluationPage.Chart.class,
            EvaluationPage.Dot.class,
            EvaluationPage.Tick.class,
            FigureSheet.Row.class,
            FigureSheet.class,
            Figures.Latency.class,
            GatewayReply.class,
            HoldContent.class,
            HoldRequest.class,
            Interval.class,
            Problem.At.class,
            Problem.Edition.class,
            Problem.class,
            ReleasesAnswer.Loaded.class,
            ReleasesAnswer.class,
            ReplayAnswer.Difference.class,
            ReplayAnswer.class,
            ReplayRequest.class,
            SearchAnswer.Item.class,
            SearchAnswer.Warning.class,
            SearchAnswer.class,
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
            SuggestionAnswer.class,
            SuggestionRequest.Encounter.class,
            SuggestionRequest.GlobalPeriod.class,
            SuggestionRequest.Note.class,
            SuggestionRequest.Options.class,
            SuggestionRequest.Patient.class,
            SuggestionRequest.SameDayLine.class,
            SuggestionRequest.class,
            TrailEntry.class,
            TrailHead.class,
            TrailKeeper.Erased.class,
            TrailKeeper.Reason.class,
            TrailPage.class
        })
final class Reflected {
    private Reflected() {}
}
